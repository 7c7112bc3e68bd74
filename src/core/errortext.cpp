#include "core/errortext.h"

#include "core/redaction.h"
#include "core/settings.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static QString field(const Error& error);
    static QString fault(const Error& error);
    static QString wrongLength(const Error& error);
    static QString service(const Error& error);
    static QString notConfigured(const Error& error);
    static QString notPublished(const Error& error);
    static QString refusal(const Error& error);
    static QString hes(const Error& error);
    static QString badReply(const Error& error);
};

bool isSettingsKey(const QString& name)
{
    const auto& keys = allSettingsKeys();
    return std::any_of(keys.begin(), keys.end(), [&](const SettingsKey& key) { return key.name == name; });
}

/// What was asked for, in words, at the start of a sentence.
QString ErrorText::field(const Error& error)
{
    const QString& name = error.step;
    if (name == u"patient")
        return tr("The patient's number (--patient)");
    if (name == u"doctor")
        return tr("The doctor's number (--doctor)");
    if (name == u"reason")
        return tr("The reason for the report (--reason)");
    if (name == u"accession")
        return tr("The accession number of the images (--accession)");
    if (name == u"hes")
        return tr("The HES code (--hes)");
    if (name == u"page")
        return tr("The page to open (--page)");
    if (name == u"request")
        return tr("The request (--request)");
    if (name == u"environment" || name == u"environment/name")
        return tr("The environment");
    if (name == u"config")
        return tr("The settings file (--config)");
    if (name == u"provision")
        return tr("The set-up data (--provision)");
    if (name == u"url")
        return tr("The hekim-asistani: link");
    if (name.isEmpty())
        return tr("The input");
    const QString shown = redacted(name.left(200));
    if (isSettingsKey(name))
        return tr("The setting “%1”").arg(shown);
    return QDir::isAbsolutePath(name) ? tr("The file “%1”").arg(shown) : tr("“%1”").arg(shown);
}

QString ErrorText::wrongLength(const Error& error)
{
    if (error.step == u"hes")
        return tr("%1 must have exactly 10 letters and digits. Check it and try again.").arg(field(error));
    return tr("%1 must have exactly 11 digits. Check it and try again.").arg(field(error));
}

QString ErrorText::fault(const Error& error)
{
    switch (error.fault) {
    case InputFault::Empty:
        return tr("%1 is empty. Fill it in and try again.").arg(field(error));
    case InputFault::NotDigits:
        return tr("%1 may hold digits only (0 to 9). Check it and try again.").arg(field(error));
    case InputFault::WrongLength:
        return wrongLength(error);
    case InputFault::WrongStart:
        return tr("%1 cannot begin with 0. Check it and try again.").arg(field(error));
    case InputFault::WrongChecksum:
        return tr("%1 has a typing mistake: its last two digits do not fit the others. Check it and try "
                  "again.")
            .arg(field(error));
    case InputFault::OutOfRange:
        return tr("%1 has a value that is not one of the allowed ones. Correct it and try again.")
            .arg(field(error));
    case InputFault::BadCharacters:
        return tr("%1 has characters that do not belong there. Correct it and try again.").arg(field(error));
    case InputFault::TooLong:
        return tr("%1 is too long. Shorten it and try again.").arg(field(error));
    case InputFault::TooLarge:
        return tr("%1 is larger than allowed. Make it smaller and try again.").arg(field(error));
    case InputFault::GivenTwice:
        return tr("%1 is given more than once. Give it once only.").arg(field(error));
    case InputFault::NeedsPatient:
        return tr("%1 means something only together with a patient. Give the patient's number too "
                  "(--patient).")
            .arg(field(error));
    case InputFault::UnknownField:
        return tr("%1 is not known here. Check the spelling.").arg(field(error));
    case InputFault::NotText:
        return tr("%1 must be written as text. Put its value in quotation marks.").arg(field(error));
    case InputFault::NotJson:
        return tr("%1 is not a JSON object. Ask the vendor of your hospital system to correct the call.")
            .arg(field(error));
    case InputFault::NotUtf8:
        return tr("%1 is not written in UTF-8. Save it in that encoding and try again.").arg(field(error));
    case InputFault::BadUrl:
        return tr("%1 is not an address of the form that is expected. Correct it and try again.")
            .arg(field(error));
    case InputFault::MixedSources:
        return tr(
            "The patient can be named by options, by a link or by --request, but only in one of these ways. "
            "Use one of them.");
    case InputFault::Unreadable:
        return tr("%1 is missing or cannot be opened. Check that it is there and that you may use it.")
            .arg(field(error));
    case InputFault::MalformedFile:
        return tr("%1 is damaged: it is not a settings file. Ask your IT to correct it.").arg(field(error));
    case InputFault::NotHttps:
        return tr("%1 must be an address that begins with https://. Ask your IT to correct it.")
            .arg(field(error));
    case InputFault::LockedByPolicy:
        return tr("%1 is fixed by your administrator and cannot be chosen here. Leave it out or ask your IT.")
            .arg(field(error));
    case InputFault::NotAllowedHere:
        return tr("%1 does not count in this place. Leave it out or ask your IT.").arg(field(error));
    case InputFault::NotInThisVersion:
        return tr("%1 is not part of this version yet. Leave it out or install a newer version.")
            .arg(field(error));
    case InputFault::None:
        break;
    }
    return tr("%1 cannot be used. Check it and try again.").arg(field(error));
}

