#include "core/text/strictjson.h"

#include <QJsonDocument>
#include <QStringDecoder>

#include <algorithm>

namespace hekim {

bool isUtf8(const QByteArray& text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString decoded = decoder(text);
    return !decoder.hasError();
}

bool isUtf16(const QByteArray& text)
{
    if (text.startsWith("\xff\xfe") || text.startsWith("\xfe\xff"))
        return true;
    constexpr qsizetype sample = 16;
    const QByteArray begin = text.first(std::min(text.size(), sample) & ~qsizetype{1});
    bool little = begin.size() >= 4;
    bool big = little;
    for (qsizetype i = 0; i < begin.size(); i += 2) {
        little = little && begin.at(i) != '\0' && begin.at(i + 1) == '\0';
        big = big && begin.at(i) == '\0' && begin.at(i + 1) != '\0';
    }
    return little || big;
}

tl::expected<QJsonObject, InputFault> strictJsonObject(const QByteArray& document, qsizetype most)
{
    if (document.size() > most)
        return tl::make_unexpected(InputFault::TooLarge);
    if (document.trimmed().isEmpty())
        return tl::make_unexpected(InputFault::Empty);
    if (isUtf16(document))
        return tl::make_unexpected(InputFault::Utf16);
    if (!isUtf8(document))
        return tl::make_unexpected(InputFault::NotUtf8);
    QJsonParseError parsing{};
    const auto json = QJsonDocument::fromJson(document, &parsing);
    if (parsing.error != QJsonParseError::NoError || !json.isObject())
        return tl::make_unexpected(InputFault::NotJson);
    return json.object();
}

} // namespace hekim
