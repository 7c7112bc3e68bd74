#pragma once

#include "core/identity/identitynumber.h"

#include <QLineEdit>

#include <optional>

namespace hekim {

/// A field for a TCKN or YKN: holds digits only (blanks, dots and the rest of a paste are dropped) and tells
/// in words, while the user types, what is still wrong with the number.
class IdentityField : public QLineEdit
{
    Q_OBJECT

public:
    explicit IdentityField(QWidget* parent = nullptr);

    /// In `live` a failing checksum refuses, elsewhere it warns.
    void setEnvironment(EnvironmentName environment);

    [[nodiscard]] std::optional<IdentityNumber> number() const;

    enum class Standing { Empty, Incomplete, Good, Doubtful, Wrong };
    [[nodiscard]] Standing standing() const;
    /// The standing in words, for a hint below the field.
    [[nodiscard]] QString hint() const;

signals:
    void standingChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void keepDigits(const QString& text);

    EnvironmentName m_environment = EnvironmentName::Training;
};

} // namespace hekim
