#pragma once

#include "core/identity/identitynumber.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <tl/expected.hpp>

#include <optional>

namespace hekim::training {

/// The parameters of a query or a form, read strictly: a name that is unknown or given twice is refused in
/// words.
class Parameters
{
public:
    enum class Names { Exact, AnyCase };

    static tl::expected<Parameters, QString> read(const QByteArray& encoded, const QStringList& known,
                                                  Names names);
    /// Names are exact, and each of `needed` has to be given and not to be empty.
    static tl::expected<Parameters, QString> readFilled(const QByteArray& encoded, const QStringList& needed,
                                                        const QStringList& optional = {});

    [[nodiscard]] bool has(const QString& name) const { return m_values.contains(name); }
    [[nodiscard]] QString value(const QString& name) const { return m_values.value(name); }
    /// Nothing where it was not given, which is not the same as an empty one.
    [[nodiscard]] std::optional<QString> find(const QString& name) const
    {
        return has(name) ? std::optional(value(name)) : std::nullopt;
    }

private:
    QHash<QString, QString> m_values; ///< by the spelling in `known`
};

/// A number that can be a person's, its checksum included.
std::optional<IdentityNumber> validNumber(const QString& text);

} // namespace hekim::training
