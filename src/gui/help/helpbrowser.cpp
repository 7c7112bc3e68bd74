#include "gui/help/helpbrowser.h"

#include "widgets/theme.h"

#include <QPagedPaintDevice>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>
#include <QWheelEvent>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int zoomLimit = 10;

/// What the Markdown reader leaves to taste: tables with quiet lines, code on a surface of its own, room
/// between lines.
void layOut(QTextDocument& document, const QPalette& palette)
{
    constexpr qreal lineHeight = 125;
    const QColor line = palette.color(QPalette::Mid);
    const QColor surface = palette.color(QPalette::AlternateBase);
    document.setDocumentMargin(theme::gapLarge);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const bool code = format.hasProperty(QTextFormat::BlockCodeFence);
        if (code) {
            format.setBackground(surface);
            format.setLeftMargin(theme::gap);
        } else {
            format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
        }
        if (format.headingLevel() > 1)
            format.setTopMargin(theme::gapSection);
        QTextCursor(block).setBlockFormat(format);
    }
    const auto frames = document.rootFrame()->childFrames();
    for (QTextFrame* frame : frames) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(line);
        format.setCellSpacing(0);
        format.setCellPadding(theme::gapSmall + 1);
        format.setBottomMargin(theme::gap);
        table->setFormat(format);
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCellFormat head = table->cellAt(0, column).format().toTableCellFormat();
            head.setBackground(surface);
            table->cellAt(0, column).setFormat(head);
        }
    }
}

QString pageOf(const QUrl& address)
{
    return address.path();
}

} // namespace

HelpBrowser::HelpBrowser(const HelpBook& book, QWidget* parent) : QTextBrowser(parent), m_book(book)
{
    setOpenLinks(false);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Help text"));
    setFrameShape(QFrame::NoFrame);
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& address) { turnTo(address.toString()); });
    connect(this, &QTextBrowser::sourceChanged, this, [this](const QUrl& address) {
        m_address = address; // source() tells it only after this signal
        dress();
    });
}

void HelpBrowser::turnTo(const QString& address)
{
    if (m_book.has(address))
        setSource(QUrl(address), QTextDocument::MarkdownResource);
}

int HelpBrowser::page() const
{
    const auto& pages = m_book.pages();
    const auto found = std::ranges::find(pages, pageOf(m_address), &HelpBook::Page::name);
    return static_cast<int>(found - pages.begin());
}

QVariant HelpBrowser::loadResource(int type, const QUrl& name)
{
    const HelpBook::Page* page =
        type == QTextDocument::MarkdownResource ? m_book.page(pageOf(name)) : nullptr;
    if (!page) // nothing is fetched from anywhere
        return {};
    m_dressed.clear();
    return page->markdown;
}

void HelpBrowser::dress()
{
    const HelpBook::Page* page = m_book.page(pageOf(m_address));
    if (!page || m_dressed == page->name)
        return;
    m_dressed = page->name;
    document()->setUndoRedoEnabled(false);
    m_book.finish(*document(), *page);
    layOut(*document(), palette());
    mark();
    // The section's place is known only now.
    if (m_address.hasFragment())
        scrollToAnchor(m_address.fragment());
}

void HelpBrowser::showHits(const QList<HelpBook::Hit>& hits, int current)
{
    m_hits = hits;
    m_current = current;
    if (current >= 0) {
        const HelpBook::Hit& hit = hits.at(current);
        if (hit.page != page())
            turnTo(m_book.pages().at(hit.page).name);
        QTextCursor cursor(document());
        cursor.setPosition(hit.position);
        setTextCursor(cursor);
        // Not at the edge: what stands around it is read too.
        QScrollBar* bar = verticalScrollBar();
        bar->setValue(bar->value() + cursorRect().top() - viewport()->height() / 3);
    }
    mark();
}

void HelpBrowser::mark()
{
    QList<ExtraSelection> marks;
    const int here = page();
    const theme::StateColours found = theme::coloursOf(theme::State::Warning);
    for (int i = 0; i < m_hits.size(); ++i) {
        const HelpBook::Hit& hit = m_hits.at(i);
        if (hit.page != here)
            continue;
        ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(hit.position);
        selection.cursor.setPosition(hit.position + hit.length, QTextCursor::KeepAnchor);
        const bool current = i == m_current;
        selection.format.setBackground(current ? palette().color(QPalette::Highlight) : found.background);
        selection.format.setForeground(current ? palette().color(QPalette::HighlightedText) : found.text);
        marks.append(selection);
    }
    setExtraSelections(marks);
}

void HelpBrowser::zoom(int steps)
{
    const int wanted = std::clamp(m_zoom + steps, -zoomLimit / 2, zoomLimit);
    zoomIn(wanted - m_zoom);
    m_zoom = wanted;
}

void HelpBrowser::resetZoom()
{
    zoom(-m_zoom);
}

void HelpBrowser::wheelEvent(QWheelEvent* event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoom(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
        return;
    }
    QTextBrowser::wheelEvent(event);
}

std::function<void(QPagedPaintDevice&)> HelpBrowser::painter() const
{
    const HelpBook::Page* page = m_book.page(pageOf(m_address));
    if (!page)
        return [](QPagedPaintDevice&) {};
    return [book = m_book, page = *page](QPagedPaintDevice& device) {
        QTextDocument document;
        document.setMarkdown(page.markdown);
        book.finish(document, page);
        QPalette paper;
        paper.setColor(QPalette::Mid, Qt::gray);
        paper.setColor(QPalette::AlternateBase, QColor(0xF0F0F0));
        layOut(document, paper);
        document.print(&device);
    };
}

} // namespace hekim
