#include "core/identity/identitynumber.h"

#include <algorithm>
#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype length = 11;

// Not QChar::isDigit(), which takes the digits of every script: the services know ASCII only.
bool isAsciiDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

} // namespace

Result<IdentityNumber> IdentityNumber::parse(QStringView text, const QString& field)
{
    if (text.isEmpty())
        return badInput(field, InputFault::Empty);
    if (!std::all_of(text.begin(), text.end(), isAsciiDigit))
        return badInput(field, InputFault::NotDigits);
    if (text.size() != length)
        return badInput(field, InputFault::WrongLength);
    if (text.front() == u'0')
        return badInput(field, InputFault::WrongStart);
    return IdentityNumber(text.toString());
}

QString IdentityNumber::digitsOf(QStringView typed)
{
    QString digits;
    std::copy_if(typed.begin(), typed.end(), std::back_inserter(digits), isAsciiDigit);
    return digits;
}

Result<IdentityNumber> IdentityNumber::parseFor(EnvironmentName environment, QStringView text,
                                                const QString& field)
{
    auto number = parse(text, field);
    if (number && environment == EnvironmentName::Live && !number->checksumHolds())
        return badInput(field, InputFault::WrongChecksum);
    return number;
}

IdentityNumber::Kind IdentityNumber::kind() const
{
    const bool foreigner =
        m_digits.startsWith(u"97"_s) || m_digits.startsWith(u"98"_s) || m_digits.startsWith(u"99"_s);
    return foreigner ? Kind::Ykn : Kind::Tckn;
}

bool IdentityNumber::checksumHolds() const
{
    if (kind() == Kind::Ykn)
        return true;
    std::array<int, length> d{};
    std::transform(m_digits.begin(), m_digits.end(), d.begin(), [](QChar c) { return c.unicode() - u'0'; });
    const int odd = d[0] + d[2] + d[4] + d[6] + d[8];
    const int even = d[1] + d[3] + d[5] + d[7];
    const int tenth = ((7 * odd - even) % 10 + 10) % 10;
    const int eleventh = (odd + even + d[9]) % 10;
    return d[9] == tenth && d[10] == eleventh;
}

QString IdentityNumber::masked() const
{
    return m_digits.first(3) + QString(5, u'\u2022') + m_digits.last(3);
}

QString IdentityNumber::grouped() const
{
    return m_digits.sliced(0, 3) + u' ' + m_digits.sliced(3, 3) + u' ' + m_digits.sliced(6, 3) + u' ' +
           m_digits.sliced(9, 2);
}

} // namespace hekim