/// The service by its name and host, as IT will be told: "The e-Rapor service".
QString ErrorText::service(const Error& error)
{
    if (error.step.startsWith(u"e-Rapor"_s))
        return tr("The Ministry's e-Rapor service");
    if (error.step.startsWith(u"OGN"_s) || error.step.startsWith(u"image"_s) ||
        error.step.startsWith(u"teleradiology"_s))
        return tr("The Ministry's teleradiology service");
    if (error.step.startsWith(u"HES"_s))
        return tr("The HES service");
    return tr("The Ministry's service");
}

/// What is said otherwise of the HES service than of the others; empty where nothing is.
QString ErrorText::hes(const Error& error)
{
    if (error.kind == ErrorKind::NotConfigured &&
        (error.step == u"hesUsername" || error.step == u"hesPassword"))
        return tr(
            "The institution's user name and password for the HES service are not on this computer. Ask "
            "your IT to store them; until then you can type them for this session.");
    if (error.step != u"HES")
        return {};
    // HES control ended in March 2022: a service that is gone must read as such, and not as a fault here.
    if (error.kind == ErrorKind::NameNotResolved || error.httpStatus == 404 || error.httpStatus == 410)
        return tr(
            "The HES service no longer answers at its address. If other pages open on this computer, the "
            "service has been moved or shut down: ask your IT, who can enter another address or switch the "
            "HES tab off.");
    if (error.kind == ErrorKind::CredentialsRefused)
        return tr(
            "The HES service refused the institution's user name and password, or this network's address; "
            "they are not sent again. Ask your IT to correct them, then check once more.");
    return {};
}

QString ErrorText::notConfigured(const Error& error)
{
    return error.step.isEmpty()
               ? tr("This computer has not been set up completely. Ask your IT to enter the institution's "
                    "data.")
               : tr("This computer has not been set up completely (%1 is missing). Ask your IT to enter the "
                    "institution's data.")
                     .arg(redacted(error.step));
}

/// `detail` names the keys that switch the service on: "endpoints/ogn, endpoints/viewer".
QString ErrorText::notPublished(const Error& error)
{
    return error.detail.isEmpty()
               ? tr("%1 has no published address in this environment, so this feature is off. Ask your IT "
                    "whether the administrator can enter one.")
                     .arg(service(error))
               : tr("%1 has no published address in this environment, so this feature is off. It is switched "
                    "on by an address that the administrator enters (%2).")
                     .arg(service(error), redacted(error.detail));
}

QString ErrorText::refusal(const Error& error)
{
    if (error.step == u"teleradiology postOTAC")
        return tr("%1 knows no images under this accession number, or does not show them to this doctor. "
                  "Check the number; if it is right, ask your radiology department.")
            .arg(service(error));
    return tr("%1 did not accept the request. Check what was asked for; if it is right, tell your IT.")
        .arg(service(error));
}

QString ErrorText::badReply(const Error& error)
{
    if (error.step == u"page not shown")
        return tr("%1 sent no page. If it sent a file, the file is offered here; if not, try again, "
                  "and if it stays so, tell your IT.")
            .arg(service(error));
    return tr("%1 sent an answer that cannot be understood. Try again; if it stays so, tell your IT.")
        .arg(service(error));
}

} // namespace

