#include "core/strictjson.h"

#include <QJsonDocument>
#include <QStringDecoder>

namespace hekim {

bool isUtf8(const QByteArray& text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString decoded = decoder(text);
    return !decoder.hasError();
}

tl::expected<QJsonObject, InputFault> strictJsonObject(const QByteArray& document, qsizetype most)
{
    if (document.size() > most)
        return tl::make_unexpected(InputFault::TooLarge);
    if (document.trimmed().isEmpty())
        return tl::make_unexpected(InputFault::Empty);
    if (!isUtf8(document))
        return tl::make_unexpected(InputFault::NotUtf8);
    QJsonParseError parsing{};
    const auto json = QJsonDocument::fromJson(document, &parsing);
    if (parsing.error != QJsonParseError::NoError || !json.isObject())
        return tl::make_unexpected(InputFault::NotJson);
    return json.object();
}

} // namespace hekim
