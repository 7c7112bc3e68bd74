#pragma once

#include <QLineEdit>

namespace hekim {

/// Takes a PIN: digits only, shown as dots, kept out of the clipboard's and the input method's memory.
class PinField : public QLineEdit
{
    Q_OBJECT

public:
    explicit PinField(QWidget* parent = nullptr);

    /// What was typed; the field is empty afterwards.
    [[nodiscard]] QString take();
};

} // namespace hekim
