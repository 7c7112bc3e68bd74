#include "services/hesservice.h"

#include "services/hes/hesbatch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::optional<hekim::Error>)

namespace {

HesCode code(int number)
{
    return *HesCode::parse(u"A%1"_s.arg(number, 9, 10, QLatin1Char('0')), {});
}

QList<HesCode> codes(int count)
{
    QList<HesCode> list;
    for (int i = 0; i < count; ++i)
        list += code(i);
    return list;
}

QStringList asked(const HttpServerRequest& request)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(request.body).array();
    for (const QJsonValue& element : array)
        list += element.toObject().value(u"hes_code"_s).toString();
    return list;
}

// Everybody is riskless; codes ending in 7 have expired, those ending in 3 are passed over in silence.
HttpServerReply answer(const HttpServerRequest& request)
{
    QJsonObject success;
    QJsonObject unsuccess;
    for (const QString& one : asked(request)) {
        if (one.endsWith(u'7'))
            unsuccess.insert(one, u"hescodehasbeenexpired"_s);
        else if (!one.endsWith(u'3'))
            success.insert(one, QJsonObject{{u"current_health_status"_s, u"RISKLESS"_s}});
    }
    return HttpServerReply::json(
        QJsonDocument(QJsonObject{{u"success_map"_s, success}, {u"unsuccess_map"_s, unsuccess}}).toJson());
}

struct Run
{
    Run()
    {
        site.server.route(batchPath, answer);
        QObject::connect(&batch, &HesBatch::answered, &batch,
                         [this](const HesResults& part) { results.insert(part); });
        QObject::connect(&batch, &HesBatch::ended, &batch, [this](const std::optional<Error>& error) {
            failure = error;
            ++ends;
        });
        batch.setPauses({10ms, 20ms});
    }

    [[nodiscard]] bool wait(int count = 1)
    {
        return until([this, count] { return ends >= count; });
    }

    HesSite site;
    HesBatch batch{site.client};
    HesResults results;
    std::optional<Error> failure;
    int ends = 0;
};

} // namespace

