#include "gui/help/helpwindow.h"

#include "core/call/background.h"
#include "gui/help/helpbrowser.h"
#include "widgets/comfortablesize.h"
#include "widgets/print/printdialog.h"
#include "widgets/print/savedfile.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPdfWriter>
#include <QPrinter>
#include <QSet>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(1000, 640);
constexpr int contentsWidth = 250;
constexpr int searchWidth = 260;
constexpr int addressRole = Qt::UserRole;
constexpr int deepestInContents = 2;

} // namespace

HelpWindow::HelpWindow(HelpBook::Language language)
    : QWidget(nullptr, Qt::Window)
    , m_book(language)
    , m_search(new QLineEdit(this))
    , m_found(new QLabel(this))
    , m_contents(new QTreeWidget(this))
    , m_browser(new HelpBrowser(m_book, this))
{
    setWindowTitle(tr("Help — Hekim Asistanı"));
    setWindowIcon(QIcon(u":/icons/app.svg"_s));
    setAttribute(Qt::WA_QuitOnClose, false); // the program ends with its main window
    resizeComfortably(*this, usualSize);

    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(theme::gap, theme::gapSmall, theme::gap, theme::gapSmall);
    tools->setSpacing(theme::gapSmall);
    QAction* back =
        addTool(*tools, u"back"_s, tr("Back"), {Qt::ALT | Qt::Key_Left}, [this] { m_browser->backward(); });
    QAction* forward = addTool(*tools, u"forward"_s, tr("Forward"), {Qt::ALT | Qt::Key_Right},
                               [this] { m_browser->forward(); });
    back->setEnabled(false);
    forward->setEnabled(false);
    connect(m_browser, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, forward, &QAction::setEnabled);

    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(searchWidth);
    tools->addWidget(m_search);
    m_previous =
        addTool(*tools, u"up"_s, tr("Previous match"), {Qt::SHIFT | Qt::Key_F3}, [this] { step(-1); });
    m_next = addTool(*tools, u"down"_s, tr("Next match"), {Qt::Key_F3}, [this] { step(1); });
    tools->addWidget(m_found);
    tools->addStretch();
    addTool(*tools, u"zoom-out"_s, tr("Smaller"), {Qt::CTRL | Qt::Key_Minus},
            [this] { m_browser->zoom(-1); });
    addTool(*tools, u"zoom-in"_s, tr("Larger"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
            [this] { m_browser->zoom(1); });
    addTool(*tools, u"print"_s, tr("Print…"), {QKeySequence::Print}, [this] { print(); });

    m_contents->setHeaderHidden(true);
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setTextElideMode(Qt::ElideNone);
    fillContents();

    auto* parts = new QSplitter(this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_contents);
    parts->addWidget(m_browser);
    parts->setStretchFactor(1, 1);
    parts->setSizes({contentsWidth, usualSize.width() - contentsWidth});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(parts, 1);

    const auto key = [this](QWidget* where, const QList<QKeySequence>& keys, auto what) {
        auto* action = new QAction(this);
        action->setShortcuts(keys);
        action->setShortcutContext(where == this ? Qt::WindowShortcut : Qt::WidgetShortcut);
        where->addAction(action);
        connect(action, &QAction::triggered, this, what);
    };
    key(this, {Qt::Key_Escape, QKeySequence::Close}, [this] { close(); });
    key(this, {QKeySequence::Find}, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    key(this, {Qt::CTRL | Qt::Key_0}, [this] { m_browser->resetZoom(); });
    key(m_search, {Qt::Key_Return, Qt::Key_Enter}, [this] { step(1); });
    key(m_search, {Qt::SHIFT | Qt::Key_Return, Qt::SHIFT | Qt::Key_Enter}, [this] { step(-1); });

    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_browser, &QTextBrowser::sourceChanged, this, &HelpWindow::followBrowser);
    connect(m_contents, &QTreeWidget::currentItemChanged, this, &HelpWindow::turnToItem);
    search();
}

QAction* HelpWindow::addTool(QBoxLayout& row, const QString& icon, const QString& name,
                             const QList<QKeySequence>& keys, std::function<void()> run)
{
    auto* action = new QAction(theme::icon(icon), name, this);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAccessibleName(name);
    button->setToolTip(u"%1 (%2)"_s.arg(name, keys.first().toString(QKeySequence::NativeText)));
    button->setFocusPolicy(Qt::StrongFocus);
    row.addWidget(button);
    return action;
}

void HelpWindow::fillContents()
{
    for (const HelpBook::Page& page : m_book.pages()) {
        auto* whole = new QTreeWidgetItem(m_contents);
        whole->setData(0, addressRole, page.name);
        QFont bold = m_contents->font();
        bold.setWeight(QFont::DemiBold);
        whole->setFont(0, bold);
        for (const HelpBook::Section& section : page.sections) {
            if (section.level > deepestInContents)
                continue;
            auto* item = section.level == 1 ? whole : new QTreeWidgetItem(whole);
            item->setText(0, section.title);
            if (item != whole)
                item->setData(0, addressRole, page.name + u'#' + section.name);
        }
    }
}

void HelpWindow::showTopic(const QString& address)
{
    m_search->clear();
    m_browser->turnTo(address);
    show();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
    m_browser->setFocus();
}

void HelpWindow::turnToItem(const QTreeWidgetItem* item)
{
    if (item)
        m_browser->turnTo(item->data(0, addressRole).toString());
}

/// Of the other pages the contents show the title only.
void HelpWindow::showAsCurrent(QTreeWidgetItem* item)
{
    m_contents->setCurrentItem(item);
    if (m_hits.isEmpty())
        m_contents->collapseAll();
    (item->parent() ? item->parent() : item)->setExpanded(true);
    m_contents->scrollToItem(item);
}

void HelpWindow::followBrowser()
{
    const QString address = m_browser->address();
    const QSignalBlocker quiet(m_contents);
    for (QTreeWidgetItemIterator it(m_contents); *it; ++it)
        if ((*it)->data(0, addressRole).toString() == address)
            showAsCurrent(*it);
}

void HelpWindow::search()
{
    const bool asked = !m_search->text().trimmed().isEmpty();
    m_hits = m_book.search(m_search->text());
    // The contents show where something was found.
    QSet<QString> found;
    for (const HelpBook::Hit& hit : m_hits) {
        const HelpBook::Page& page = m_book.pages().at(hit.page);
        found.insert(page.name);
        int section = hit.section; // one deeper than the contents belongs to the one above it
        while (page.sections.at(section).level > deepestInContents)
            --section;
        found.insert(page.name + u'#' + page.sections.at(section).name);
    }
    const bool any = !m_hits.isEmpty();
    for (QTreeWidgetItemIterator it(m_contents); *it; ++it)
        (*it)->setHidden(asked && any && !found.contains((*it)->data(0, addressRole).toString()));
    if (any)
        m_contents->expandAll();
    else if (QTreeWidgetItem* item = m_contents->currentItem())
        showAsCurrent(item);
    // From the page in sight on, so that typing does not carry the reader away from it.
    m_current = any ? 0 : -1;
    for (int i = 0; i < m_hits.size(); ++i)
        if (m_hits.at(i).page == m_browser->page()) {
            m_current = i;
            break;
        }
    step(0);
}

void HelpWindow::step(int by)
{
    const auto count = static_cast<int>(m_hits.size());
    if (count > 0)
        m_current = (m_current + by + count) % count;
    m_browser->showHits(m_hits, m_current);
    m_previous->setEnabled(count > 1);
    m_next->setEnabled(count > 1);
    const bool asked = !m_search->text().trimmed().isEmpty();
    const QString said = count > 0 ? tr("%1 / %2").arg(m_current + 1).arg(count)
                         : asked   ? tr("Not found")
                                   : QString();
    if (said == m_found->text())
        return;
    m_found->setText(said);
    QAccessibleEvent announcement(m_found, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&announcement);
}

void HelpWindow::print()
{
    const auto paintOn = [this](auto makeDevice) {
        inThreadOfItsOwn(
            this, printingDeadline,
            [makeDevice, paint = m_browser->painter()] {
                const auto device = makeDevice();
                if (device)
                    paint(*device);
                return device != nullptr;
            },
            [this](std::optional<bool> done) {
                if (!done.value_or(false))
                    m_found->setText(tr("Not printed"));
            });
    };
    auto* dialog = new PrintDialog(PrintDialog::Content::Document, this);
    connect(dialog, &PrintDialog::printAsked, this,
            [paintOn](const PrintWish& wish) { paintOn([wish] { return makePrinter(wish); }); });
    connect(dialog, &PrintDialog::saveAsked, this, [this, paintOn] {
        askForPdfPlace(this, tr("Save the page"), tr("help", "file name"), [paintOn](const QString& path) {
            paintOn([path] { return std::make_unique<QPdfWriter>(path); });
        });
    });
    dialog->open();
}

void HelpWindow::closeEvent(QCloseEvent* event)
{
    event->accept();
    emit closed();
}

} // namespace hekim
