#pragma once

#include "platform/network/proxylogins.h"

#include <QByteArray>

#include <optional>

/// The NTLM login of a proxy, version 2 ([MS-NLMP]), as messages. Qt's own (6.4.2) asks for ever where it
/// does not succeed at once.
namespace hekim::ntlm {

/// What a message is made of besides the login; the published test vectors need their own.
struct Chance
{
    QByteArray clientChallenge; ///< 8 bytes
    quint64 fileTime = 0;       ///< 100 ns since 1601
};
Chance newChance();

/// The first message.
QByteArray negotiation();
/// The last message, to the proxy's challenge; nothing where that is none. The user as `DOMAIN\user`,
/// `user@domain` or alone.
std::optional<QByteArray> answer(const QByteArray& challenge, const Login& login, const Chance& chance);

} // namespace hekim::ntlm
