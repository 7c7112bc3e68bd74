#pragma once

#include "audit/auditexport.h"
#include "core/settings.h"
#include "services/callback.h"
#include "services/keychain.h"
#include "setup/commandline.h"

#include <QCoreApplication>
#include <QObject>

#include <functional>

namespace hekim {

struct AuditFault;
struct AuditVerdict;

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
    void verify(const PersonDigest* key, const QString& noKeyReason);
    void write(const Result<PersonDigest>& key);

    CommandLine m_line;
    Settings m_settings;
    AuditQuery m_query;
    Keychain m_keychain;
    PersonDigests m_persons;
    Callback<int> m_done;
};

} // namespace hekim
