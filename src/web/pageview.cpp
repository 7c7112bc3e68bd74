#include "web/pageview.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QWebEngineContextMenuRequest>

namespace hekim {

PageView::PageView(QWebEnginePage* page, QWidget* parent) : QWebEngineView(page, parent) {}

void PageView::contextMenuEvent(QContextMenuEvent* event)
{
    const QWebEngineContextMenuRequest* request = lastContextMenuRequest();
    if (!request)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](QWebEngineContextMenuRequest::EditFlag flag, QWebEnginePage::WebAction action) {
        if (request->editFlags().testFlag(flag))
            menu->addAction(pageAction(action));
    };
    using Request = QWebEngineContextMenuRequest;
    offer(Request::CanUndo, QWebEnginePage::Undo);
    offer(Request::CanRedo, QWebEnginePage::Redo);
    offer(Request::CanCut, QWebEnginePage::Cut);
    offer(Request::CanCopy, QWebEnginePage::Copy);
    offer(Request::CanPaste, QWebEnginePage::Paste);
    offer(Request::CanSelectAll, QWebEnginePage::SelectAll);
    if (menu->isEmpty())
        menu->deleteLater();
    else
        menu->popup(event->globalPos());
}

} // namespace hekim
