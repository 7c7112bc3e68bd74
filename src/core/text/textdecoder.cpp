#include "core/text/textdecoder.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace hekim {

namespace {

// Windows-1254 is Latin-1 but for its C1 range and six Turkish letters. Qt 6.4 has no codec for it.
constexpr std::array<char16_t, 32> c1{
    u'\u20AC', u'\uFFFD', u'\u201A', u'\u0192', u'\u201E', u'\u2026', u'\u2020', u'\u2021',
    u'\u02C6', u'\u2030', u'\u0160', u'\u2039', u'\u0152', u'\uFFFD', u'\uFFFD', u'\uFFFD',
    u'\uFFFD', u'\u2018', u'\u2019', u'\u201C', u'\u201D', u'\u2022', u'\u2013', u'\u2014',
    u'\u02DC', u'\u2122', u'\u0161', u'\u203A', u'\u0153', u'\uFFFD', u'\uFFFD', u'\u0178'};

char16_t turkish(uchar byte)
{
    switch (byte) {
    case 0xD0:
        return u'Ğ';
    case 0xDD:
        return u'İ';
    case 0xDE:
        return u'Ş';
    case 0xF0:
        return u'ğ';
    case 0xFD:
        return u'ı';
    case 0xFE:
        return u'ş';
    default:
        return byte >= 0x80 && byte < 0xA0 ? c1.at(byte - 0x80) : char16_t(byte);
    }
}

// UTF-16 without its mark: every other byte of what a list is made of is zero.
std::optional<QStringConverter::Encoding> unmarkedUtf16(const QByteArray& bytes)
{
    constexpr qsizetype sample = 4096;
    const qsizetype size = std::min(bytes.size(), sample);
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < size; ++i)
        zeros.at(i % 2) += bytes.at(i) == '\0' ? 1 : 0;
    const auto isText = [size](qsizetype high, qsizetype low) { return high > size / 4 && low < high / 16; };
    if (isText(zeros[1], zeros[0]))
        return QStringConverter::Utf16LE;
    if (isText(zeros[0], zeros[1]))
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

} // namespace

QString decodedText(const QByteArray& bytes)
{
    auto encoding = QStringConverter::encodingForData(bytes);
    if (!encoding)
        encoding = unmarkedUtf16(bytes);
    if (encoding) {
        QStringDecoder decoder(*encoding);
        return decoder.decode(bytes);
    }
    QStringDecoder utf8(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    QString text = utf8.decode(bytes);
    if (!utf8.hasError())
        return text;
    text.resize(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i)
        text[i] = QChar(turkish(static_cast<uchar>(bytes.at(i))));
    return text;
}

} // namespace hekim
