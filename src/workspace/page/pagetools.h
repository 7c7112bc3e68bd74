#pragma once

#include <QKeySequence>
#include <QList>
#include <QWidget>

#include <functional>

class QAction;
class QHBoxLayout;
class QMenu;
class QToolButton;

namespace hekim {

class FindBar;
class IsolatedPage;
class PageControls;
class PageHost;
class PageZoom;

/// A page's tools: a short row of buttons and a menu for the rest. They stand where they cost the page no
/// height: in the patient's banner.
class PageTools : public QWidget
{
    Q_OBJECT

public:
    /// Where a tool stands; a full row sends the next ones into the menu.
    enum class Place { Row, Menu };

    PageTools(PageHost& host, QWidget* parent = nullptr);

    /// A further tool. `run` is called when it is chosen; the answer can be disabled while there is nothing
    /// to do.
    QAction* addTool(const QString& icon, const QString& text, const QList<QKeySequence>& keys,
                     std::function<void()> run, Place place = Place::Menu);

    /// Whether the tools' keys work while these tools are on screen.
    void setKeysActive(bool active);

    /// Those that belong into the page's context menu too.
    [[nodiscard]] QList<QAction*> pageActions() const { return {m_back, m_forward, m_reload}; }
    /// What is shown once more; the page from its start where that would send something again or shows
    /// nothing.
    void reload();

private:
    void follow(IsolatedPage* page);
    void refresh();
    void showZoom();
    void openFind();
    void askToOpenInBrowser();
    /// Runs `then`, after a question if the form is touched (rule P3).
    void leavePage(const QString& yesText, std::function<void()> then);
    /// By the time a question is answered the page may be another one, or none.
    void withControls(void (PageControls::*what)());

    PageHost& m_host;
    PageZoom& m_zoom;
    FindBar* m_findBar;
    QHBoxLayout* m_row;
    QMenu* m_menu;
    QToolButton* m_more;
    QToolButton* m_zoomShown;
    QAction* m_back = nullptr;
    QAction* m_forward = nullptr;
    QAction* m_reload = nullptr;
    QAction* m_find = nullptr;
    QAction* m_actualSize = nullptr;
    QAction* m_browser = nullptr;
    QAction* m_wayOut = nullptr; ///< what further tools of the menu stand before
    int m_inRow = 0;
};

} // namespace hekim
