#include "gui/readiness/readinesscontroller.h"

#include "core/settings/training.h"
#include "platform/files/settingsplaces.h"
#include "services/erapor/doctorsession.h"

#include <QDir>
#include <QFileInfo>

namespace hekim {

using namespace Qt::StringLiterals;

QString readinessFolder()
{
    return QFileInfo(standardSettingsPlaces({}).user.path).dir().filePath(u"readiness"_s);
}

ReadinessController::ReadinessController(const Parts& parts, QString folder, QObject* parent)
    : QObject(parent), m_parts(parts), m_folder(std::move(folder)), m_login(parts.http, parts.credentials)
{
    connect(&parts.session, &DoctorSession::stateChanged, this, &ReadinessController::followSession);
}

QString ReadinessController::institutionCode() const
{
    return m_parts.settings.environment() == EnvironmentName::Training
               ? QString::fromUtf16(training::institutionCode)
               : m_parts.settings.institutionCode();
}

QString ReadinessController::institutionName() const
{
    return m_parts.settings.environment() == EnvironmentName::Training
               ? QString::fromUtf16(training::institutionName)
               : m_parts.settings.institutionName();
}

std::optional<IdentityNumber> ReadinessController::doctor() const
{
    return m_parts.session.doctor();
}

Result<ReadinessRecord> ReadinessController::load()
{
    return ReadinessFile(m_folder, institutionCode()).load();
}

Result<void> ReadinessController::change(const std::function<void(ReadinessRecord&)>& edit)
{
    ReadinessFile file(m_folder, institutionCode());
    auto record = file.load();
    if (!record)
        return tl::make_unexpected(record.error());
    edit(*record);
    auto saved = file.save(*record);
    if (saved)
        lookAtDoctor();
    return saved;
}

Result<QString> ReadinessController::setAside()
{
    return ReadinessFile(m_folder, institutionCode()).setAside();
}

void ReadinessController::verifyErapor(QObject* context, std::function<void(Result<void>)> done)
{
    const Callback<void> callback(context, std::move(done));
    const auto doctor = m_parts.session.doctor();
    if (!doctor) {
        callback.answerLater(
            tl::make_unexpected(Error{.kind = ErrorKind::NotConfigured, .step = Step::EraporLogin}));
        return;
    }
    m_login.obtain(m_parts.settings, *doctor, this, [this, callback](const Result<Token>& token) {
        if (!token && token.error().kind != ErrorKind::CredentialsRefused) {
            callback.answer(tl::make_unexpected(token.error()));
            return;
        }
        const Verification seen{Proof::EraporLogin, m_parts.settings.environment(),
                                QDateTime::currentDateTimeUtc(), token.has_value()};
        callback.answer(change([&seen](ReadinessRecord& record) { record.note(seen); }));
    });
}

void ReadinessController::askRegistry(bool forDoctor, QObject* context,
                                      std::function<void(Result<DoctorRegistryAnswer>)> done)
{
    m_registry.ask(institutionCode(), forDoctor ? m_parts.session.doctor() : std::nullopt, context,
                   std::move(done));
}

void ReadinessController::noteHesLogin()
{
    noteSeen(Proof::HesLogin);
}

void ReadinessController::noteSeen(Proof proof)
{
    const auto record = load();
    if (!record || (record->hes == HesPath::NotChosen && record->remote == RemoteService::NotChosen))
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Verification seen{proof, m_parts.settings.environment(), now, true};
    for (const Verification& former : record->verifications) {
        if (former.proof == seen.proof && former.environment == seen.environment && former.passed &&
            former.made.date() == now.date())
            return;
    }
    // What cannot be written is told when the record is opened.
    static_cast<void>(change([&seen](ReadinessRecord& changed) { changed.note(seen); }));
}

void ReadinessController::keyOf(const IdentityNumber& doctor, QObject* context,
                                std::function<void(Result<QString>)> done)
{
    m_parts.persons.digestFor(m_parts.settings.environment(), institutionCode(), context,
                              [doctor, done = std::move(done)](const Result<PersonDigest>& digest) {
                                  done(digest.map([&doctor](const PersonDigest& key) {
                                      return key.of(doctor, DigestPurpose::Readiness);
                                  }));
                              });
}

void ReadinessController::followSession()
{
    if (m_parts.session.state() == DoctorSession::State::LoggedIn)
        noteSeen(Proof::EraporLogin);
    lookAtDoctor();
}

void ReadinessController::lookAtDoctor()
{
    m_lookingUp.cancel();
    const auto doctor = m_parts.session.doctor();
    const auto record = load();
    if (m_parts.session.state() != DoctorSession::State::LoggedIn || !doctor || !record ||
        record->remote != RemoteService::Given) {
        warn({});
        return;
    }
    const EnvironmentName environment = m_parts.settings.environment();
    m_lookingUp = m_parts.persons.existingDigestFor(
        environment, institutionCode(), this,
        [this, environment, doctor = *doctor, record = *record](const Result<PersonDigest>& digest) {
            if (!digest && digest.error().kind != ErrorKind::NotConfigured) {
                warn(tr("Remote health service: the record of your checks cannot be looked up"));
                return;
            }
            // Without a key nothing has been recorded of anyone.
            const QString key = digest ? digest->of(doctor, DigestPurpose::Readiness) : QString();
            const auto missing = missingChecks(record, environment, key, QDate::currentDate());
            warn(missing.isEmpty() ? QString()
                                   : tr("Remote health service: %n check(s) missing or run out", nullptr,
                                        static_cast<int>(missing.size())));
        });
}

void ReadinessController::warn(const QString& warning)
{
    if (std::exchange(m_doctorWarning, warning) != warning)
        emit doctorWarningChanged();
}

} // namespace hekim
