#include "workspace/page/findbar.h"

#include "widgets/theme.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
constexpr int fieldWidth = 280;
}

FindBar::FindBar(QWidget* parent) : QFrame(parent), m_text(new QLineEdit(this)), m_result(new QLabel(this))
{
    setObjectName(u"findBar"_s);
    setAccessibleName(tr("Find in the page"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme::gapLarge, theme::gapSmall, theme::gap, theme::gapSmall);
    row->setSpacing(theme::gap);

    m_text->setPlaceholderText(tr("Find in the page"));
    m_text->setAccessibleName(tr("Text to find"));
    m_text->setClearButtonEnabled(true);
    m_text->setFixedWidth(fieldWidth);
    row->addWidget(m_text);

    const auto button = [this, row](const QString& icon, const QString& name, const QString& shortcut) {
        auto* made = new QToolButton(this);
        made->setIcon(theme::icon(icon));
        made->setAccessibleName(name);
        made->setToolTip(u"%1 (%2)"_s.arg(name, shortcut));
        made->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(made);
        return made;
    };
    m_previous = button(u"up"_s, tr("Previous match"), u"Shift+Enter"_s);
    m_next = button(u"down"_s, tr("Next match"), u"Enter"_s);
    row->addWidget(m_result);
    row->addStretch();
    auto* close = button(u"close"_s, tr("Close the search"), u"Esc"_s);

    connect(m_text, &QLineEdit::textChanged, this, [this] { search(false); });
    connect(m_previous, &QToolButton::clicked, this, [this] { search(true); });
    connect(m_next, &QToolButton::clicked, this, [this] { search(false); });
    connect(close, &QToolButton::clicked, this, &FindBar::leave);

    const auto key = [this](QWidget* where, const QList<QKeySequence>& keys, auto what) {
        auto* action = new QAction(this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        where->addAction(action);
        connect(action, &QAction::triggered, this, what);
    };
    key(m_text, {Qt::Key_Return, Qt::Key_Enter}, [this] { search(false); });
    key(m_text, {Qt::SHIFT | Qt::Key_Return, Qt::SHIFT | Qt::Key_Enter}, [this] { search(true); });
    key(this, {Qt::Key_Escape}, [this] { leave(); });
    showResult(0, 0);
    hide();
}

void FindBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    search(false);
}

void FindBar::search(bool backward)
{
    if (m_text->text().isEmpty())
        showResult(0, 0);
    emit wanted(m_text->text(), backward);
}

void FindBar::leave()
{
    hide();
    emit closed();
}

void FindBar::showResult(int current, int count)
{
    const bool searched = !m_text->text().isEmpty();
    m_previous->setEnabled(searched && count > 0);
    m_next->setEnabled(searched && count > 0);
    const QString said = !searched   ? QString()
                         : count > 0 ? tr("%1 / %2").arg(current).arg(count)
                                     : tr("Not found");
    if (said == m_result->text())
        return;
    m_result->setText(said);
    QAccessibleEvent announcement(m_result, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&announcement);
}

} // namespace hekim
