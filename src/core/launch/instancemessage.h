#pragma once

#include "core/launch/launchrequest.h"

namespace hekim {

/// What a launcher tells the running window. On the wire: four bytes of length (big endian), then JSON in
/// UTF-8.
struct InstanceMessage
{
    enum class Command { Open, LogOut };

    Command command = Command::Open;
    LaunchRequest request;
    /// The environment the call resolved to where one was set (option, policy, file); the window refuses
    /// another.
    std::optional<EnvironmentName> environment;
    QString settingsFile;       ///< canonical path of `--config`, empty when not given
    QByteArray activationToken; ///< XDG_ACTIVATION_TOKEN or DESKTOP_STARTUP_ID of the caller
};

/// The window's answer, given before any slow work.
struct InstanceReply
{
    enum class Outcome {
        Accepted,
        WrongEnvironment, ///< exit 5
        Malformed,        ///< exit 2: the message did not survive validation on arrival
        UnknownVersion,   ///< exit 5: launcher and window are of different versions
        Busy              ///< exit 5: too many launches wait already
    };
    Outcome outcome = Outcome::Accepted;
    QString detail; ///< one plain line, no numbers
};

/// "accepted", "wrong-environment", …: words of the protocol.
QString wordOf(InstanceReply::Outcome outcome);

constexpr int instanceProtocolVersion = 1;
constexpr qsizetype maxInstanceMessageBytes = qsizetype{64} * 1024;

QByteArray encode(const InstanceMessage& message); ///< with the length prefix
QByteArray encode(const InstanceReply& reply);

/// Takes one whole frame's JSON (without the prefix). `windowEnvironment` decides how numbers are validated.
struct DecodedMessage
{
    InstanceReply refusal; ///< what to answer when there is no message
    std::optional<InstanceMessage> message;
};
DecodedMessage decodeMessage(const QByteArray& json, EnvironmentName windowEnvironment);
Result<InstanceReply> decodeReply(const QByteArray& json);

/// Collects bytes until a frame is whole. A frame announced over the limit is an error at once.
class FrameReader
{
public:
    void append(const QByteArray& bytes) { m_buffer += bytes; }
    /// The next whole frame's JSON; nothing while incomplete; an error when the peer does not keep to the
    /// protocol.
    Result<std::optional<QByteArray>> next();

private:
    QByteArray m_buffer;
};

} // namespace hekim
