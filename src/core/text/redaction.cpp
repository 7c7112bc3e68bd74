#include "core/text/redaction.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 16384; // longer ones could run into the matcher's own limits
const auto placeholder = u"\u2022\u2022\u2022"_s;

using Option = QRegularExpression::PatternOption;

/// Replaces every match by what `replacement` makes of it.
template <class Replacement>
QString replaceEach(const QString& text, const QRegularExpression& pattern, Replacement replacement)
{
    QString result;
    qsizetype end = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        result += QStringView(text).sliced(end, match.capturedStart() - end);
        result += replacement(match);
        end = match.capturedEnd();
    }
    return result.append(QStringView(text).sliced(end));
}

QString withoutQueries(QString text)
{
    // QUrl's own debug output decodes blanks, so that a quoted address ends at its quote and nowhere else.
    static const QRegularExpression quoted(u"(?<=\")([a-z][a-z0-9+.-]+:[^\\s\"?#]*)[?#][^\"]*"_s,
                                           Option::CaseInsensitiveOption);
    static const QRegularExpression bare(u"([a-z][a-z0-9+.-]+:[^\\s\"<>?#]+)[?#][^\\s\"<>]*"_s,
                                         Option::CaseInsensitiveOption);
    static const QRegularExpression relative(u"(/[^\\s\"<>?#]*)\\?[^\\s\"<>=]*=[^\\s\"<>]*"_s);
    static const QRegularExpression userInfo(u"://[^\\s/@\"<>]*@"_s);
    text.replace(quoted, u"\\1"_s).replace(bare, u"\\1"_s).replace(relative, u"\\1"_s);
    return text.replace(userInfo, u"://"_s);
}

QString withoutSecrets(QString text)
{
    // key=value, key: value, "key": "value" (also escaped once more inside a string) and ("key", "value"). A
    // value in quotes ends at its quote, a bare one at the next blank: better too much taken away than a "&"
    // of a password.
    static const QRegularExpression members(
        u"((?:[\\w-]*(?:password|passwd|parola|secret|token|otac|authorization|cookie))\\w*"
        "(?:\\s*[:=]\\s*|\\\\*[\"']\\s*[:=,]\\s*))"
        "(?:\\\\*\"(?:[^\"\\\\]|\\\\.)*\"?|(?:(?:Bearer|Basic)\\s+)?\\S+)"_s,
        Option::CaseInsensitiveOption);
    static const QRegularExpression schemes(u"\\b(Bearer|Basic)\\s+[\\w.~+/=%-]+"_s,
                                            Option::CaseInsensitiveOption);
    static const QRegularExpression jwt(u"\\beyJ[\\w-]{4,}(?:\\.[\\w-]*)*"_s);
    static const QRegularExpression opaque(
        u"(?<![\\w.~+-])(?=[a-z._~+-]*[0-9])(?=[0-9._~+-]*[a-z])[a-z0-9._~+-]{32,}=*"_s,
        Option::CaseInsensitiveOption);
    text.replace(members, u"\\1"_s + placeholder).replace(schemes, u"\\1 "_s + placeholder);
    return text.replace(jwt, placeholder).replace(opaque, placeholder);
}

/// "192.168.10.100" has eleven digits as well, and IT needs it.
bool isIpv4Address(QStringView text)
{
    const auto parts = text.split(u'.');
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](QStringView part) {
               return (part.size() == 1 || !part.startsWith(u'0')) && part.toInt() <= 255;
           });
}

QString withoutNumbers(const QString& text)
{
    // \p{Nd}: the digits of every script, since a number typed in another one is still that person's number.
    static const QRegularExpression plain(u"(?<!\\p{Nd})\\p{Nd}{11}(?!\\p{Nd})"_s);
    static const QRegularExpression grouped(
        u"(?<!\\p{Nd})\\p{Nd}(?:(?:[ .\\x{a0}\\x{2009}\\x{202f}+/-]|%20)?\\p{Nd}){10}(?!\\p{Nd})"_s);
    const auto mask = [](const QRegularExpressionMatch& match) {
        QString found = match.captured();
        if (isIpv4Address(found))
            return found;
        QString digits = found;
        digits.remove(u"%20"_s).removeIf([](QChar c) { return !c.isDigit(); });
        return digits.first(3) + QString(5, u'\u2022') + digits.last(3);
    };
    return replaceEach(replaceEach(text, plain, mask), grouped, mask);
}

/// Decodes what can hide a number, a key or an address. Blanks stay encoded, so that a value keeps its end.
QString percentDecodedOnce(const QString& text)
{
    static const QRegularExpression encoded(u"%([2-7][0-9a-f])"_s, Option::CaseInsensitiveOption);
    return replaceEach(text, encoded, [](const QRegularExpressionMatch& match) {
        const int code = match.captured(1).toInt(nullptr, 16);
        return code > 0x20 && code < 0x7f ? QString(QChar(code)) : match.captured();
    });
}

/// One entry stays one line, and nothing in it moves a terminal's cursor or turns the direction of writing.
QString onOneLine(QString text)
{
    static const QRegularExpression lineEnds(
        u"\\s*(?:\\r\\n|[\\n\\r\\x{0b}\\x{0c}\\x{85}\\x{2028}\\x{2029}])\\s*"_s);
    static const QRegularExpression controls(
        u"[\\x{00}-\\x{1f}\\x{7f}-\\x{9f}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"_s);
    text.replace(lineEnds, u" \u23ce "_s);
    return text.replace(controls, u"\ufffd"_s);
}

} // namespace

QString redacted(const QString& text)
{
    if (text.isEmpty())
        return {};
    QString result = text.first(std::min(text.size(), longestText));
    // Encoded within encoded ("%2531"): from the outside inwards, each layer judged before it is opened.
    for (int layer = 0; layer < 4; ++layer) {
        result = withoutNumbers(withoutSecrets(withoutQueries(result)));
        const QString opened = percentDecodedOnce(result);
        if (opened == result)
            break;
        result = opened;
    }
    return onOneLine(withoutNumbers(withoutSecrets(withoutQueries(result))));
}

QString redacted(const QUrl& url)
{
    if (!url.isValid())
        return u"(no address)"_s;
    // What follows another scheme (data:, javascript:, a signature module's) is content, not a place.
    static const QStringList places{u"https"_s, u"http"_s, u"wss"_s,   u"ws"_s,
                                    u"file"_s,  u"qrc"_s,  u"chrome"_s};
    if (!places.contains(url.scheme()))
        return url.scheme() + u':';
    return redacted(
        url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded));
}

} // namespace hekim
