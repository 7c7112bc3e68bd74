#include "gui/lock/lockpage.h"

#include "gui/login/keyringtext.h"
#include "widgets/fields/pinfield.h"
#include "widgets/messagebar.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 460;
constexpr int iconSize = 44;

} // namespace

LockPage::LockPage(QWidget* parent)
    : QWidget(parent)
    , m_doctor(wrappingLabel(this))
    , m_waiting(wrappingLabel(this))
    , m_pin(new PinField(this))
    , m_notices(new MessageBar(this))
    , m_unlock(new QPushButton(tr("Unlock"), this))
    , m_otherDoctor(new QPushButton(tr("Another doctor"), this))
{
    auto* icon = new QLabel(this);
    icon->setPixmap(theme::icon(u"lock"_s).pixmap(iconSize, iconSize));
    auto* title = new QLabel(tr("The screen is locked"), this);
    theme::setTextSize(*title, theme::TextSize::Large);
    auto* kept = wrappingLabel(tr("Open forms stay as they are."), this);
    theme::setTextSize(*kept, theme::TextSize::Small);
    m_waiting->hide();
    m_unlock->setDefault(true);
    m_unlock->setAutoDefault(true);
    m_otherDoctor->setAutoDefault(false);
    m_otherDoctor->setToolTip(tr("Ends this doctor's session, then asks for your number"));
    m_pin->setPlaceholderText(u"PIN"_s);
    const auto ask = [this] {
        if (!m_unlock->isEnabled())
            return;
        if (!m_pin->isHidden() && m_pin->text().isEmpty())
            setRefusal(tr("Type your PIN."));
        else
            emit unlockAsked(m_pin->take());
    };
    connect(m_unlock, &QPushButton::clicked, this, ask);
    connect(m_pin, &QLineEdit::returnPressed, this, ask);
    connect(m_otherDoctor, &QPushButton::clicked, this, &LockPage::otherDoctorAsked);
    setGuarded(false);

    auto* card = new QFrame(this);
    card->setObjectName(u"card"_s);
    card->setFixedWidth(cardWidth);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::gapLarge);
    head->addWidget(icon);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::gapSmall);
    words->addWidget(title);
    words->addWidget(m_doctor);
    words->addWidget(kept);
    head->addLayout(words, 1);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(theme::gapSection, theme::gapSection, theme::gapSection, theme::gapSection);
    column->setSpacing(theme::gapLarge);
    column->addLayout(head);
    column->addWidget(m_waiting);
    column->addWidget(m_notices);
    column->addWidget(m_pin);
    column->addWidget(m_unlock);
    column->addWidget(m_otherDoctor);

    auto* page = new QVBoxLayout(this);
    // Not by alignment, which would give the card no more height than its lines have unwrapped.
    auto* middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(card);
    middle->addStretch();
    page->addStretch();
    page->addLayout(middle);
    page->addStretch();
}

void LockPage::setDoctor(const IdentityNumber& doctor)
{
    m_doctor->setText(tr("Doctor %1 is logged in.").arg(doctor.masked()));
}

void LockPage::clear()
{
    m_doctor->clear();
    m_notices->dismiss();
    setWaiting(0);
    setBusy(false);
    setGuarded(false);
}

void LockPage::setGuarded(bool guarded)
{
    m_pin->clear();
    m_pin->setVisible(guarded);
    setFocusProxy(guarded ? static_cast<QWidget*>(m_pin) : m_unlock);
}

void LockPage::setBusy(bool busy)
{
    m_unlock->setEnabled(!busy);
    m_pin->setReadOnly(busy);
}

void LockPage::setRefusal(const QString& sentence)
{
    m_notices->show(theme::State::Warning, sentence);
    setFocus();
}

void LockPage::setWaiting(int launches)
{
    m_waiting->setVisible(launches > 0);
    m_waiting->setText(launches > 0
                           ? tr("%n request(s) of the HBYS wait and open when you unlock.", nullptr, launches)
                           : QString());
}

void LockPage::setKeyringWaits(bool waits)
{
    if (waits)
        m_notices->show(theme::State::Info, keyringWaitsText());
    else
        m_notices->dismiss();
}

} // namespace hekim
