#pragma once

#include <QHostAddress>
#include <QTcpSocket>

namespace hekim::test {

/// A port of this computer that refuses connections, and that no other program takes meanwhile.
class ClosedPort
{
public:
    explicit ClosedPort(const QHostAddress& address = QHostAddress::LocalHost)
    {
        if (!m_bound.bind(address))
            qFatal("no port is free");
    }
    [[nodiscard]] quint16 number() const { return m_bound.localPort(); }
    [[nodiscard]] QString place() const
    {
        return m_bound.localAddress().toString() + u':' + QString::number(number());
    }

private:
    QTcpSocket m_bound; ///< and not listening
};

} // namespace hekim::test
