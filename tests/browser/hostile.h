#pragma once

#include "browser/pane.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace hekim::test {

using namespace Qt::StringLiterals;

/// The longest time for which the event loop did not come round while this lives.
///
/// The window may block for 50 ms (rule W2). What a test measures contains the waits of a machine that is
/// busy with other tests, so the bound here only tells a window that goes on from one that hangs.
class Turns : public QObject
{
public:
    Turns()
    {
        connect(&m_timer, &QTimer::timeout, this,
                [this] { m_longest = std::max(m_longest, m_since.restart()); });
        m_since.start();
        m_timer.start(5);
    }

    [[nodiscard]] bool areShort() const { return std::max(m_longest, m_since.elapsed()) < 1000; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

/// Whether another page loads and is shown meanwhile, as another patient's tab would be.
inline bool anotherPageLoads()
{
    HttpServer server;
    server.route("/x", html(u"ein anderer Reiter"_s));
    Pane pane;
    return pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)) &&
           pane.text() == u"ein anderer Reiter";
}

/// A page that does this again and again once it is shown, as often as told; it counts in `window.tries`.
inline HttpServerReply flood(const QString& script, int times, int everyMs)
{
    return html(u"<p id=p>seite</p><textarea id=t></textarea><script>window.tries=0;"
                "addEventListener('load',()=>setTimeout(()=>{const h=setInterval(()=>{if(tries>=%2)"
                "{clearInterval(h);return}++tries;%1},%3)},100))</script>"_s.arg(script)
                    .arg(times)
                    .arg(everyMs));
}

/// Waits until the page's own counter, `window.tries`, shows that it has really tried.
inline bool hasTried(const Pane& pane, int times)
{
    // Answers to scripts get lost while a page tries to leave (seen with 6.4.2): it is asked again and again.
    const auto counted = std::make_shared<int>(0);
    QTimer asking;
    QObject::connect(&asking, &QTimer::timeout, pane.view(), [&pane, counted] {
        pane.view()->page()->runJavaScript(u"window.tries || 0"_s, [counted](const QVariant& tries) {
            *counted = std::max(*counted, tries.toInt());
        });
    });
    asking.start(100);
    return until([&] { return *counted >= times; });
}

} // namespace hekim::test