QString sentenceFor(const Error& error)
{
    if (QString words = ErrorText::hes(error); !words.isEmpty())
        return words;
    switch (error.kind) {
    case ErrorKind::Cancelled:
        return ErrorText::tr("This was cancelled. Start it again when you need it.");
    case ErrorKind::BadInput:
        return ErrorText::fault(error);
    case ErrorKind::BadSettings:
        return error.detail.isEmpty() ? ErrorText::fault(error)
                                      : ErrorText::fault(error) + u" ("_s + redacted(error.detail) + u')';
    case ErrorKind::NotConfigured:
        return ErrorText::notConfigured(error);
    case ErrorKind::KeychainUnavailable:
        return ErrorText::tr(
            "The password store of this computer cannot be used. Unlock it or ask your IT; until then the "
            "passwords are kept for this session only.");
    case ErrorKind::NotPublished:
        return ErrorText::notPublished(error);
    case ErrorKind::NameNotResolved:
        return ErrorText::tr(
                   "%1 could not be found on the network. Check this computer's network connection; if other "
                   "pages open, ask your IT about the name service (DNS).")
            .arg(ErrorText::service(error));
    case ErrorKind::ConnectionFailed:
        return ErrorText::
            tr("%1 could not be reached, or the connection was cut. Try again; if it stays so, ask your IT "
               "whether the network lets this computer through.")
                .arg(ErrorText::service(error));
    case ErrorKind::Proxy:
        return ErrorText::tr(
            "The hospital's proxy did not let the connection through. Ask your IT to check the proxy "
            "settings of this computer.");
    case ErrorKind::Tls:
        return ErrorText::tr(
                   "The connection to %1 is not safe: this computer does not trust its certificate or its "
                   "encryption, so nothing was sent. If your hospital inspects connections, ask your IT to "
                   "add the hospital's "
                   "certificate to the operating system's store; check the computer's date as well.")
            .arg(error.host.isEmpty() ? ErrorText::tr("the Ministry's service") : redacted(error.host));
    case ErrorKind::TimedOut:
        return ErrorText::tr(
                   "%1 did not answer in time. Try again in a moment; if it stays so, tell your IT.")
            .arg(ErrorText::service(error));
    case ErrorKind::CredentialsRefused:
        return ErrorText::
            tr("%1 refused the login. Check the doctor's number; if it is right, ask your IT to check the "
               "institution's code, password and application code.")
                .arg(ErrorText::service(error));
    case ErrorKind::Unauthorized:
        return ErrorText::tr("%1 no longer accepts this session. Log out and log in again.")
            .arg(ErrorText::service(error));
    case ErrorKind::RequestRefused:
        return ErrorText::refusal(error);
    case ErrorKind::ForeignAddress:
        return ErrorText::
            tr("%1 named an address (%2) that is not the Ministry's viewer, so nothing was opened. Tell your "
               "IT (endpoints/viewer).")
                .arg(ErrorText::service(error), redacted(error.host));
    case ErrorKind::ServerFailed:
        return ErrorText::tr(
                   "%1 has a fault of its own at the moment; this computer is all right. Try again in a few "
                   "minutes.")
            .arg(ErrorText::service(error));
    case ErrorKind::NetworkLogin:
        return ErrorText::tr("A page of your own network came instead of the answer of %1. Log in to the "
                             "network (open any page "
                             "in your browser), then try again; if it stays so, tell your IT.")
            .arg(error.host.isEmpty() ? ErrorText::service(error) : redacted(error.host));
    case ErrorKind::PageCrashed:
        return ErrorText::tr(
            "The page has crashed. Open it again; the other patients' tabs go on as they were.");
    case ErrorKind::BadReply:
        return ErrorText::badReply(error);
    case ErrorKind::InstanceSilent:
        return ErrorText::tr(
            "The open Hekim Asistanı window does not answer. Close it and call the patient again.");
    case ErrorKind::InstanceElsewhere:
        return ErrorText::tr(
            "Hekim Asistanı is already open in another environment. Close it and call the patient again.");
    case ErrorKind::WindowNotStarted:
        return ErrorText::tr(
            "The Hekim Asistanı window could not be started. Try again; if it stays so, ask your IT to "
            "install it anew.");
    case ErrorKind::DamagedInstallation:
        return ErrorText::tr(
            "Hekim Asistanı is not installed completely or is damaged, so no pages can be shown. Ask your IT "
            "to install the program anew.");
    case ErrorKind::ChannelUnsafe:
        return ErrorText::tr(
            "The patient was not handed over: another user of this computer could have read it. Log in to "
            "the computer again and tell your IT.");
    }
    return {};
}

} // namespace hekim
