#include "services/proxy/httphead.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hekim {

HttpHead::HttpHead(const QByteArray& bytes)
{
    for (const QByteArray& line : bytes.split('\n')) {
        if (const QByteArray trimmed = line.trimmed(); !trimmed.isEmpty())
            m_lines.append(trimmed);
    }
}

qsizetype HttpHead::lengthIn(const QByteArray& stream)
{
    const qsizetype end = stream.indexOf("\r\n\r\n");
    return end < 0 ? 0 : end + 4;
}

QByteArray HttpHead::withoutHeader(const QByteArray& name, const QByteArray& head)
{
    QByteArray changed;
    for (const QByteArray& line : head.trimmed().split('\n')) {
        if (!line.toLower().startsWith(name.toLower() + ':'))
            changed += line.trimmed() + "\r\n";
    }
    return changed + "\r\n";
}

bool HttpHead::isWholeAnswer(const QByteArray& stream)
{
    const qsizetype length = lengthIn(stream);
    if (length == 0 || stream.size() > 2 * maxBytes)
        return length > 0;
    const HttpHead head(stream.left(length));
    const QByteArray body = stream.mid(length);
    if (head.value(QByteArrayLiteral("Transfer-Encoding")).toLower() == "chunked")
        return body.endsWith("0\r\n\r\n");
    return body.size() >= head.value(QByteArrayLiteral("Content-Length")).toLongLong();
}

bool HttpHead::endsConnection() const
{
    return value(QByteArrayLiteral("Proxy-Connection")).toLower() == "close" ||
           value(QByteArrayLiteral("Connection")).toLower() == "close" || firstLine().startsWith("HTTP/1.0");
}

int HttpHead::status() const
{
    const QByteArray line = firstLine();
    return line.startsWith("HTTP/1.") ? line.mid(9, 3).toInt() : 0;
}

QList<QByteArray> HttpHead::values(const QByteArray& name) const
{
    QList<QByteArray> values;
    for (const QByteArray& line : m_lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            values.append(line.mid(colon + 1).trimmed());
    }
    return values;
}

QList<HttpHead::Offer> HttpHead::offers() const
{
    // A method stands at the start or behind a comma, and a space or nothing follows it; a parameter has its
    // "=" behind its name.
    static const QRegularExpression method(
        u"(?:^|,)\\s*([A-Za-z][A-Za-z0-9._-]*)(?=\\s+[^\\s=]|\\s*(?:,|$))"_s);
    static const QRegularExpression quoted(u"\"(?:[^\"\\\\]|\\\\.)*\""_s);
    constexpr qsizetype longestName = 20; // a proxy's word, shown to people
    QList<Offer> offers;
    for (const QByteArray& value : values(QByteArrayLiteral("Proxy-Authenticate"))) {
        QString text = QString::fromLatin1(value); // what is quoted says nothing, its length does
        for (auto found = quoted.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            text.replace(match.capturedStart(), match.capturedLength(),
                         QString(match.capturedLength(), u'"'));
        }
        qsizetype start = 0; // of the last offer's parameter
        const auto endLast = [&](qsizetype end) {
            if (start > 0)
                offers.last().parameter = value.mid(start, end - start).trimmed();
        };
        for (auto found = method.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            endLast(match.capturedStart());
            offers.append({match.captured(1).left(longestName), {}});
            start = match.capturedEnd(1);
        }
        endLast(value.size());
    }
    return offers;
}

} // namespace hekim
