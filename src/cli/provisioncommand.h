#pragma once

#include "audit/audittrail.h"
#include "cli/commandline.h"
#include "core/call/callback.h"
#include "services/secrets/keychain.h"
#include "services/secrets/persondigests.h"
#include "services/secrets/provisioning.h"

#include <QCoreApplication>
#include <QObject>

#include <functional>
#include <optional>

namespace hekim {

/// `--provision`: the data into the keychain and the settings, and whose PIN went into the audit trail.
class ProvisionCommand : public QObject
{
    Q_OBJECT

public:
    explicit ProvisionCommand(const CommandLine& line, QObject* parent = nullptr);

    /// `done` gets 0 once all is stored, or what kept it from being stored. That the trail cannot be written
    /// takes nothing back: it is said on standard error.
    void start(QObject* context, std::function<void(Result<int>)> done);

private:
    void apply(const ProvisioningData& data);
    void writeDown(EnvironmentName environment);
    void tellUnwritten(const Error& error);

    CommandLine m_line;
    Keychain m_keychain;
    PersonDigests m_persons;
    Provisioner m_provisioner;
    std::optional<AuditTrail> m_trail; ///< only when there is something to write down
    Callback<int> m_done;
};

} // namespace hekim
