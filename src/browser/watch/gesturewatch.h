#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace hekim {

/// Remembers the last real key or button that the user pressed inside a web view. The engine's own word is
/// not enough: a scripted `location.href` reports a clicked link (rule S6).
class GestureWatch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Watches the widget and all its present and future children: the engine makes its inner widget later.
    void watch(QWidget* widget);
    /// Within the last five seconds, and not used up.
    [[nodiscard]] bool isRecent() const;
    /// One gesture starts one program, opens one window and asks one question.
    void useUp();
    /// The gesture that opened a window goes with it.
    void takeOver(GestureWatch& opener);
    /// What the user has pressed is on screen still: not behind the lock, another tab or another patient.
    [[nodiscard]] bool isInSight() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void happened();

private:
    QElapsedTimer m_last;
    QPointer<QWidget> m_view; ///< of a window that has none yet: its opener's
};

} // namespace hekim
