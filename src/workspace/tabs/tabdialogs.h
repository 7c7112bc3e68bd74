#pragma once

#include "widgets/windows/hiddenwindows.h"

#include <QObject>

namespace hekim {

/// The dialogs and menus of a tab are in sight exactly while the tab is: they say and save what is the tab's,
/// and would stand over another patient's banner (rule P1). They come back with the tab as they stood, and
/// those that would open meanwhile wait for it. Windows of pages and images (ChildWindow, ImagesWindow) hide
/// and show themselves; the dialogs of these windows are the tab's too.
class TabDialogs : public QObject
{
    Q_OBJECT

public:
    /// Goes with `tab`.
    explicit TabDialogs(QWidget& tab);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void hideAll();
    void showAgain();
    [[nodiscard]] bool isTheTabs(const QWidget& widget) const;

    QWidget& m_tab;
    HiddenWindows m_hidden;
};

} // namespace hekim
