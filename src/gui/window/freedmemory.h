#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace hekim {

/// Gives memory that pages have freed back to the system. glibc keeps it between blocks that are still in
/// use: after thirty patients the window kept 290 MB with which it did nothing (measured, 6.4.2).
class FreedMemory : public QObject
{
    Q_OBJECT

public:
    /// The engine frees what a page had in several steps.
    static constexpr std::chrono::seconds between{10};
    static constexpr int rounds = 3;

    explicit FreedMemory(QObject* parent = nullptr);

    /// A page was closed.
    void giveBackSoon();

private:
    void giveBack();

    QTimer m_timer;
    int m_left = 0;
};

} // namespace hekim
