#pragma once

#include "core/error/error.h"
#include "core/settings/environment.h"

#include <QString>

namespace hekim {

/// A T.C. identity number (TCKN) or a foreigner's number (YKN): 11 ASCII digits, the first not 0.
/// The checksum is not part of being well-formed: the Ministry's test doctors fail it.
class IdentityNumber
{
public:
    enum class Kind { Tckn, Ykn };

    /// Takes exactly 11 ASCII digits; `field` names the input in the error. Never echoes the text.
    static Result<IdentityNumber> parse(QStringView text, const QString& field);

    /// What remains of typed or pasted text: ASCII digits only, blanks, dots and everything else dropped.
    static QString digitsOf(QStringView typed);

    /// Like parse(), and in `live` a failing checksum refuses as well.
    static Result<IdentityNumber> parseFor(EnvironmentName environment, QStringView text,
                                           const QString& field);

    [[nodiscard]] Kind kind() const;          ///< YKN: begins with 97, 98 or 99
    [[nodiscard]] bool checksumHolds() const; ///< always true for a YKN, which has no published checksum
    [[nodiscard]] QString digits() const { return m_digits; }
    [[nodiscard]] QString masked() const;  ///< "100•••••146": for tabs, logs and messages
    [[nodiscard]] QString grouped() const; ///< "100 000 001 46": for reading on the patient banner

    friend bool operator==(const IdentityNumber&, const IdentityNumber&) = default;

private:
    explicit IdentityNumber(QString digits) : m_digits(std::move(digits)) {}
    QString m_digits;
};

} // namespace hekim
