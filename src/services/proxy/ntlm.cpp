#include "services/proxy/ntlm.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QtEndian>

#include <array>

namespace hekim::ntlm {

namespace {

constexpr QByteArrayView signature("NTLMSSP\0", 8);

enum Flag : quint32 {
    Unicode = 0x1,
    RequestTarget = 0x4,
    Ntlm = 0x200,
    AlwaysSign = 0x8000,
    ExtendedSecurity = 0x80000
};
constexpr quint32 flags = Unicode | RequestTarget | Ntlm | AlwaysSign | ExtendedSecurity;

constexpr quint16 timestampId = 7;
constexpr qsizetype shortestChallenge = 32; ///< older servers end before the target information

template <class Integer>
QByteArray little(Integer value)
{
    QByteArray bytes(sizeof(Integer), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

template <class Integer>
Integer littleAt(const QByteArray& message, qsizetype place)
{
    return qFromLittleEndian<Integer>(message.constData() + place);
}

QByteArray utf16(const QString& text)
{
    QByteArray bytes;
    for (const QChar c : text)
        bytes += little(c.unicode());
    return bytes;
}

QByteArray hmac(const QByteArray& key, const QByteArray& text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Md5);
}

/// What a security buffer (length, room, place) of the message points at; empty where that lies outside.
QByteArray bufferAt(const QByteArray& message, qsizetype place)
{
    if (message.size() < place + 8)
        return {};
    const qsizetype length = littleAt<quint16>(message, place);
    const qsizetype start = littleAt<quint32>(message, place + 4);
    return start + length <= message.size() ? message.mid(start, length) : QByteArray();
}

/// The server's clock among its target information.
QByteArray timestampIn(const QByteArray& targetInformation)
{
    for (qsizetype i = 0; i + 4 <= targetInformation.size();) {
        const auto id = littleAt<quint16>(targetInformation, i);
        const qsizetype length = littleAt<quint16>(targetInformation, i + 2);
        if (id == timestampId && length == 8)
            return targetInformation.mid(i + 4, length);
        i += 4 + length;
    }
    return {};
}

} // namespace

Chance newChance()
{
    constexpr qint64 secondsFrom1601To1970 = 11'644'473'600;
    const qint64 milliseconds = QDateTime::currentMSecsSinceEpoch() + secondsFrom1601To1970 * 1000;
    return {little(QRandomGenerator::system()->generate64()), quint64(milliseconds) * 10'000};
}

QByteArray negotiation()
{
    // Neither domain nor workstation: two empty buffers.
    return signature.toByteArray() + little(quint32{1}) + little(flags) + QByteArray(16, '\0');
}

std::optional<QByteArray> answer(const QByteArray& challenge, const Login& login, const Chance& chance)
{
    if (challenge.size() < shortestChallenge || !challenge.startsWith(signature) ||
        littleAt<quint32>(challenge, 8) != 2)
        return {};
    const QByteArray serverChallenge = challenge.mid(24, 8);
    const QByteArray targetInformation = bufferAt(challenge, 40);

    const qsizetype separator = login.user.indexOf(u'\\');
    const QString domain = login.user.left(std::max<qsizetype>(separator, 0));
    const QString user = login.user.mid(separator + 1);

    const QByteArray passwordHash = QCryptographicHash::hash(utf16(login.password), QCryptographicHash::Md4);
    const QByteArray key = hmac(passwordHash, utf16(user.toUpper() + domain));
    const QByteArray serverTime = timestampIn(targetInformation);
    const QByteArray blob = QByteArray("\x01\x01\0\0\0\0\0\0", 8) +
                            (serverTime.isEmpty() ? little(chance.fileTime) : serverTime) +
                            chance.clientChallenge + QByteArray(4, '\0') + targetInformation +
                            QByteArray(4, '\0');
    const QByteArray ntResponse = hmac(key, serverChallenge + blob) + blob;
    // A server that tells its time wants no answer of the older kind.
    const QByteArray lmResponse =
        serverTime.isEmpty() ? hmac(key, serverChallenge + chance.clientChallenge) + chance.clientChallenge
                             : QByteArray(24, '\0');

    const std::array parts{lmResponse, ntResponse, utf16(domain), utf16(user), QByteArray(), QByteArray()};
    QByteArray buffers;
    QByteArray payload;
    constexpr quint32 payloadStart = 64;
    for (const QByteArray& part : parts) {
        buffers += little(quint16(part.size())) + little(quint16(part.size())) +
                   little(payloadStart + quint32(payload.size()));
        payload += part;
    }
    return signature.toByteArray() + little(quint32{3}) + buffers + little(flags) + payload;
}

} // namespace hekim::ntlm
