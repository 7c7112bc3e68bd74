#pragma once

#include <QWebEngineView>

namespace hekim {

/// The widget that shows a page. Its context menu edits and nothing else: the engine's own would reload a
/// filled form, save the page to disk, and copy addresses that carry a token.
class PageView : public QWebEngineView
{
    Q_OBJECT

public:
    PageView(QWebEnginePage* page, QWidget* parent);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
};

} // namespace hekim
