#include "gui/settings/settingsdialog.h"

#include "core/error/errortext.h"
#include "core/settings/training.h"
#include "core/text/folding.h"
#include "gui/settings/settingfield.h"
#include "gui/settings/settingtexts.h"
#include "widgets/comfortablesize.h"
#include "widgets/helptopic.h"
#include "widgets/messagebar.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

const auto environmentKey = u"environment/name"_s;

/// As the user's file would have it: training adds a scheme of its own by itself.
QString valueOf(const Settings& settings, const QString& key)
{
    if (key != u"web/externalSchemes" || settings.environment() != EnvironmentName::Training)
        return settings.value(key);
    QStringList schemes = settings.externalSchemes();
    schemes.removeAll(QStringView(training::signatureScheme).toString());
    return schemes.join(u',');
}

bool isFoundBy(const SettingsKey& key, const QString& words)
{
    const QString text = folded(key.shownTitle() + u' ' + key.shownExplanation() + u' ' + key.name);
    const QStringList parts = folded(words).split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(parts, [&text](const QString& part) { return text.contains(part); });
}

} // namespace

bool needNewLogin(const QMap<QString, QString>& changes)
{
    const QStringList names = changes.keys();
    return std::ranges::any_of(names,
                               [](const QString& name) { return !findSettingsKey(name)->countsAtNextStart; });
}

SettingsDialog::SettingsDialog(const Settings& stored, const SettingsPlaces& places, QWidget* parent)
    : QDialog(parent)
    , m_stored(stored)
    , m_shown(stored)
    , m_places(places)
    , m_search(new QLineEdit(this))
    , m_pages(new QListWidget(this))
    , m_area(new QScrollArea(this))
    , m_failure(new MessageBar(this))
    , m_nothing(new QLabel(tr("No setting is found by these words."), this))
    , m_effect(wrappingLabel(this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    setHelpTopic(*this, HelpTopic::Settings);
    resizeComfortably(*this, {860, 600});

    m_search->setPlaceholderText(tr("Search the settings"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(theme::icon(u"search"_s), QLineEdit::LeadingPosition);
    auto* find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    connect(find, &QAction::triggered, m_search, qOverload<>(&QWidget::setFocus));
    addAction(find);

    m_pages->setAccessibleName(tr("Pages of settings"));
    m_pages->setFixedWidth(210);
    m_pages->setSpacing(theme::gapSmall / 2);
    for (const SettingPage page : allSettingPages())
        m_pages->addItem(shownTitle(page));
    m_area->setWidget(makeFields());
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // the fields in it take the keyboard, and it follows them

    auto* middle = new QHBoxLayout;
    middle->setSpacing(theme::gapLarge);
    middle->addWidget(m_pages);
    middle->addWidget(m_area, 1);
    auto* setup = new QPushButton(tr("Set up the institution…"), this);
    setup->setAutoDefault(false);
    setup->setToolTip(tr("Step by step, with the passwords"));
    connect(setup, &QPushButton::clicked, this, &SettingsDialog::setupAsked);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_save->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::gap);
    buttons->addWidget(setup);
    buttons->addWidget(m_effect, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapLarge, theme::gapLarge, theme::gapLarge, theme::gapLarge);
    layout->setSpacing(theme::gapLarge);
    layout->addWidget(m_search);
    layout->addWidget(m_failure);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);

    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::showFields);
    // The current row stays current when a search ends, so a click on it must count too.
    const auto turn = [this] {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
        showFields();
    };
    connect(m_pages, &QListWidget::currentRowChanged, this, turn);
    connect(m_pages, &QListWidget::itemClicked, this, turn);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &SettingsDialog::save);

    followEnvironment();
    m_pages->setCurrentRow(0);
    m_pages->setFocus();
}

QWidget* SettingsDialog::makeFields()
{
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, theme::gapLarge, 0);
    layout->setSpacing(theme::gapSmall);
    for (const SettingPage page : allSettingPages()) {
        auto* title = new QLabel(shownTitle(page), content);
        theme::setTextSize(*title, theme::TextSize::Large);
        m_titles.insert(page, title);
        layout->addWidget(title);
        for (const SettingsKey& key : allSettingsKeys()) {
            if (key.page != page)
                continue;
            auto* field = new SettingField(key, content);
            m_fields.append(field);
            layout->addWidget(field);
            connect(field, &SettingField::edited, this,
                    key.name == environmentKey ? &SettingsDialog::followEnvironment
                                               : &SettingsDialog::follow);
        }
    }
    layout->addWidget(m_nothing);
    layout->addStretch(1);
    for (SettingField* field : std::as_const(m_fields)) {
        const QSignalBlocker quiet(field);
        field->setValue(valueOf(m_stored, field->key().name));
    }
    return content;
}

