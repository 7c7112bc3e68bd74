#include "core/error/errortext.h"

#include "core/error/launchtext.h"
#include "core/settings/settings.h"
#include "core/text/redaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>

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
    static QString service(const Error& error);
    static QString notConfigured(const Error& error);
    static QString notPublished(const Error& error);
    static QString refusal(const Error& error);
    static QString hes(const Error& error);
    static QString ofService(const Error& error);
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
    static const QHash<QStringView, const char*> fields{
        {u"patient", QT_TR_NOOP("The patient's number (--patient)")},
        {u"doctor", QT_TR_NOOP("The doctor's number (--doctor)")},
        {u"reason", QT_TR_NOOP("The reason for the report (--reason)")},
        {u"accession", QT_TR_NOOP("The accession number of the images (--accession)")},
        {u"hes", QT_TR_NOOP("The HES code (--hes)")},
        {u"page", QT_TR_NOOP("The page to open (--page)")},
        {u"request", QT_TR_NOOP("The request (--request)")},
        {u"environment", QT_TR_NOOP("The environment")},
        {u"environment/name", QT_TR_NOOP("The environment")},
        {u"config", QT_TR_NOOP("The settings file (--config)")},
        {u"provision", QT_TR_NOOP("The set-up data (--provision)")},
        {u"url", QT_TR_NOOP("The hekim-asistani: link")},
        {u"", QT_TR_NOOP("The input")},
    };
    const QString& name = error.subject;
    if (const char* words = fields.value(name))
        return tr(words);
    const QString shown = redacted(name.left(200));
    if (isSettingsKey(name))
        return tr("The setting “%1”").arg(shown);
    return QDir::isAbsolutePath(name) ? tr("The file “%1”").arg(shown) : tr("“%1”").arg(shown);
}

QString ErrorText::fault(const Error& error)
{
    switch (error.fault) {
    case InputFault::Empty:
        return tr("%1 is empty. Fill it in and try again.").arg(field(error));
    case InputFault::NotDigits:
        return tr("%1 may hold digits only (0 to 9). Check it and try again.").arg(field(error));
    case InputFault::WrongLength:
        return tr("%1 must have exactly 11 digits. Check it and try again.").arg(field(error));
    case InputFault::WrongCodeLength:
        return tr("%1 must have exactly 10 letters and digits. Check it and try again.").arg(field(error));
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
        if (const RetiredKey* retired = findRetiredKey(error.subject))
            return tr("%1 is no longer known.").arg(field(error)) + u' ' + retired->shownAdvice();
        return tr("%1 is not known here. Check the spelling.").arg(field(error));
    case InputFault::NotText:
        return tr("%1 must be written as text. Put its value in quotation marks.").arg(field(error));
    case InputFault::NotJson:
        return tr("%1 is not a JSON object. Ask the vendor of your hospital system to correct the call.")
            .arg(field(error));
    case InputFault::NotUtf8:
        return tr("%1 is not written in UTF-8. Save it in that encoding and try again.").arg(field(error));
    case InputFault::Utf16:
        return tr("%1 is written in UTF-16. Save it as UTF-8 (in Notepad: Save as, Encoding) and try again.")
            .arg(field(error));
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

/// The service by its name, as IT will be told: "The Ministry's e-Rapor service".
QString ErrorText::service(const Error& error)
{
    switch (serviceOf(error.step)) {
    case StepService::Erapor:
        return tr("The Ministry's e-Rapor service");
    case StepService::Teleradiology:
        return tr("The Ministry's teleradiology service");
    case StepService::Hes:
        return tr("The HES service");
    case StepService::Ministry:
    case StepService::Training:
        break;
    }
    return tr("The Ministry's service");
}

/// What is said otherwise of the HES service than of the others; empty where nothing is.
QString ErrorText::hes(const Error& error)
{
    if (error.kind == ErrorKind::NotConfigured)
        return tr(
            "The institution's user name and password for the HES service are not on this computer. Ask "
            "your IT to store them; until then you can type them for this session.");
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

/// What one service has of its own to say; empty where nothing is.
QString ErrorText::ofService(const Error& error)
{
    switch (serviceOf(error.step)) {
    case StepService::Hes:
        return hes(error);
    case StepService::Training: // runs on this computer: no network can be in its way
        return tr("The training ministry, which runs on this computer, has ended or did not start. Try "
                  "again; if it "
                  "stays so, ask your IT to install Hekim Asistanı anew.");
    case StepService::Ministry:
    case StepService::Erapor:
    case StepService::Teleradiology:
        break;
    }
    return {};
}

QString ErrorText::notConfigured(const Error& error)
{
    const QString missing = error.about();
    return missing.isEmpty()
               ? tr("This computer has not been set up completely. Ask your IT to enter the institution's "
                    "data.")
               : tr("This computer has not been set up completely (%1 is missing). Ask your IT to enter the "
                    "institution's data.")
                     .arg(redacted(missing));
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
    if (error.step == Step::PostOtac)
        return tr("%1 knows no images under this accession number, or does not show them to this doctor. "
                  "Check the number; if it is right, ask your radiology department.")
            .arg(service(error));
    return tr("%1 did not accept the request. Check what was asked for; if it is right, tell your IT.")
        .arg(service(error));
}

QString ErrorText::badReply(const Error& error)
{
    if (error.step == Step::PageNotShown)
        return tr("%1 sent no page. If it sent a file, the file is offered here; if not, try again, "
                  "and if it stays so, tell your IT.")
            .arg(service(error));
    return tr("%1 sent an answer that cannot be understood. Try again; if it stays so, tell your IT.")
        .arg(service(error));
}

} // namespace

QString sentenceFor(const Error& error)
{
    if (const QString words = ErrorText::ofService(error); !words.isEmpty())
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
    case ErrorKind::KeychainLocked:
        return ErrorText::tr(
            "The password store of this computer stayed locked: its password was not given. Try "
            "again and type it when you are asked for it, or ask your IT.");
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
        return error.httpStatus == 407
                   ? ErrorText::tr("The hospital's proxy wants a user name and a password, or refused those "
                                   "that it got. Your IT knows which ones are right.")
                   : ErrorText::tr(
                         "The hospital's proxy did not let the connection through. Ask your IT to check the "
                         "proxy settings of this computer.");
    case ErrorKind::ProxyMethod:
        return error.detail.isEmpty()
                   ? ErrorText::tr("The hospital's proxy wants a login but names no method that this program "
                                   "knows. Ask your IT to allow one there: Basic, Digest or NTLM.")
                   : ErrorText::tr("The hospital's proxy wants a login by %1, which this computer cannot "
                                   "give. Ask your IT to allow another method there as well: Basic, Digest "
                                   "or NTLM.")
                         .arg(redacted(error.detail));
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
    case ErrorKind::InstanceElsewhere:
    case ErrorKind::WindowNotStarted:
    case ErrorKind::DamagedInstallation:
    case ErrorKind::NoRuntimeFolder:
    case ErrorKind::NoDisplay:
    case ErrorKind::TooFewFiles:
    case ErrorKind::ChannelUnsafe:
        return launchSentence(error.kind);
    }
    return {};
}

} // namespace hekim
