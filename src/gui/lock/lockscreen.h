#pragma once

#include "gui/lock/windowhider.h"

#include <QObject>
#include <QPointer>

class QStackedWidget;

namespace hekim {

class IdentityNumber;
class LockPage;

/// Hides a doctor's work as it stands, from eyes and from assistive technology, behind the lock page (rule
/// P6). Nothing of it ends.
class LockScreen : public QObject
{
    Q_OBJECT

public:
    /// `pages` holds the pages of `window`, the lock page among them. Both outlive it.
    LockScreen(QStackedWidget& pages, QWidget& window, QObject* parent = nullptr);

    [[nodiscard]] LockPage& page() { return *m_page; }
    [[nodiscard]] bool isShown() const { return m_work != nullptr; }
    /// Over the page in front. The lock page asks for a PIN where it is `guarded`.
    void show(const IdentityNumber& doctor, bool guarded);
    /// All is as it was.
    void lift();
    /// What it hides is going: nothing comes back.
    void abandon();

private:
    QStackedWidget& m_pages;
    QWidget& m_window;
    LockPage* m_page;
    WindowHider m_otherWindows;
    QPointer<QWidget> m_work; ///< what is hidden
};

} // namespace hekim
