#include "core/launch/hescode.h"

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype length = 10;
constexpr qsizetype longestTyped = 64; // whatever blanks and dashes are pasted with it

// Character by character: QString::toUpper() would make "SS" of "ß", and a Turkish locale elsewhere "İ" of
// "i".
QChar upperCased(QChar character)
{
    if (character == u'\u0131' || character == u'\u0130')
        return u'I';
    if (character >= u'a' && character <= u'z')
        return QChar(character.unicode() - u'a' + u'A');
    return character;
}

bool isCodeCharacter(QChar character)
{
    return (character >= u'A' && character <= u'Z') || (character >= u'0' && character <= u'9');
}

} // namespace

Result<HesCode> HesCode::parse(QStringView text, const QString& field)
{
    if (text.size() > longestTyped)
        return badInput(field, InputFault::TooLong);
    QString code;
    for (const QChar typed : text) {
        if (typed == u'-' || typed.isSpace())
            continue;
        const QChar character = upperCased(typed);
        if (!isCodeCharacter(character))
            return badInput(field, InputFault::BadCharacters);
        code += character;
    }
    if (code.isEmpty())
        return badInput(field, InputFault::Empty);
    if (code.size() != length)
        return badInput(field, InputFault::WrongCodeLength);
    return HesCode(code);
}

} // namespace hekim