SettingField* SettingsDialog::fieldOf(const QString& key) const
{
    const auto found = std::ranges::find_if(
        m_fields, [&key](const SettingField* field) { return field->key().name == key; });
    return found == m_fields.end() ? nullptr : *found;
}

// Which addresses there are and who may set what hangs on the environment: what was not changed follows it.
void SettingsDialog::followEnvironment()
{
    const QString chosen = fieldOf(environmentKey)->value();
    const auto environment = environmentFromString(chosen).value_or(m_stored.environment());
    const Settings before = m_shown;
    if (environment == m_stored.environment()) {
        m_shown = m_stored;
    } else if (const auto read = Settings::load(m_places, {}, {{environmentKey, chosen}})) {
        m_shown = *read;
    } else {
        showFailure(read.error());
        return;
    }
    for (SettingField* field : std::as_const(m_fields)) {
        const QSignalBlocker quiet(field);
        const SettingsKey& key = field->key();
        const SettingHold hold = holdOf(key, m_shown);
        const bool isUntouched = field->value() == valueOf(before, key.name);
        if (key.name != environmentKey && (isUntouched || hold != SettingHold::None))
            field->setValue(valueOf(m_shown, key.name));
        field->setHold(holdText(key, hold, m_places));
    }
    follow();
}

void SettingsDialog::showFields()
{
    const QString words = m_search->text().trimmed();
    // A search goes through all pages: none of them is in front then.
    m_pages->currentItem()->setSelected(words.isEmpty());
    const SettingPage chosen = allSettingPages().at(qMax(0, m_pages->currentRow()));
    QMap<SettingPage, bool> filled;
    bool any = false;
    for (SettingField* field : std::as_const(m_fields)) {
        const SettingsKey& key = field->key();
        const bool isShown = words.isEmpty() ? key.page == chosen : isFoundBy(key, words);
        field->setVisible(isShown);
        filled[key.page] |= isShown;
        any |= isShown;
    }
    for (auto title = m_titles.begin(); title != m_titles.end(); ++title)
        title.value()->setVisible(filled.value(title.key()));
    m_nothing->setVisible(!any);
    m_area->ensureVisible(0, 0);
}

QMap<QString, QString> SettingsDialog::changes() const
{
    QMap<QString, QString> changed;
    for (const SettingField* field : m_fields) {
        const QString& name = field->key().name;
        const Settings& before = name == environmentKey ? m_stored : m_shown;
        if (const QString value = field->value(); !field->isHeld() && value != valueOf(before, name))
            changed.insert(name, value);
    }
    return changed;
}

void SettingsDialog::follow()
{
    const auto changed = changes();
    m_save->setEnabled(!changed.isEmpty());
    if (changed.isEmpty())
        m_effect->clear();
    else if (needNewLogin(changed))
        m_effect->setText(tr("Saving opens the window anew; the doctor logs in again."));
    else
        m_effect->setText(tr("This counts from the next start of the window."));
}

void SettingsDialog::bring(SettingField* field)
{
    if (!field->isVisible()) {
        m_search->clear();
        m_pages->setCurrentRow(static_cast<int>(allSettingPages().indexOf(field->key().page)));
        showFields();
    }
    field->setFocus();
    m_area->ensureWidgetVisible(field);
}

void SettingsDialog::save()
{
    m_failure->dismiss();
    SettingField* wrong = nullptr;
    for (SettingField* field : std::as_const(m_fields)) {
        if (!field->check() && !wrong)
            wrong = field;
    }
    if (wrong)
        bring(wrong);
    else
        emit saveAsked(changes());
}

void SettingsDialog::showFailure(const Error& error)
{
    SettingField* field = error.kind == ErrorKind::BadSettings ? fieldOf(error.subject) : nullptr;
    if (field && !field->isHeld()) {
        field->setFault(error.fault);
        bring(field);
    } else {
        m_failure->show(theme::State::Error, sentenceFor(error));
    }
}

} // namespace hekim
