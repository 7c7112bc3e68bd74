#include "gui/login/pindialog.h"

#include "gui/login/pintext.h"
#include "widgets/announce.h"
#include "widgets/fields/pinfield.h"
#include "widgets/helptopic.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace hekim {

PinDialog::PinDialog(const IdentityNumber& doctor, bool required, QWidget* parent)
    : QDialog(parent)
    , m_doctor(doctor)
    , m_pin(new PinField(this))
    , m_again(new PinField(this))
    , m_message(new QLabel(this))
{
    constexpr int width = 420;
    setWindowTitle(tr("Choose a PIN"));
    setAttribute(Qt::WA_DeleteOnClose);
    setHelpTopic(*this, HelpTopic::Login);
    auto* text =
        new QLabel(required ? tr("From now on you log in on this computer with your number and a PIN, "
                                 "and unlock the screen with it. At least six digits.")
                            : tr("With a PIN nobody else can log in with your number on this computer "
                                 "or unlock your screen. At least six digits."),
                   this);
    for (QLabel* label : {text, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(width);
    }
    m_message->setMargin(theme::gapSmall);
    QPalette warning = m_message->palette();
    warning.setColor(QPalette::Window, theme::coloursOf(theme::State::Warning).background);
    warning.setColor(QPalette::WindowText, theme::coloursOf(theme::State::Warning).text);
    m_message->setPalette(warning);
    m_pin->setAccessibleName(tr("New PIN"));
    m_again->setAccessibleName(tr("New PIN again"));

    auto* buttons = new QDialogButtonBox(this);
    m_keep = buttons->addButton(tr("Keep the PIN"), QDialogButtonBox::AcceptRole);
    m_keep->setDefault(true);
    buttons->addButton(required ? tr("Log out") : tr("Not now"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        m_keep->setEnabled(false);
        emit chosen(m_pin->text());
    });
    connect(m_pin, &QLineEdit::textChanged, this, &PinDialog::judge);
    connect(m_again, &QLineEdit::textChanged, this, &PinDialog::judge);

    auto* fields = new QFormLayout;
    fields->setSpacing(theme::gap);
    fields->addRow(tr("New PIN"), m_pin);
    fields->addRow(tr("Again"), m_again);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapSection, theme::gapLarge, theme::gapSection, theme::gapLarge);
    layout->setSpacing(theme::gap);
    layout->addWidget(text);
    layout->addLayout(fields);
    layout->addWidget(m_message);
    layout->addWidget(buttons);
    judge();
}

// While it is being typed nothing is called wrong that may still become right.
void PinDialog::judge()
{
    const QString pin = m_pin->text();
    const PinFault fault = judgeNewPin(pin, m_doctor);
    const bool both = !m_again->text().isEmpty();
    QString message;
    if (fault != PinFault::None && (fault != PinFault::TooShort || both) && pin.size() >= shortestPin - 1)
        message = sentenceFor(fault);
    else if (both && !pin.startsWith(m_again->text()))
        message = tr("The two are not the same.");
    say(message);
    m_keep->setEnabled(fault == PinFault::None && pin == m_again->text());
}

// The line keeps its place while it is empty: nothing moves under the fingers.
void PinDialog::say(const QString& message)
{
    m_message->setText(message);
    m_message->setAutoFillBackground(!message.isEmpty());
}

void PinDialog::fail(const QString& sentence)
{
    say(sentence);
    m_keep->setEnabled(true);
    announce(*m_message);
}

} // namespace hekim
