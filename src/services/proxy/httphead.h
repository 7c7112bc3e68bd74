#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace hekim {

/// The first line and the headers of a message between a client and a proxy.
class HttpHead
{
public:
    static constexpr qsizetype maxBytes = qsizetype{64} * 1024;

    HttpHead() = default;
    explicit HttpHead(const QByteArray& bytes);

    /// How many bytes of `stream` are a whole head, the empty line included; 0 while it is not there yet.
    static qsizetype lengthIn(const QByteArray& stream);
    static QByteArray withoutHeader(const QByteArray& name, const QByteArray& head);
    /// Whether a response, or more of it than is looked at, stands there with its body.
    static bool isWholeAnswer(const QByteArray& stream);

    [[nodiscard]] QByteArray firstLine() const { return m_lines.value(0); }
    [[nodiscard]] int status() const;          ///< of a response; 0 where there is none
    [[nodiscard]] bool endsConnection() const; ///< a response after which the connection is closed
    [[nodiscard]] QList<QByteArray> values(const QByteArray& name) const;
    [[nodiscard]] QByteArray value(const QByteArray& name) const { return values(name).value(0); }

    /// A way to log in that a proxy offers.
    struct Offer
    {
        QString method;       ///< as it writes it: "Basic", "NTLM"
        QByteArray parameter; ///< a challenge or parameters; may be empty

        [[nodiscard]] bool is(QLatin1StringView name) const
        {
            return method.compare(name, Qt::CaseInsensitive) == 0;
        }
    };
    /// What Proxy-Authenticate says; one header can make several offers (RFC 9110 section 11.6.1).
    [[nodiscard]] QList<Offer> offers() const;

private:
    QList<QByteArray> m_lines;
};

} // namespace hekim
