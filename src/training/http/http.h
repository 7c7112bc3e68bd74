#pragma once

#include <QByteArray>
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

struct Reply
{
    int status = 200;
    QByteArray type;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::optional<Trickle> trickle = {};
};

/// {"Message": …}: how the Ministry's sister services refuse.
Reply jsonRefusal(int status, const QString& message);

} // namespace hekim::training
