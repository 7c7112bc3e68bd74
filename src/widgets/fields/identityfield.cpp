#include "widgets/fields/identityfield.h"

#include <QKeyEvent>
#include <QSignalBlocker>

namespace hekim {

namespace {
constexpr int identityNumberLength = 11;
}

IdentityField::IdentityField(QWidget* parent) : QLineEdit(parent)
{
    setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::textChanged, this, &IdentityField::keepDigits);
}

void IdentityField::setEnvironment(EnvironmentName environment)
{
    m_environment = environment;
    setAccessibleDescription(hint());
    emit standingChanged();
}

void IdentityField::keyPressEvent(QKeyEvent* event)
{
    // A twelfth digit is not taken; a paste may hold more characters than digits, so maxLength would cut it.
    const bool types = !event->text().isEmpty() && event->text().front().isPrint();
    if (types && text().size() >= identityNumberLength && !hasSelectedText()) {
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void IdentityField::keepDigits(const QString& text)
{
    const QString digits = IdentityNumber::digitsOf(text);
    if (digits != text) {
        const auto kept = IdentityNumber::digitsOf(QStringView(text).left(cursorPosition())).size();
        const QSignalBlocker quiet(this);
        setText(digits);
        setCursorPosition(static_cast<int>(kept));
    }
    setAccessibleDescription(hint());
    emit standingChanged();
}

std::optional<IdentityNumber> IdentityField::number() const
{
    const auto parsed = IdentityNumber::parseFor(m_environment, text(), {});
    return parsed ? std::optional(*parsed) : std::nullopt;
}

IdentityField::Standing IdentityField::standing() const
{
    if (text().isEmpty())
        return Standing::Empty;
    if (text().startsWith(QLatin1Char('0')) || text().size() > identityNumberLength)
        return Standing::Wrong;
    if (text().size() < identityNumberLength)
        return Standing::Incomplete;
    const auto parsed = number();
    if (!parsed)
        return Standing::Wrong;
    return parsed->checksumHolds() ? Standing::Good : Standing::Doubtful;
}

QString IdentityField::hint() const
{
    switch (standing()) {
    case Standing::Empty:
        return {};
    case Standing::Incomplete:
        return tr("%n more digit(s)", nullptr, identityNumberLength - static_cast<int>(text().size()));
    case Standing::Good:
        return tr("The number is complete.");
    case Standing::Doubtful:
        return tr("The check digits do not match. Compare it with the identity card.");
    case Standing::Wrong:
        if (text().startsWith(QLatin1Char('0')))
            return tr("An identity number does not start with 0.");
        if (text().size() > identityNumberLength)
            return tr("This is longer than the 11 digits of an identity number.");
        return tr("The check digits do not match: a digit is wrong or two are swapped.");
    }
    return {};
}

} // namespace hekim
