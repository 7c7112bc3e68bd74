#include "workspace/hes/hesverdict.h"

#include "services/hes/hestext.h"
#include "widgets/announce.h"
#include "widgets/plaintext.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 56;

// As people write it down: C4G6-1346-S3.
QString printed(const HesCode& code)
{
    const QString text = code.text();
    return text.left(4) + u'-' + text.mid(4, 4) + u'-' + text.mid(8);
}

QLabel* plainLabel(QWidget* parent)
{
    auto* label = wrappingLabel(parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

theme::State hesState(const HesResult& result)
{
    if (result.outcome != HesResult::Outcome::Found || result.risk == HesRisk::Unknown)
        return theme::State::Warning;
    return result.risk == HesRisk::Risky ? theme::State::Error : theme::State::Ok;
}

QIcon hesIcon(const HesResult& result)
{
    const bool unknown = result.outcome == HesResult::Outcome::Unanswered ||
                         result.outcome == HesResult::Outcome::Refused ||
                         (result.outcome == HesResult::Outcome::Found && result.risk == HesRisk::Unknown);
    return unknown ? theme::icon(u"question"_s) : theme::iconOf(hesState(result));
}

HesVerdict::HesVerdict(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_headline(plainLabel(this))
    , m_code(plainLabel(this))
    , m_advice(plainLabel(this))
    , m_facts(new QFormLayout)
{
    theme::setTextSize(*m_headline, theme::TextSize::Large);
    QFont large = m_headline->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    m_headline->setFont(large);
    m_headline->setWordWrap(false);
    m_facts->setContentsMargins(0, theme::gap, 0, 0);
    m_facts->setHorizontalSpacing(theme::gapLarge);
    m_facts->setVerticalSpacing(theme::gapSmall);

    auto* words = new QVBoxLayout;
    words->setSpacing(theme::gapSmall);
    words->addWidget(m_headline);
    words->addWidget(m_code);
    words->addWidget(m_advice);
    words->addLayout(m_facts);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::gapLarge, theme::gapLarge, theme::gapLarge, theme::gapLarge);
    layout->setSpacing(theme::gapLarge);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    clear();
}

void HesVerdict::paintAs(theme::State state, const QIcon& icon)
{
    theme::wear(*this, state);
    m_icon->setPixmap(icon.pixmap(iconSize, iconSize));
}

void HesVerdict::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRoundedRect(rect(), theme::cardRadius, theme::cardRadius);
}

void HesVerdict::addFact(const QString& name, const QString& value)
{
    if (value.isEmpty())
        return;
    auto* label = plainLabel(this);
    label->setText(value);
    m_facts->addRow(name, label);
    m_said += u' ' + name + u' ' + value + u'.';
}

void HesVerdict::show(const HesCode& code, const HesResult& result)
{
    clear();
    paintAs(hesState(result), hesIcon(result));
    m_headline->setText(hesHeadline(result));
    m_code->setText(printed(code));
    m_advice->setText(hesAdvice(result));
    m_said = m_headline->text() + u". "_s + m_code->text() + u". "_s + m_advice->text();
    addFact(tr("Person:"), hesPerson(result));
    addFact(tr("Identity number:"), result.identityNumber);
    addFact(tr("Code valid until:"), hesExpiry(result));
    addFact(tr("Vaccination:"), hesVaccination(result));
    addFact(tr("Immunity:"), hesImmunity(result));
    addFact(tr("Negative test:"), hesNegativeTest(result));
    say(m_said);
}

void HesVerdict::showWaiting(const HesCode& code)
{
    clear();
    paintAs(theme::State::Info, theme::icon(u"search"_s));
    m_headline->setText(tr("Checking…"));
    m_code->setText(printed(code));
    say(m_headline->text());
}

void HesVerdict::say(const QString& text)
{
    setAccessibleName(m_headline->text());
    setAccessibleDescription(text);
    QFrame::show();
    announce(*this);
}

void HesVerdict::clear()
{
    hide();
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    for (QLabel* label : {m_headline, m_code, m_advice})
        label->clear();
    m_said.clear();
    setAccessibleName({});
    setAccessibleDescription({});
}

} // namespace hekim
