#include "sheets/textdecoder.h"

#include <QStringDecoder>

#include <array>

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

} // namespace

QString decodedText(const QByteArray& bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes)) {
        QStringDecoder decoder(*marked);
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
