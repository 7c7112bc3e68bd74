#pragma once

#include "cli/commandline.h"
#include "core/call/callback.h"
#include "core/identity/identitynumber.h"
#include "platform/network/proxylogins.h"
#include "services/diagnostics/connectioncheck.h"
#include "services/erapor/eraporlogin.h"
#include "services/http/httpclient.h"
#include "services/radiology/ognlogin.h"
#include "services/secrets/credentialstore.h"
#include "services/secrets/proxykeychain.h"
#include "services/training/trainingministry.h"

#include <QObject>

#include <functional>
#include <optional>

namespace hekim {

/// `--check`: the connection check on a terminal, as text or as JSON on standard output.
class CheckCommand : public QObject
{
    Q_OBJECT

public:
    explicit CheckCommand(const CommandLine& line, QObject* parent = nullptr);

    /// `done` gets 0 when all needed services answer, else 1; or what kept the check from beginning.
    void start(QObject* context, std::function<void(Result<int>)> done);

private:
    void readDoctor();
    void readProxyLogin();
    void findServices();
    void check();
    void report();

    CommandLine m_line;
    Settings m_settings;
    std::optional<IdentityNumber> m_doctor;
    ProxyLogins m_proxyLogins;
    Keychain m_keychain;
    ProxyKeychain m_proxyKeychain;
    HttpClient m_http;
    CredentialStore m_credentials;
    EraporLogin m_erapor;
    OgnLogin m_ogn;
    ConnectionCheck m_check;
    std::optional<TrainingMinistry> m_training;
    Callback<int> m_done;
};

} // namespace hekim
