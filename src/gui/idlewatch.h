#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace hekim {

/// Tells when nobody has touched keys, mouse or screen for a while, in no window of the program and in no
/// page: what happens inside pages passes the application's event filter too.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(std::chrono::milliseconds limit, QObject* parent = nullptr);

signals:
    void idle(); ///< once for each stretch of that length

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();

    std::chrono::milliseconds m_limit;
    QElapsedTimer m_sinceInput;
    QTimer m_timer;
};

} // namespace hekim
