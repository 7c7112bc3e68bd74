#pragma once

#include <QEventLoop>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <functional>

namespace hekim::test {

/// What a condition may take to come true on a machine that is busy with other tests as well.
inline constexpr std::chrono::milliseconds longestWait{30'000};

/// Waits until the condition holds, and answers whether it does.
///
/// In an event loop that goes on as the program's own does: QTest::qWaitFor() sleeps for ten milliseconds
/// after each turn of it, in which the pages' engine has done one thing.
inline bool until(const std::function<bool()>& condition, std::chrono::milliseconds atMost = longestWait)
{
    if (condition())
        return true;
    QEventLoop loop;
    QTimer look; // what happens in other threads and processes wakes no loop here
    bool holds = false;
    const int level = QThread::currentThread()->loopLevel() + 1;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        // Not in a loop on top of this one: the condition waits for something itself, or a page's dialog is
        // open. A condition that asked that page would wait for the dialog's end, and the dialog for it.
        if (QThread::currentThread()->loopLevel() > level)
            return;
        holds = condition();
        if (holds)
            loop.quit();
    });
    look.start(std::chrono::milliseconds(2));
    QTimer::singleShot(atMost, &loop, &QEventLoop::quit);
    loop.exec();
    return holds;
}

} // namespace hekim::test

// Qt's own look every 50 ms, wait as described above and give up after five seconds.
#undef QTRY_VERIFY
#undef QTRY_VERIFY_WITH_TIMEOUT
#undef QTRY_COMPARE
#undef QTRY_COMPARE_WITH_TIMEOUT
#define QTRY_VERIFY_WITH_TIMEOUT(condition, atMost)                                                          \
    do {                                                                                                     \
        (void)hekim::test::until([&]() -> bool { return bool(condition); },                                  \
                                 std::chrono::milliseconds(atMost));                                         \
        QVERIFY(condition);                                                                                  \
    } while (false)
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, hekim::test::longestWait)
#define QTRY_COMPARE_WITH_TIMEOUT(actual, expected, atMost)                                                  \
    do {                                                                                                     \
        (void)hekim::test::until([&]() -> bool { return (actual) == (expected); },                           \
                                 std::chrono::milliseconds(atMost));                                         \
        QCOMPARE(actual, expected);                                                                          \
    } while (false)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, hekim::test::longestWait)
