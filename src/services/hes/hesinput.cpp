#include "services/hes/hesinput.h"

#include <QRegularExpression>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

/// Dashes become "-"; what cannot be seen goes.
QString tidied(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        if (c.category() == QChar::Punctuation_Dash || c == u'\u2212' || c == u'*')
            plain += u'-';
        else if (c == u'\u0307' && plain.endsWith(u'i', Qt::CaseInsensitive))
            continue; // "i̇": how programs write a small "İ"
        else if (c.category() != QChar::Other_Format)
            plain += c;
    }
    return plain;
}

} // namespace

Result<HesCode> readHesCode(QStringView text, const QString& field)
{
    if (text.size() > longestHesInput)
        return badInput(field, InputFault::TooLong);
    auto whole = HesCode::parse(tidied(text), field);
    if (whole)
        return whole;
    const QList<HesCode> found = findHesCodes(text);
    if (found.size() == 1)
        return found.constFirst();
    return found.isEmpty() ? whole : badInput(field, InputFault::GivenTwice);
}

QList<HesCode> findHesCodes(QStringView text)
{
    // Four, four and two, between them the same separator or none (guide 004 section 5.3 prints both forms).
    static const QRegularExpression pattern(
        u"(?<![\\p{L}\\p{N}])[A-Za-z0-9ıİ]{4}([- ]?)[A-Za-z0-9ıİ]{4}\\1[A-Za-z0-9ıİ]{2}(?![\\p{L}\\p{N}])"_s);
    static const QRegularExpression letter(u"[A-Z]"_s);
    static const QRegularExpression digit(u"[0-9]"_s);
    QList<HesCode> codes;
    if (text.size() > longestHesInput)
        return codes;
    const QString plain = tidied(text);
    for (auto matches = pattern.globalMatch(plain); matches.hasNext();) {
        const auto code = HesCode::parse(matches.next().capturedView(), {});
        if (code && code->text().contains(letter) && code->text().contains(digit) && !codes.contains(*code))
            codes += *code;
    }
    return codes;
}

} // namespace hekim
