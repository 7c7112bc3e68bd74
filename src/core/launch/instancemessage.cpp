#include "core/launch/instancemessage.h"

#include "core/text/redaction.h"

#include <QJsonDocument>
#include <QStringList>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype prefixBytes = 4;
constexpr qsizetype maxTokenBytes = 512;
constexpr qsizetype maxPathLength = 4096;
constexpr qsizetype maxDetailLength = 300;

using Outcome = InstanceReply::Outcome;

struct NamedOutcome
{
    Outcome outcome{};
    QStringView word;
};
constexpr std::array outcomes{
    NamedOutcome{Outcome::Accepted, u"accepted"},
    NamedOutcome{Outcome::WrongEnvironment, u"wrong-environment"},
    NamedOutcome{Outcome::Malformed, u"malformed"},
    NamedOutcome{Outcome::UnknownVersion, u"unknown-version"},
    NamedOutcome{Outcome::Busy, u"busy"},
};

QByteArray framed(const QJsonObject& object)
{
    const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray frame(prefixBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(json.size()), frame.data());
    return frame + json;
}

/// An activation token comes out of the environment: only what the display servers really send is passed on.
bool isActivationToken(const QByteArray& token)
{
    return token.size() <= maxTokenBytes &&
           std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c <= '~'; });
}

DecodedMessage refusal(Outcome outcome, const QString& detail)
{
    return {{outcome, detail}, std::nullopt};
}

DecodedMessage malformed(const QString& member)
{
    return refusal(Outcome::Malformed, u"malformed message: "_s + member);
}

bool hasOnlyKnownMembers(const QJsonObject& object)
{
    static const QStringList known{u"version"_s,      u"command"_s,         u"environment"_s,
                                   u"settingsFile"_s, u"activationToken"_s, u"request"_s};
    const QStringList members = object.keys();
    return std::all_of(members.begin(), members.end(),
                       [](const QString& name) { return known.contains(name); });
}

/// The member's text, empty when absent; nothing when it is there and no text.
std::optional<QString> textMember(const QJsonObject& object, const QString& name)
{
    const QJsonValue value = object.value(name);
    if (value.isUndefined())
        return QString();
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<InstanceMessage::Command> commandOf(const QJsonObject& object)
{
    const QString word = object.value(u"command"_s).toString();
    if (word == u"open")
        return InstanceMessage::Command::Open;
    if (word == u"logout")
        return InstanceMessage::Command::LogOut;
    return std::nullopt;
}

} // namespace

QByteArray encode(const InstanceMessage& message)
{
    QJsonObject object{
        {u"version"_s, instanceProtocolVersion},
        {u"command"_s, message.command == InstanceMessage::Command::Open ? u"open"_s : u"logout"_s},
        {u"request"_s, toJson(message.request)},
    };
    if (message.environment)
        object.insert(u"environment"_s, toString(*message.environment));
    if (!message.settingsFile.isEmpty())
        object.insert(u"settingsFile"_s, message.settingsFile);
    if (!message.activationToken.isEmpty() && isActivationToken(message.activationToken))
        object.insert(u"activationToken"_s, QString::fromLatin1(message.activationToken));
    return framed(object);
}

QByteArray encode(const InstanceReply& reply)
{
    return framed({{u"version"_s, instanceProtocolVersion},
                   {u"detail"_s, reply.detail},
                   {u"outcome"_s, wordOf(reply.outcome)}});
}

QString wordOf(InstanceReply::Outcome outcome)
{
    const auto* const named = std::find_if(outcomes.begin(), outcomes.end(),
                                           [outcome](const auto& one) { return one.outcome == outcome; });
    return named == outcomes.end() ? QString() : named->word.toString();
}

DecodedMessage decodeMessage(const QByteArray& json, EnvironmentName windowEnvironment)
{
    if (json.size() > maxInstanceMessageBytes)
        return malformed(u"size"_s);
    QJsonParseError parseError{};
    const auto document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError || !document.isObject())
        return malformed(u"not a JSON object"_s);
    const QJsonObject object = document.object();

    const QJsonValue version = object.value(u"version"_s);
    if (!version.isDouble())
        return malformed(u"version"_s);
    if (version.toDouble() != instanceProtocolVersion)
        return refusal(Outcome::UnknownVersion, u"the launcher and the window are of different versions"_s);
    if (!hasOnlyKnownMembers(object))
        return malformed(u"unknown member"_s);

    InstanceMessage message;
    const auto command = commandOf(object);
    if (!command)
        return malformed(u"command"_s);
    message.command = *command;

    const auto environment = textMember(object, u"environment"_s);
    if (!environment)
        return malformed(u"environment"_s);
    if (object.contains(u"environment"_s)) {
        message.environment = environmentFromString(*environment);
        if (!message.environment)
            return malformed(u"environment"_s);
    }
    const auto settingsFile = textMember(object, u"settingsFile"_s);
    if (!settingsFile || settingsFile->size() > maxPathLength || settingsFile->contains(QChar::Null))
        return malformed(u"settingsFile"_s);
    message.settingsFile = *settingsFile;

    const auto token = textMember(object, u"activationToken"_s);
    if (!token || !isActivationToken(token->toUtf8()))
        return malformed(u"activationToken"_s);
    message.activationToken = token->toUtf8();

    const QJsonValue request = object.value(u"request"_s);
    if (!request.isObject())
        return malformed(u"request"_s);
    // Before the request itself: what is right in the caller's environment may be wrong in the window's.
    if (message.environment && *message.environment != windowEnvironment)
        return refusal(Outcome::WrongEnvironment,
                       u"the window works in environment "_s + toString(windowEnvironment));
    auto read = launchRequestFromMessage(request.toObject(), windowEnvironment);
    if (!read)
        return malformed(read.error().subject);
    message.request = *std::move(read);
    return {{}, std::move(message)};
}

Result<InstanceReply> decodeReply(const QByteArray& json)
{
    // An answer that cannot be read is as good as none.
    const auto unreadable = tl::make_unexpected(Error{
        .kind = ErrorKind::InstanceSilent, .step = Step::HandOffReply, .detail = u"unreadable reply"_s});
    if (json.size() > maxInstanceMessageBytes)
        return unreadable;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonValue version = object.value(u"version"_s);
    if (!version.isDouble())
        return unreadable;
    if (version.toDouble() != instanceProtocolVersion)
        return InstanceReply{Outcome::UnknownVersion, {}};
    const QString word = object.value(u"outcome"_s).toString();
    const auto detail = textMember(object, u"detail"_s);
    for (const auto& outcome : outcomes) {
        if (outcome.word == word && detail)
            return InstanceReply{outcome.outcome, redacted(detail->left(maxDetailLength))};
    }
    return unreadable;
}

Result<std::optional<QByteArray>> FrameReader::next()
{
    if (m_buffer.size() < prefixBytes)
        return std::nullopt;
    const auto announced = static_cast<qsizetype>(qFromBigEndian<quint32>(m_buffer.constData()));
    if (announced > maxInstanceMessageBytes)
        return badInput(u"message"_s, InputFault::TooLarge);
    if (announced == 0)
        return badInput(u"message"_s, InputFault::Empty);
    if (m_buffer.size() < prefixBytes + announced)
        return std::nullopt;
    QByteArray frame = m_buffer.sliced(prefixBytes, announced);
    m_buffer.remove(0, prefixBytes + announced);
    return std::optional(std::move(frame));
}

} // namespace hekim
