#include "browser/page/pageview.h"

#include "core/text/redaction.h"
#include "platform/session/passingcopy.h"

#include <QChildEvent>
#include <QContextMenuEvent>
#include <QDialog>
#include <QHelpEvent>
#include <QMenu>
#include <QTextDocumentFragment>
#include <QTimer>
#include <QToolTip>
#include <QWebEngineContextMenuRequest>

namespace hekim {

using namespace Qt::StringLiterals;
using Request = QWebEngineContextMenuRequest;

namespace {
/// A link as it may lie on the clipboard (rule S1): without what only this session may know, and nothing at
/// all when even its path names a person.
QUrl shareable(const QUrl& link)
{
    if (link.scheme() != "http"_L1 && link.scheme() != "https"_L1)
        return {};
    const auto keepsQuiet = [](const QString& part) { return redacted(part) == part; };
    QUrl url = link.adjusted(QUrl::RemoveUserInfo);
    if (!keepsQuiet(url.query(QUrl::FullyDecoded)))
        url.setQuery(QString());
    if (!keepsQuiet(url.fragment(QUrl::FullyDecoded)))
        url.setFragment(QString());
    return keepsQuiet(url.host()) && keepsQuiet(url.path(QUrl::FullyDecoded)) ? url : QUrl();
}
} // namespace

PageView::PageView(QWebEnginePage* page, QWidget* parent) : QWebEngineView(page, parent)
{
    // A warmed page brings the engine's widget along; another one can follow (childEvent()).
    const auto children = findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    for (QWidget* child : children)
        child->installEventFilter(this);
}

void PageView::childEvent(QChildEvent* event)
{
    QWebEngineView::childEvent(event);
    // The engine's widget, which gets the wheel, and the windows that it makes for the page.
    if (event->added() && event->child()->isWidgetType())
        event->child()->installEventFilter(this);
}

// The engine writes the page's text into markup of its own, and tooltips are plain text here (rule S9).
bool PageView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || toolTip().isEmpty())
        return QWebEngineView::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
                       QTextDocumentFragment::fromHtml(toolTip()).toPlainText(), this);
    return true;
}

bool PageView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel) {
        const auto& wheel = static_cast<const QWheelEvent&>(*event);
        if (wheel.modifiers().testFlag(Qt::ControlModifier)) {
            if (wheel.angleDelta().y() != 0)
                emit zoomStepAsked(wheel.angleDelta().y() > 0 ? 1 : -1);
            return true;
        }
    } else if (event->type() == QEvent::Show && !isVisible()) {
        if (auto* widget = qobject_cast<QWidget*>(watched); widget && widget->isWindow())
            refuse(*widget);
    }
    return QWebEngineView::eventFilter(watched, event);
}

// A click counts for five seconds, also where the page was left meanwhile (showPicker(), a colour's click();
// seen with 6.4.2). The event comes before the window does. It cannot be hidden in the middle of being shown:
// it is shown nowhere, and goes in the next turn.
void PageView::refuse(QWidget& window)
{
    window.setAttribute(Qt::WA_DontShowOnScreen);
    QTimer::singleShot(0, &window, [&window] {
        // Not hide(): QColorDialog takes the attribute back there, and would hold up all others unseen.
        window.QWidget::setVisible(false);
        if (auto* dialog = qobject_cast<QDialog*>(&window))
            dialog->reject(); // the engine waits for its answer
        window.setAttribute(Qt::WA_DontShowOnScreen, false);
    });
}

void PageView::contextMenuEvent(QContextMenuEvent* event)
{
    const Request* request = lastContextMenuRequest();
    if (!request)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString& suggestion : request->spellCheckerSuggestions())
        menu->addAction(suggestion, this, [this, suggestion] { page()->replaceMisspelledWord(suggestion); });
    menu->addSeparator();

    const auto offer = [&](Request::EditFlag flag, const QString& text, QWebEnginePage::WebAction action) {
        if (request->editFlags().testFlag(flag))
            menu->addAction(text, this, [this, action] { page()->triggerAction(action); });
    };
    offer(Request::CanUndo, tr("Undo"), QWebEnginePage::Undo);
    offer(Request::CanRedo, tr("Redo"), QWebEnginePage::Redo);
    offer(Request::CanCut, tr("Cut"), QWebEnginePage::Cut);
    offer(Request::CanCopy, tr("Copy"), QWebEnginePage::Copy);
    offer(Request::CanPaste, tr("Paste"), QWebEnginePage::Paste);
    offer(Request::CanSelectAll, tr("Select all"), QWebEnginePage::SelectAll);
    menu->addSeparator();
    if (const QUrl link = shareable(request->linkUrl()); link.isValid())
        menu->addAction(tr("Copy link address"), this,
                        [link] { copyInPassing(link.toString(QUrl::FullyEncoded)); });
    menu->addSeparator();
    menu->addActions(actions());
    if (menu->isEmpty())
        menu->deleteLater();
    else
        menu->popup(event->globalPos());
}

} // namespace hekim