class HesBatchTest : public QObject
{
    Q_OBJECT

private slots:
    void tenThousandCodesAreTwentyRequests()
    {
        Run run;
        std::atomic<int> atOnce = 0;
        std::atomic<int> most = 0;
        run.site.server.route(batchPath, [&](const HttpServerRequest& request) {
            most = std::max<int>(most, ++atOnce);
            const auto reply = answer(request);
            --atOnce;
            return reply;
        });
        run.batch.start(codes(10'000), false);
        QVERIFY(run.wait());
        QVERIFY(!run.failure);
        QCOMPARE(run.site.server.count(batchPath), 20);
        QCOMPARE(most, 1); // one request at a time
        QStringList all;
        for (const HttpServerRequest& request : run.site.server.requests(batchPath)) {
            QCOMPARE(asked(request).size(), 500);
            all += asked(request);
        }
        QCOMPARE(all.size(), 10'000);
        QCOMPARE(all.constFirst(), code(0).text()); // in their order
        QCOMPARE(all.constLast(), code(9'999).text());
        QCOMPARE(run.results.size(), 10'000);
        QCOMPARE(run.results.value(code(3).text()).outcome, HesResult::Outcome::Unanswered);
        QCOMPARE(run.batch.progress().done, 10'000);
        QVERIFY(run.batch.progress().perSecond > 0);
    }

    void stoppingKeepsWhatCame()
    {
        Run run;
        int parts = 0;
        connect(&run.batch, &HesBatch::answered, this, [&] {
            if (++parts == 7)
                run.batch.stop();
        });
        run.batch.start(codes(10'000), false);
        QVERIFY(run.wait());
        QVERIFY(!run.failure);
        QCOMPARE(run.results.size(), 3'500);
        QCOMPARE(run.batch.open(), 6'500);
        // The rest, and nothing twice.
        run.batch.resume();
        QVERIFY(run.wait(2));
        QCOMPARE(run.results.size(), 10'000);
        QCOMPARE(run.site.server.count(batchPath), 20);
    }

    void stoppingInTheMiddleOfARequestIsSilent()
    {
        Run run;
        run.site.server.route(batchPath, HttpServerReply::stuck());
        run.batch.start(codes(10), false);
        QVERIFY(until([&] { return run.site.server.count(batchPath) == 1; }));
        run.batch.stop();
        QCOMPARE(run.ends, 1);
        QVERIFY(!run.failure);
        QCOMPARE(run.batch.open(), 10);
    }

    void failedPartsAreTriedAgainAndThenTheRunEnds()
    {
        Run run;
        std::atomic<int> count = 0;
        run.site.server.route(batchPath, [&](const HttpServerRequest& request) {
            // The second part fails once, the third for good.
            const int number = ++count;
            return number == 2 || number > 3 ? HttpServerReply::json("{}", 500) : answer(request);
        });
        run.batch.start(codes(2'000), false);
        QVERIFY(run.wait());
        QVERIFY(run.failure);
        QCOMPARE(run.failure->kind, ErrorKind::ServerFailed);
        QCOMPARE(run.results.size(), 1'000);
        QCOMPARE(count, 6); // one, one and again, one and two more tries
        QCOMPARE(run.batch.open(), 1'000);
        run.site.server.forgetRequests();
        run.site.server.route(batchPath, answer);
        run.batch.resume();
        QVERIFY(run.wait(2));
        QVERIFY(!run.failure);
        QCOMPARE(run.site.server.count(batchPath), 2); // what failed, and no more
        QCOMPARE(run.results.size(), 2'000);
    }

    void retryAfterIsWaitedFor()
    {
        Run run;
        std::atomic<int> count = 0;
        run.site.server.route(batchPath, [&](const HttpServerRequest& request) {
            HttpServerReply busy = HttpServerReply::json("{}", 429);
            busy.headers = {{"Retry-After", "1"}};
            return ++count == 1 ? busy : answer(request);
        });
        QElapsedTimer time;
        time.start();
        run.batch.start(codes(10), false);
        QVERIFY(run.wait());
        QVERIFY(!run.failure);
        QVERIFY(time.elapsed() >= 1'000);
        QCOMPARE(count, 2);
    }

    void aLongRetryAfterEndsTheRun()
    {
        Run run;
        HttpServerReply busy = HttpServerReply::json("{}", 503);
        busy.headers = {{"Retry-After", "3600"}};
        run.site.server.route(batchPath, busy);
        run.batch.start(codes(10), false);
        QVERIFY(run.wait());
        QCOMPARE(run.failure->kind, ErrorKind::ServerFailed);
        QCOMPARE(run.site.server.count(batchPath), 1);
    }

    void W3_aRefusedLoginEndsTheRunAtOnce()
    {
        Run run;
        run.site.server.route(batchPath, HttpServerReply::json("{}", 401));
        run.batch.start(codes(5'000), false);
        QVERIFY(run.wait());
        QCOMPARE(run.failure->kind, ErrorKind::CredentialsRefused);
        run.batch.resume();
        QVERIFY(run.wait(2));
        QCOMPARE(run.failure->kind, ErrorKind::CredentialsRefused);
        QCOMPARE(run.site.server.count(), 1);
    }

    void answersOfAMomentAgoComeFromMemory()
    {
        Run run;
        QDateTime now = QDateTime::currentDateTimeUtc();
        run.batch.setClock([&now] { return now; });
        run.batch.start(codes(10), false); // 3 is not answered, 7 has expired
        QVERIFY(run.wait());
        const HesResults first = run.results;
        run.results.clear();
        now = now.addSecs(14 * 60);
        run.batch.start(codes(10), false);
        QVERIFY(run.wait(2));
        QCOMPARE(run.results, first);
        QCOMPARE(run.batch.progress().fromMemory, 9);
        QCOMPARE(asked(run.site.server.requests(batchPath).constLast()), QStringList{code(3).text()});

        now = now.addSecs(2 * 60);
        run.batch.start(codes(10), false);
        QVERIFY(run.wait(3));
        // Too long ago, all but the expired one, which is never asked again.
        QCOMPARE(asked(run.site.server.requests(batchPath).constLast()).size(), 9);
        QVERIFY(!asked(run.site.server.requests(batchPath).constLast()).contains(code(7).text()));
    }

    void insistingAsksAgain()
    {
        Run run;
        run.batch.start(codes(10), false);
        QVERIFY(run.wait());
        run.batch.start(codes(10), true);
        QVERIFY(run.wait(2));
        QCOMPARE(asked(run.site.server.requests(batchPath).constLast()).size(), 9); // 7 has expired
    }

    void aCodeIsAskedOnce()
    {
        Run run;
        run.batch.start({code(1), code(2), code(1), code(1)}, false);
        QVERIFY(run.wait());
        QCOMPARE(asked(run.site.server.requests(batchPath).constFirst()),
                 QStringList({code(1).text(), code(2).text()}));
        QCOMPARE(run.batch.progress().total, 2);
    }

    void aRunThatIsReplacedAsksNothing()
    {
        Run run;
        run.batch.start({code(1)}, false);
        run.batch.stop();
        run.batch.start({code(2)}, false);
        QVERIFY(run.wait(2));
        QCOMPARE(run.site.server.count(batchPath), 1);
        QCOMPARE(asked(run.site.server.requests(batchPath).constFirst()), QStringList{code(2).text()});
    }

    void nothingToAskEndsAtOnce()
    {
        Run run;
        run.batch.start({}, false);
        QCOMPARE(run.ends, 0); // later, as always
        QVERIFY(run.wait());
        QCOMPARE(run.site.server.count(), 0);
    }
};

QTEST_GUILESS_MAIN(HesBatchTest)
#include "tst_hesbatch.moc"
