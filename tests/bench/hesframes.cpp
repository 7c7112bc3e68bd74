// 10,000 HES codes in the real tab against a server on loopback: requests, time, and the longest time in
// which the window could not answer (no frame above 50 ms: rule W2).
#include "services/hesservice.h"

#include "widgets/theme.h"
#include "workspace/hes/hespage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

constexpr int codeCount = 10'000;
constexpr int allowed = 50; // ms

HttpServerReply answer(const HttpServerRequest& request)
{
    QJsonObject success;
    const QJsonArray asked = QJsonDocument::fromJson(request.body).array();
    for (const QJsonValue& entry : asked)
        success.insert(entry.toObject().value(u"hes_code"_s).toString(),
                       QJsonObject{{u"current_health_status"_s, u"RISKLESS"_s},
                                   {u"masked_firstname"_s, u"AY***"_s},
                                   {u"expiration_date"_s, u"2031-01-01T21:00:00Z"_s}});
    return HttpServerReply::json(QJsonDocument(QJsonObject{{u"success_map"_s, success}}).toJson());
}

/// What this thread has worked, whatever else the machine does meanwhile.
double workedMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

template <class Control>
Control* named(QWidget& page, const QString& name)
{
    const auto controls = page.findChildren<Control*>();
    for (Control* control : controls) {
        if (control->accessibleName() == name)
            return control;
        if constexpr (std::is_same_v<Control, QPushButton>) {
            if (control->text() == name)
                return control;
        }
    }
    qFatal("there is no %s", qPrintable(name));
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    Q_INIT_RESOURCE(icons);
    theme::apply(application);
    HesSite site;
    site.server.route("/hes/check-hes-codes", answer);
    HesPage page(site.http, site.credentials, site.settings);
    page.resize(1280, 620);
    page.show();
    QString text;
    for (int i = 0; i < codeCount; ++i)
        text += u"A%1\n"_s.arg(i, 9, 10, QLatin1Char('0'));
    named<QPlainTextEdit>(page, u"HES codes"_s)->setPlainText(text);

    QElapsedTimer sinceBeat;
    qint64 longest = 0;
    double worked = 0;
    double mostWorked = 0;
    QTimer heart;
    QObject::connect(&heart, &QTimer::timeout, &page, [&] {
        longest = std::max(longest, sinceBeat.restart());
        const double now = workedMilliseconds();
        mostWorked = std::max(mostWorked, now - worked);
        worked = now;
    });
    QElapsedTimer whole;
    auto* const run = named<QPushButton>(page, u"Check all"_s);
    auto* const stop = named<QPushButton>(page, u"Stop"_s);
    if (!QTest::qWaitFor([&] { return run->isEnabled() && page.isVisible(); }))
        return 1;
    QTest::qWait(500); // the first frames are drawn
    whole.start();
    sinceBeat.start();
    worked = workedMilliseconds();
    heart.start(0);
    run->click();
    const bool started = QTest::qWaitFor([&] { return stop->isEnabled(); });
    const bool ended = QTest::qWaitFor([&] { return !stop->isEnabled(); }, 120'000);
    const qint64 took = whole.elapsed();
    QTest::qWait(200); // the last frame
    heart.stop();
    const int rows = named<QTableView>(page, u"Results"_s)->model()->rowCount();
    std::printf(
        "%d HES codes: %d requests, %lld ms, longest time without an answer %lld ms (at most %d wanted), "
        "of which it worked at most %.1f ms\n",
        rows, site.server.count(), static_cast<long long>(took), static_cast<long long>(longest), allowed,
        mostWorked);
    return started && ended && rows == codeCount && longest <= allowed ? 0 : 1;
}
