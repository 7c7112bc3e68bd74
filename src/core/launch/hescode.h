#pragma once

#include "core/error/error.h"

namespace hekim {

/// A HES code: 10 ASCII letters and digits, upper case, without "-" (guide 004 section 5.1).
class HesCode
{
public:
    /// Takes what people type or paste: blanks and "-" dropped, upper-cased without the Turkish locale;
    /// i, ı, İ and I become I; any other letter outside ASCII is refused.
    static Result<HesCode> parse(QStringView text, const QString& field);

    [[nodiscard]] QString text() const { return m_text; }
    friend bool operator==(const HesCode&, const HesCode&) = default;

private:
    explicit HesCode(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

} // namespace hekim
