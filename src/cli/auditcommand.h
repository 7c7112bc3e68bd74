#pragma once

#include "audit/auditexport.h"
#include "audit/proof/auditkeys.h"
#include "cli/commandline.h"
#include "core/call/callback.h"
#include "core/settings/settings.h"
#include "services/secrets/keychain.h"

#include <QCoreApplication>
#include <QObject>

#include <functional>

namespace hekim {

/// `--audit verify` and `--audit export`: the trail of this user, on standard output.
class AuditCommand : public QObject
{
    Q_OBJECT

public:
    explicit AuditCommand(const CommandLine& line, QObject* parent = nullptr);

    /// `done` gets 0, or 1 where the trail is not as it was written; or what kept the work from beginning.
    void start(QObject* context, std::function<void(Result<int>)> done);

private:
    void readQuery();
    void findKey();
    void findKeys();
    void verify(const AuditKeys& keys, const std::optional<Error>& refused);
    void write(const Result<PersonDigest>& key);

    CommandLine m_line;
    AuditLocation m_location; ///< of the environment's trail
    Settings m_settings;
    AuditQuery m_query;
    Keychain m_keychain;
    PersonDigests m_persons;
    Callback<int> m_done;
};

} // namespace hekim
