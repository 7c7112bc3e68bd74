#include "widgets/fields/pinfield.h"

#include "core/identity/pinrules.h"

#include <QRegularExpressionValidator>

namespace hekim {

using namespace Qt::StringLiterals;

PinField::PinField(QWidget* parent) : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setMaxLength(longestPin);
    setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]*"_s), this));
    setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhHiddenText | Qt::ImhSensitiveData |
                        Qt::ImhNoPredictiveText);
    setAccessibleName(u"PIN"_s);
}

QString PinField::take()
{
    const QString pin = text();
    clear();
    return pin;
}

} // namespace hekim
