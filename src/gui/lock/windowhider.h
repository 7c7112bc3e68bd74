#pragma once

#include "widgets/windows/hiddenwindows.h"

#include <QObject>
#include <QPointer>

#include <vector>

class QWidget;

namespace hekim {

/// Takes every other window of the program out of sight while the main one is locked (rule P6): dialogs, the
/// page's among them, help, menus and tool tips, and those that would open meanwhile. Nothing is answered or
/// closed by it: windows come back as they stood. Windows of pages and images (ChildWindow, ImagesWindow)
/// hide and show themselves with their tab.
class WindowHider : public QObject
{
    Q_OBJECT

public:
    /// `window` stays in sight; so do the dialogs of `allowed`, a part of it.
    WindowHider(QWidget& window, QWidget& allowed, QObject* parent = nullptr);
    ~WindowHider() override;

    void hideAll();
    void showAgain();
    /// Shows all again where `work` is going: hidden dialogs are answered with "cancel", and windows of
    /// `work` stay out of sight.
    void abandon(const QWidget& work);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool mayStay(const QWidget* widget) const;
    void holdBack(QWidget& widget);
    void endHiding();

    QWidget& m_window;
    QWidget& m_allowed;
    HiddenWindows m_hidden;
    std::vector<QPointer<QWidget>> m_silenced;
};

} // namespace hekim
