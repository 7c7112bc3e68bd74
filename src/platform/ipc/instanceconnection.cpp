#include "platform/ipc/instanceconnection.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {
constexpr qsizetype lengthPrefix = 4;
} // namespace

InstanceConnection::InstanceConnection(QLocalSocket* socket, std::chrono::milliseconds deadline, Judge judge,
                                       QObject* parent)
    : QObject(parent), m_socket(socket), m_judge(std::move(judge))
{
    m_socket->setParent(this);
    // What does not fit stays in the sender's hands: no sender fills this process's memory.
    m_socket->setReadBufferSize(maxInstanceMessageBytes + lengthPrefix);
    connect(m_socket, &QLocalSocket::readyRead, this, &InstanceConnection::read);
    connect(m_socket, &QLocalSocket::disconnected, this, &QObject::deleteLater);
    QTimer::singleShot(deadline, this, [this] {
        m_socket->abort();
        deleteLater();
    });
    // Bytes that came with the connection are announced by no further signal.
    QMetaObject::invokeMethod(this, &InstanceConnection::read, Qt::QueuedConnection);
}

void InstanceConnection::read()
{
    const QByteArray bytes = m_socket->readAll();
    if (m_answered || bytes.isEmpty())
        return;
    m_reader.append(bytes);
    const Result<std::optional<QByteArray>> frame = m_reader.next();
    if (!frame)
        reply({{InstanceReply::Outcome::Malformed, u"not a message"_s}, {}});
    else if (frame->has_value())
        reply(m_judge(**frame));
}

void InstanceConnection::reply(const Answer& answer)
{
    m_answered = true;
    m_socket->write(encode(answer.reply));
    m_socket->flush(); // on the wire before any slow work begins
    // A launcher that gave up has told its caller that it failed: what it asked for must not appear later.
    const bool isOut = m_socket->state() == QLocalSocket::ConnectedState && m_socket->bytesToWrite() == 0;
    m_socket->disconnectFromServer();
    if (isOut && answer.carryOut)
        answer.carryOut();
}

} // namespace hekim
