#include "workspace/reports/pastreportstableview.h"

#include "platform/session/passingcopy.h"
#include "widgets/theme.h"

#include <QAction>
#include <QHeaderView>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleRows = 60;
constexpr int narrowestColumn = 72;
constexpr int widestColumn = 320;

} // namespace

PastReportsTableView::PastReportsTableView(QWidget* parent)
    : QTableView(parent), m_copy(new QAction(this)), m_copyRow(new QAction(this))
{
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::StyledPanel);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 2 * theme::gap);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setResizeContentsPrecision(sampleRows);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setStretchLastSection(true); // the table is as wide as the page

    m_copy->setText(tr("Copy"));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setEnabled(false);
    m_copyRow->setText(tr("Copy the whole row"));
    m_copyRow->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_copyRow->setEnabled(false);
    for (QAction* action : {m_copy, m_copyRow}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
    connect(m_copy, &QAction::triggered, this, &PastReportsTableView::copySelection);
    connect(m_copyRow, &QAction::triggered, this, &PastReportsTableView::copyRow);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void PastReportsTableView::fitColumns()
{
    resizeColumnsToContents();
    for (int column = 0; column < horizontalHeader()->count(); ++column)
        setColumnWidth(column,
                       std::clamp(columnWidth(column) + theme::gapLarge, narrowestColumn, widestColumn));
}

void PastReportsTableView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    const bool any = selectionModel()->hasSelection();
    m_copy->setEnabled(any);
    m_copyRow->setEnabled(any);
}

QString PastReportsTableView::textAt(int row, int column) const
{
    // Tabs and ends of lines part cells and rows where this is pasted.
    return model()->index(row, column).data().toString().simplified();
}

QString PastReportsTableView::selectedText() const
{
    QList<std::pair<int, int>> cells; // row and the column's place on screen
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange& range : ranges)
        for (int row = range.top(); row <= range.bottom(); ++row)
            for (int column = range.left(); column <= range.right(); ++column)
                cells.append({row, horizontalHeader()->visualIndex(column)});
    std::ranges::sort(cells);
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            text += cells.at(i).first == cells.at(i - 1).first ? u'\t' : u'\n';
        text += textAt(cells.at(i).first, horizontalHeader()->logicalIndex(cells.at(i).second));
    }
    return text;
}

void PastReportsTableView::copySelection()
{
    copyInPassing(selectedText());
}

void PastReportsTableView::copyRow()
{
    QStringList texts;
    for (int place = 0; place < horizontalHeader()->count(); ++place)
        texts.append(textAt(currentIndex().row(), horizontalHeader()->logicalIndex(place)));
    copyInPassing(texts.join(u'\t'));
}

} // namespace hekim
