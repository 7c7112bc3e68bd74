#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace hekim {

/// The one place that hears of keys, mouse and screen in every window of the program: what happens inside
/// pages passes the application's event filter too. Only what comes from the system counts, since programs
/// send such events as well.
class InputMonitor : public QObject
{
    Q_OBJECT

public:
    explicit InputMonitor(std::chrono::milliseconds idleLimit, QObject* parent = nullptr);

signals:
    void used(); ///< a key, a button or the wheel
    void idle(); ///< once for each stretch of that length without any input

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();

    std::chrono::milliseconds m_limit;
    QElapsedTimer m_sinceInput;
    QTimer m_timer;
};

} // namespace hekim
