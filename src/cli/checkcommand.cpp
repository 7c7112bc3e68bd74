#include "cli/checkcommand.h"

#include "cli/commandsettings.h"
#include "core/settings/training.h"
#include "platform/files/boundedreader.h"
#include "services/diagnostics/connectiontext.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qsizetype longestNumber = 64;

Result<void> withoutToken(const Result<Token>& token)
{
    return token.map([](const Token&) {});
}

} // namespace

CheckCommand::CheckCommand(const CommandLine& line, QObject* parent)
    : QObject(parent)
    , m_line(line)
    , m_proxyKeychain(m_keychain)
    , m_credentials(m_keychain)
    , m_erapor(m_http, m_credentials)
    , m_ogn(m_http, m_credentials)
    , m_check(m_http)
{
    connect(&m_check, &ConnectionCheck::finished, this, &CheckCommand::report);
}

void CheckCommand::start(QObject* context, std::function<void(Result<int>)> done)
{
    m_done = Callback<int>(context, std::move(done));
    const Result<Settings> settings = takeCommandSettings(m_line.settingsFile, m_line.environment);
    if (!settings) {
        m_done.answerLater(tl::make_unexpected(settings.error()));
        return;
    }
    m_settings = *settings;
    m_http.configure(m_settings);
    m_http.setProxyLogins(m_proxyLogins);
    if (m_line.doctorFollows) {
        readDoctor();
        return;
    }
    if (m_settings.environment() == EnvironmentName::Training) {
        if (const auto invented = IdentityNumber::parse(training::doctors().constFirst().number, u"doctor"_s))
            m_doctor = *invented;
    }
    readProxyLogin();
}

void CheckCommand::readDoctor()
{
    readBounded(u"-"_s, longestNumber, longestInput, u"doctor"_s, this,
                [this](const Result<QByteArray>& text) {
                    const auto number = text.and_then([this](const QByteArray& bytes) {
                        return IdentityNumber::parseFor(m_settings.environment(),
                                                        QString::fromUtf8(bytes).trimmed(), u"doctor"_s);
                    });
                    if (!number) {
                        m_done.answer(tl::make_unexpected(number.error()));
                        return;
                    }
                    m_doctor = *number;
                    readProxyLogin();
                });
}

/// The login that was kept for the proxy of the settings; none is asked for here.
void CheckCommand::readProxyLogin()
{
    const QString proxy = m_settings.proxy();
    if (!proxy.contains(u':')) {
        findServices();
        return;
    }
    const QUrl address(u"http://"_s + proxy);
    const QString key = ProxyLogins::keyOf(address.host(), address.port());
    m_proxyKeychain.read(key, this, [this, key](const std::optional<Login>& login) {
        if (login)
            m_proxyLogins.set(key, *login);
        findServices();
    });
}

void CheckCommand::findServices()
{
    if (m_settings.environment() != EnvironmentName::Training) {
        check();
        return;
    }
    m_training.emplace(QStandardPaths::findExecutable(u"hekim-asistani-training"_s,
                                                      {QCoreApplication::applicationDirPath()}));
    connect(&*m_training, &TrainingMinistry::ready, this, [this](const Endpoints& endpoints) {
        m_settings = m_settings.withEndpoints(endpoints);
        check();
    });
    // Without it the check has no address and says so.
    connect(&*m_training, &TrainingMinistry::failed, this, &CheckCommand::check);
    m_training->start();
}

void CheckCommand::check()
{
    ConnectionCheck::Logins logins;
    if (m_doctor) {
        logins.erapor = [this](QObject* context, const std::function<void(Result<void>)>& done) {
            return m_erapor.obtain(m_settings, *m_doctor, context,
                                   [done](const Result<Token>& token) { done(withoutToken(token)); });
        };
    }
    logins.ogn = [this](QObject* context, const std::function<void(Result<void>)>& done) {
        return m_ogn.obtain(m_settings, std::nullopt, context,
                            [done](const Result<Token>& token) { done(withoutToken(token)); });
    };
    logins.waitsForKeychain = [this] { return m_credentials.isWaiting(); };
    m_check.start(m_settings, std::move(logins));
}

void CheckCommand::report()
{
    const ConnectionReport& found = m_check.report();
    const QByteArray text =
        m_line.asJson ? connectiontext::toJson(found) : connectiontext::toText(found).toLocal8Bit();
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stdout);
    std::fflush(stdout);
    for (const SettingsNotice& notice : m_settings.notices())
        std::fprintf(stderr, "%s\n", sentenceFor(notice).toLocal8Bit().constData());
    m_done.answer(found.state() == ConnectionReport::State::Passed ? 0 : 1);
}

} // namespace hekim
