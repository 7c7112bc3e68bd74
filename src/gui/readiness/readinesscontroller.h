#pragma once

#include "core/settings/settings.h"
#include "readiness/readinessfile.h"
#include "services/erapor/eraporlogin.h"
#include "services/registry/doctorregistry.h"
#include "services/secrets/persondigests.h"

#include <QObject>

#include <functional>
#include <optional>

namespace hekim {

class CredentialStore;
class DoctorSession;
class HttpClient;

/// The folder of the records, beside the user's own settings, whatever `--config` names.
QString readinessFolder();

/// The readiness record of today's institution: reads and changes it, sees what the program can see itself,
/// and tells what the doctor who is logged in lacks.
class ReadinessController : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    struct Parts
    {
        const Settings& settings;
        DoctorSession& session;
        HttpClient& http;
        CredentialStore& credentials;
        PersonDigests& persons;
    };
    ReadinessController(const Parts& parts, QString folder, QObject* parent = nullptr);

    [[nodiscard]] const Settings& settings() const { return m_parts.settings; }
    [[nodiscard]] QString institutionCode() const;
    [[nodiscard]] QString institutionName() const;
    [[nodiscard]] std::optional<IdentityNumber> doctor() const;

    /// As it stands on disk now.
    Result<ReadinessRecord> load();
    /// Reads it anew, changes it and writes it whole; on failure nothing is changed.
    Result<void> change(const std::function<void(ReadinessRecord&)>& edit);
    Result<QString> setAside();

    /// Logs the doctor in once more, beside the session, and records how that ended. An error other than a
    /// refusal proves nothing and is not recorded.
    void verifyErapor(QObject* context, std::function<void(Result<void>)> done);
    void askRegistry(bool forDoctor, QObject* context,
                     std::function<void(Result<DoctorRegistryAnswer>)> done);
    /// A query in the HES tab was answered for the institution's user name.
    void noteHesLogin();

    /// What stands in the record in place of this number; the institution's key is made where there is none.
    void keyOf(const IdentityNumber& doctor, QObject* context, std::function<void(Result<QString>)> done);
    /// What the doctor's menu says of guide 003's checks; empty when nothing is missing or they are not
    /// needed.
    [[nodiscard]] QString doctorWarning() const { return m_doctorWarning; }

signals:
    void doctorWarningChanged();

private:
    void followSession();
    void lookAtDoctor();
    void warn(const QString& warning);
    /// At most once a day, and only where a record is kept.
    void noteSeen(Proof proof);

    Parts m_parts;
    QString m_folder;
    EraporLogin m_login;
    UnpublishedDoctorRegistry m_registry;
    QString m_doctorWarning;
    CallHandle m_lookingUp;
};

} // namespace hekim
