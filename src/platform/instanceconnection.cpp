#include "platform/instanceconnection.h"

#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hekim {

namespace {
constexpr auto deadline = 5s; // hand-off, DESIGN 1
constexpr qsizetype lengthPrefix = 4;
} // namespace

InstanceConnection::InstanceConnection(QLocalSocket* socket, Answer answer, QObject* parent)
    : QObject(parent), m_socket(socket), m_answer(std::move(answer))
{
    m_socket->setParent(this);
    // What does not fit stays in the sender's hands: nobody fills this process's memory.
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
        reply({InstanceReply::Outcome::Malformed, frame.error().detail});
    else if (frame->has_value())
        reply(m_answer(**frame));
}

void InstanceConnection::reply(const InstanceReply& reply)
{
    m_answered = true;
    m_socket->write(encode(reply));
    m_socket->flush(); // on the wire before any slow work begins
    m_socket->disconnectFromServer();
}

} // namespace hekim
