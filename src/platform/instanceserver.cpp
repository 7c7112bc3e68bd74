#include "platform/instanceserver.h"

#include "platform/instancechannel.h"
#include "platform/instanceconnection.h"
#include "platform/lockfile.h"

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr int maxConnections = 64;

InstanceReply accept(const InstanceMessage&)
{
    return {};
}

Error notStarted(const QString& detail)
{
    return {ErrorKind::WindowNotStarted, u"instance channel"_s, InputFault::None, {}, 0, detail};
}

} // namespace

class InstanceServer::Private
{
public:
    explicit Private(InstanceServer* owner) : q(owner) {}

    Result<void> open(const InstanceChannel& channel);
    void takeConnections();
    InstanceConnection::Answer answer(const QByteArray& json);

    InstanceServer* q;
    QLocalServer server;
    std::unique_ptr<QLockFile> lock; // outlives the socket, see ~InstanceServer
    EnvironmentName environment = EnvironmentName::Training;
    Judge judge = accept;
    int connections = 0;
};

InstanceServer::InstanceServer(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this))
{
    connect(&d->server, &QLocalServer::newConnection, this, [this] { d->takeConnections(); });
}

InstanceServer::~InstanceServer()
{
    qDeleteAll(findChildren<InstanceConnection*>());
    d->server.close(); // removes the socket while the lock is still ours
}

void InstanceServer::setJudge(Judge judge)
{
    d->judge = std::move(judge);
}

Result<InstanceServer::Taken> InstanceServer::listen(EnvironmentName environment)
{
    const Result<InstanceChannel> channel = instanceChannel();
    if (!channel)
        return tl::make_unexpected(channel.error());

    d->environment = environment;
    d->lock = std::make_unique<QLockFile>(channel->lockFile);
    d->lock->setStaleLockTime(emptyLockFileAge);
    if (!d->lock->tryLock()) {
        if (d->lock->error() == QLockFile::LockFailedError)
            return Taken::Elsewhere;
        return tl::make_unexpected(notStarted(u"the lock file cannot be written"_s));
    }
    if (const Result<void> opened = d->open(*channel); !opened) {
        d->lock.reset();
        return tl::make_unexpected(opened.error());
    }
    return Taken::Here;
}

Result<void> InstanceServer::Private::open(const InstanceChannel& channel)
{
    removeLeftover(channel);
    server.setListenBacklogSize(2 * maxConnections);
    server.setMaxPendingConnections(maxConnections);
#ifdef Q_OS_WIN
    // Elsewhere the folder is the guard, and the option would bind through a temporary folder with a longer
    // path.
    server.setSocketOptions(QLocalServer::UserAccessOption);
#endif
    if (!server.listen(channel.address))
        return tl::make_unexpected(notStarted(server.errorString()));
    return {};
}

void InstanceServer::Private::takeConnections()
{
    while (QLocalSocket* socket = server.nextPendingConnection()) {
        if (connections >= maxConnections || !peerIsThisUser(*socket)) {
            socket->abort(); // no word to another user; a launcher of ours tries again
            socket->deleteLater();
            continue;
        }
        ++connections;
        auto* connection = new InstanceConnection(
            socket, [this](const QByteArray& json) { return answer(json); }, q);
        QObject::connect(connection, &QObject::destroyed, q, [this] { --connections; });
    }
}

InstanceConnection::Answer InstanceServer::Private::answer(const QByteArray& json)
{
    const DecodedMessage decoded = decodeMessage(json, environment);
    if (!decoded.message) {
        emit q->messageRefused(decoded.refusal.outcome);
        return {decoded.refusal, {}};
    }
    const InstanceReply reply = judge(*decoded.message);
    if (reply.outcome != InstanceReply::Outcome::Accepted)
        return {reply, {}};
    return {reply, [this, message = *decoded.message] {
                QMetaObject::invokeMethod(
                    q, [this, message] { emit q->messageAccepted(message); }, Qt::QueuedConnection);
            }};
}

} // namespace hekim
