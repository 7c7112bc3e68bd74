#include "platform/ipc/instanceserver.h"

#include "platform/files/lockfile.h"
#include "platform/ipc/instancechannel.h"
#include "platform/ipc/instanceconnection.h"

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
    return {.kind = ErrorKind::WindowNotStarted, .step = Step::InstanceChannel, .detail = detail};
}

} // namespace

class InstanceServer::Private
{
public:
    Private(InstanceServer* owner, std::chrono::milliseconds patience) : q(owner), deadline(patience) {}

    Result<void> open(const InstanceChannel& taken);
    void takeConnections();
    InstanceConnection::Answer answer(const QByteArray& json);

    InstanceServer* q;
    std::chrono::milliseconds deadline;
    QLocalServer server;
    InstanceChannel channel;
    std::unique_ptr<QLockFile> lock; // outlives the socket, see ~InstanceServer
    EnvironmentName environment = EnvironmentName::Training;
    Judge judge = accept;
    int connections = 0;
};

InstanceServer::InstanceServer(std::chrono::milliseconds deadline, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, deadline))
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
    d->channel = *channel;
    return Taken::Here;
}

const InstanceChannel& InstanceServer::channel() const
{
    return d->channel;
}

Result<void> InstanceServer::Private::open(const InstanceChannel& taken)
{
    removeLeftover(taken);
    server.setListenBacklogSize(2 * maxConnections);
    server.setMaxPendingConnections(maxConnections);
#ifdef Q_OS_WIN
    // Elsewhere the folder is the guard, and the option would bind through a temporary folder with a longer
    // path.
    server.setSocketOptions(QLocalServer::UserAccessOption);
#endif
    if (!server.listen(taken.address))
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
            socket, deadline, [this](const QByteArray& json) { return answer(json); }, q);
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
