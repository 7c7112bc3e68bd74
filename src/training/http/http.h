#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace hekim::training {

/// A request as the handlers see it, free of the HTTP library.
struct Request
{
    QByteArray method;
    QString path;     ///< percent-decoded
    QByteArray query; ///< as sent, without the question mark
    QByteArray body;
    QByteArray contentType;   ///< as sent, with its parameters
    QByteArray authorization; ///< the header
    QByteArray cookie;        ///< the header
    QByteArray host;
    QByteArray origin;
    QByteArray accept;

    [[nodiscard]] bool isForm() const;    ///< the body is form-encoded
    [[nodiscard]] bool isJson() const;    ///< the body is JSON
    [[nodiscard]] bool wantsJson() const; ///< the page's own script asks
    [[nodiscard]] QByteArray bearer() const;
    [[nodiscard]] QByteArray cookieNamed(const QByteArray& name) const;
};

/// A body that is made while it is sent, in place of Reply::body.
struct Trickle
{
    qint64 size = 0;      ///< bytes that are announced
    qint64 perSecond = 0; ///< 0: as fast as they are taken
    qint64 cutAfter = -1; ///< the connection ends after so many; -1: never
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

struct Reply
{
    int status = 200;
    QByteArray type;
    QByteArray body;
    Headers headers;
    std::optional<Trickle> trickle = {};
};

Reply json(int status, const QJsonObject& object, const Headers& headers = {});

/// {"Message": …}: how the Ministry's sister services refuse.
Reply jsonRefusal(int status, const QString& message);
/// 401, with what would be let in.
Reply unauthorized(const QString& message, const QByteArray& challenge);
/// 415, where a form was to be sent.
Reply noForm();

/// What a token service answers (RFC 6749): no cache may keep it (section 5.1).
Reply tokenReply(const QByteArray& token, const QString& type, int lifetimeSeconds);
/// Its refusal (section 5.2), with the words that say why.
Reply tokenRefusal(const QString& error, const QString& description);

} // namespace hekim::training
