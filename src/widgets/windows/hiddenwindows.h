#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <vector>

namespace hekim {

/// Windows that were taken out of sight as they stood, and those that come meanwhile: nothing is answered or
/// closed by it. Which windows, and when, is the owner's to say.
class HiddenWindows : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// From now on, until showAgain(). False where it is so already.
    bool begin() { return !std::exchange(m_hiding, true); }
    /// One that is shown.
    void put(QWidget& window);
    /// One whose Show event is being delivered.
    void holdBack(QWidget& window);
    /// One that is hidden comes back as well.
    void keep(QWidget& window);
    /// Those that would come back, in that order; they do not any more.
    [[nodiscard]] std::vector<QPointer<QWidget>> takeAll();
    /// All come back, as far as they were not answered meanwhile. False where nothing was hidden.
    bool showAgain();

private:
    bool m_hiding = false;
    std::vector<QPointer<QWidget>> m_windows; ///< in the order in which they come back
};

/// Its windows are part of a widget too.
[[nodiscard]] bool isPartOf(const QWidget& part, const QWidget& whole);

} // namespace hekim
