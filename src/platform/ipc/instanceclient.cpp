#include "platform/ipc/instanceclient.h"

#include "platform/ipc/instancechannel.h"

#include <QLocalSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

Error channelError(ErrorKind kind, const QString& detail)
{
    return {.kind = kind, .step = Step::WindowHandOff, .detail = detail};
}

/// One attempt; deletes itself when it is over or its context goes.
class Attempt : public QObject
{
public:
    Attempt(const InstanceMessage& message, QObject* context, InstanceClient::Done done)
        : QObject(context), m_frame(encode(message)), m_done(std::move(done))
    {
        connect(&m_socket, &QLocalSocket::connected, this, &Attempt::send);
        connect(&m_socket, &QLocalSocket::readyRead, this, &Attempt::read);
        connect(&m_socket, &QLocalSocket::errorOccurred, this, &Attempt::fail);
        connect(&m_deadline, &QTimer::timeout, this, [this] {
            finish(tl::make_unexpected(channelError(ErrorKind::InstanceSilent, u"no answer in time"_s)));
        });
    }

    void start(const QString& address, std::chrono::milliseconds deadline)
    {
        m_deadline.setSingleShot(true);
        m_deadline.start(deadline);
        // A local socket may connect or fail within this very call.
        QMetaObject::invokeMethod(
            this, [this, address] { m_socket.connectToServer(address); }, Qt::QueuedConnection);
    }

private:
    void send()
    {
        if (!peerIsThisUser(m_socket)) {
            finish(tl::make_unexpected(
                channelError(ErrorKind::ChannelUnsafe, u"the channel was opened by another user"_s)));
            return;
        }
        allowForeground(m_socket);
        m_sent = true;
        m_socket.write(m_frame);
        m_socket.flush();
    }

    void read()
    {
        m_reader.append(m_socket.readAll());
        const Result<std::optional<QByteArray>> frame = m_reader.next();
        if (!frame) {
            finish(tl::make_unexpected(channelError(ErrorKind::InstanceSilent, u"unreadable reply"_s)));
        } else if (frame->has_value()) {
            const Result<InstanceReply> reply = decodeReply(**frame);
            if (reply)
                finish(Delivery{Delivery::Kind::Answered, *reply});
            else
                finish(tl::make_unexpected(reply.error()));
        }
    }

    void fail(QLocalSocket::LocalSocketError error)
    {
        if (m_sent || error == QLocalSocket::PeerClosedError)
            finish(Delivery{Delivery::Kind::Cut, {}});
        else if (error == QLocalSocket::ServerNotFoundError || error == QLocalSocket::ConnectionRefusedError)
            finish(Delivery{Delivery::Kind::NobodyListens, {}});
        else if (error == QLocalSocket::SocketAccessError)
            finish(tl::make_unexpected(channelError(ErrorKind::ChannelUnsafe, m_socket.errorString())));
        else
            finish(tl::make_unexpected(channelError(ErrorKind::InstanceSilent, m_socket.errorString())));
    }

    void finish(const Result<Delivery>& result)
    {
        m_deadline.stop();
        m_socket.disconnect(this);
        m_socket.abort();
        deleteLater();
        if (const InstanceClient::Done done = std::exchange(m_done, nullptr))
            done(result);
    }

    QByteArray m_frame;
    InstanceClient::Done m_done;
    QLocalSocket m_socket;
    QTimer m_deadline;
    FrameReader m_reader;
    bool m_sent = false;
};

} // namespace

void InstanceClient::deliver(const QString& address, const InstanceMessage& message,
                             std::chrono::milliseconds deadline, QObject* context, Done done)
{
    (new Attempt(message, context, std::move(done)))->start(address, deadline);
}

} // namespace hekim
