#pragma once

#include <QWidget>

namespace hekim {

class IsolatedPage;
class MessageBar;
class PageTools;
class PageZoom;

/// A widget that shows a page and gives it tools: a pane of a tab, or a window that a page opened. Its layout
/// is a column.
class PageHost : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// The page, once there is one.
    [[nodiscard]] virtual IsolatedPage* page() const = 0;
    /// The page itself is what is shown, and no failure, waiting text or document of its own.
    [[nodiscard]] virtual bool showsPage() const = 0;
    /// The doctor worked in the page since it was loaded (rule P3).
    [[nodiscard]] virtual bool isTouched() const = 0;
    /// load() has something to load.
    [[nodiscard]] virtual bool wasLoaded() const = 0;
    virtual void load() = 0;
    /// What is shown is asked for once more, in place.
    virtual void loadAgain() = 0;
    /// Loading again in place would ask for an address that is used up.
    [[nodiscard]] virtual bool isGoodOnce() const { return false; }
    /// What goes along when the system's browser shows the page; empty when it cannot.
    [[nodiscard]] virtual QString browserWarning() const { return {}; }
    /// The user has agreed to browserWarning().
    virtual void openInSystemBrowser() {}

    [[nodiscard]] virtual MessageBar& notices() = 0;
    [[nodiscard]] virtual PageTools& tools() = 0;
    [[nodiscard]] virtual PageZoom& zoom() = 0;

signals:
    void pageTaken(hekim::IsolatedPage* page);
    void stateChanged(); ///< waiting, page or failure
};

} // namespace hekim
