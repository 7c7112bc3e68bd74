#include "gui/settings/settingfield.h"

#include "core/settings/settingflag.h"
#include "core/settings/settingsinput.h"
#include "gui/settings/settingtexts.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

SettingField::SettingField(const SettingsKey& key, QWidget* parent)
    : QWidget(parent)
    , m_key(key)
    , m_editor(makeEditor())
    , m_note(new QWidget(this))
    , m_noteIcon(new QLabel(m_note))
    , m_noteText(wrappingLabel(m_note))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, theme::gapLarge);
    layout->setSpacing(theme::gapSmall);
    if (!m_flag) {
        auto* title = new QLabel(key.shownTitle(), this);
        title->setBuddy(m_editor);
        layout->addWidget(title);
    }
    layout->addWidget(m_editor);
    auto* explanation = wrappingLabel(key.shownExplanation(), this);
    theme::setTextSize(*explanation, theme::TextSize::Small);
    layout->addWidget(explanation);

    auto* note = new QHBoxLayout(m_note);
    note->setContentsMargins(theme::gap, theme::gapSmall, theme::gap, theme::gapSmall);
    note->setSpacing(theme::gap);
    note->addWidget(m_noteIcon, 0, Qt::AlignTop);
    note->addWidget(m_noteText, 1);
    m_noteText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_note);
    setFocusProxy(m_editor);
    say();
}

QWidget* SettingField::makeEditor()
{
    QWidget* editor = nullptr;
    if (m_key.kind == SettingKind::Flag) {
        editor = m_flag = new QCheckBox(m_key.shownTitle(), this);
        connect(m_flag, &QCheckBox::toggled, this, &SettingField::edited);
    } else if (m_key.kind == SettingKind::Choice) {
        editor = m_choice = new QComboBox(this);
        for (const SettingChoice& choice : m_key.choices)
            m_choice->addItem(shownTitle(choice), choice.word);
        m_choice->setFocusPolicy(Qt::StrongFocus);
        m_choice->installEventFilter(this);
        connect(m_choice, &QComboBox::currentIndexChanged, this, &SettingField::edited);
    } else {
        editor = m_line = new QLineEdit(this);
        connect(m_line, &QLineEdit::textEdited, this, [this] {
            m_fault = InputFault::None;
            m_wasCleaned = false;
            say();
            emit edited();
        });
        connect(m_line, &QLineEdit::editingFinished, this, &SettingField::clean);
    }
    editor->setAccessibleName(m_key.shownTitle());
    return editor;
}

// The wheel scrolls the page that the field stands on; it never changes a value in passing.
bool SettingField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_choice && event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

QString SettingField::typed() const
{
    if (m_flag)
        return flagText(m_flag->isChecked());
    return m_choice ? m_choice->currentData().toString() : m_line->text();
}

QString SettingField::value() const
{
    return isHeld() ? typed() : cleanSetting(m_key, typed()).value;
}

void SettingField::setValue(const QString& value)
{
    if (m_flag)
        m_flag->setChecked(isOn(value));
    else if (m_choice)
        m_choice->setCurrentIndex(qMax(0, m_choice->findData(value)));
    else
        m_line->setText(value);
    m_fault = InputFault::None;
    m_wasCleaned = false;
    say();
}

void SettingField::setHold(const QString& reason)
{
    m_hold = reason;
    if (m_line)
        m_line->setReadOnly(isHeld()); // still to be read and copied
    else
        m_editor->setEnabled(!isHeld());
    say();
}

void SettingField::clean()
{
    if (isHeld())
        return;
    const CleanedSetting cleaned = cleanSetting(m_key, typed());
    if (cleaned.value != m_line->text()) {
        m_line->setText(cleaned.value);
        m_wasCleaned = m_wasCleaned || cleaned.noiseRemoved;
        emit edited();
    }
    check();
}

bool SettingField::check()
{
    if (isHeld())
        return true;
    const QString current = value();
    // Empty is "not set": the built-in value counts, or the layer below.
    if (current.isEmpty()) {
        setFault(m_isRequired ? InputFault::Empty : InputFault::None);
    } else {
        const auto checked = checkSetting(m_key.name, current);
        setFault(checked ? InputFault::None : checked.error().fault);
    }
    return m_fault == InputFault::None;
}

void SettingField::setFault(InputFault fault)
{
    const bool isNew = fault != m_fault && fault != InputFault::None;
    m_fault = fault;
    say();
    if (isNew) {
        QAccessibleEvent announcement(m_editor, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&announcement);
    }
}

void SettingField::say()
{
    auto state = theme::State::Info;
    QString text;
    if (isHeld()) {
        text = m_hold;
    } else if (m_fault != InputFault::None) {
        state = theme::State::Error;
        text = faultAtField(m_key, m_fault);
    } else if (m_wasCleaned) {
        state = theme::State::Warning;
        text = cleanedText();
    }
    m_note->setVisible(!text.isEmpty());
    m_noteText->setText(text);
    m_editor->setAccessibleDescription(text.isEmpty() ? m_key.shownExplanation()
                                                      : text + u' ' + m_key.shownExplanation());
    if (text.isEmpty())
        return;
    theme::wear(*m_note, state);
    m_note->setAutoFillBackground(true);
    const QIcon icon = isHeld() ? theme::icon(u"lock"_s) : theme::iconOf(state);
    m_noteIcon->setPixmap(icon.pixmap(16, 16));
}

} // namespace hekim
