#pragma once

#include "gui/help/helpwindow.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace hekim {

/// Opens the help where F1 is pressed, at the topic that fits: on the login page, in the work, inside a page,
/// in a dialog. When the help closes, the keyboard goes back to where it was.
class HelpController : public QObject
{
    Q_OBJECT

public:
    explicit HelpController(QObject* parent = nullptr);
    ~HelpController() override;

    /// At the topic of what has the keyboard.
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void giveBack();

    std::unique_ptr<HelpWindow> m_window; ///< made when it is first asked for
    QPointer<QWidget> m_from;             ///< window that had the keyboard
};

} // namespace hekim
