#include "services/http/replytext.h"

#include "core/text/redaction.h"
#include "core/text/strictjson.h"
#include "core/text/textdecoder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringConverter>

namespace hekim {

using namespace Qt::StringLiterals;

QString replyText(const QByteArray& body)
{
    if (isUtf8(body) || QStringConverter::encodingForData(body))
        return decodedText(body).trimmed();
    QStringList parts;
    const QList<QByteArray> texts = body.split('"'); // never part of another character in either encoding
    for (const QByteArray& text : texts)
        parts.append(decodedText(text));
    return parts.join(u'"').trimmed();
}

QJsonValue replyJson(const QString& text)
{
    // Wrapped, since QJsonDocument takes no bare string.
    const QJsonArray array = QJsonDocument::fromJson('[' + text.toUtf8() + ']').array();
    return array.size() == 1 ? array.first() : QJsonValue(QJsonValue::Undefined);
}

QString replyWords(const QJsonObject& reply)
{
    constexpr qsizetype longest = 200;
    for (const auto name : {"error_description"_L1, "Message"_L1, "message"_L1, "error"_L1, "title"_L1}) {
        const QString words = reply.value(name).toString().simplified();
        if (!words.isEmpty())
            return redacted(words).left(longest);
    }
    return {};
}

} // namespace hekim
