#pragma once

#include <QWebEngineView>

namespace hekim {

/// The widget that shows a page. Its context menu edits, corrects spelling and offers the actions that the
/// view was given (addAction()); the engine's own menu would reload a filled form, save the page to disk, and
/// copy addresses that carry a token. While it is out of sight none of the page's lists, calendars and colour
/// dialogs is shown: they are windows of their own, and would lie over another patient's page (rule P1).
class PageView : public QWebEngineView
{
    Q_OBJECT

public:
    PageView(QWebEnginePage* page, QWidget* parent);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    /// Ctrl and the wheel: 1 larger, -1 smaller.
    void zoomStepAsked(int step);

protected:
    bool event(QEvent* event) override;
    void childEvent(QChildEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    static void refuse(QWidget& window);
};

} // namespace hekim
