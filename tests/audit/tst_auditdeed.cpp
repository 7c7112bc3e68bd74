#include "audit/auditdeed.h"
#include "core/call/background.h"
#include "support/waiting.h"

#include <QSemaphore>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

class Listener : public AuditSink
{
public:
    ~Listener() override { endDeeds(); }
    void record(const AuditEvent& event) override { m_events->append(event); }
    [[nodiscard]] QList<AuditEvent> events() const { return *m_events; }
    /// What came, after the listener has gone too.
    [[nodiscard]] std::shared_ptr<QList<AuditEvent>> heard() const { return m_events; }

private:
    std::shared_ptr<QList<AuditEvent>> m_events = std::make_shared<QList<AuditEvent>>();
};

const AuditEvent printed{.action = AuditAction::Print,
                         .doctor = IdentityNumber::parse(u"10000000146"_s, u"doctor"_s).value(),
                         .patient = IdentityNumber::parse(u"17291716060"_s, u"patient"_s).value(),
                         .detail = u"past reports"_s};

} // namespace

/// What takes a while has its line whatever becomes of it.
class AuditDeedTest : public QObject
{
    Q_OBJECT

private slots:
    void T1_aDeedHasOneLine()
    {
        Listener listener;
        {
            const AuditDeed deed(listener, printed);
            const AuditDeed same = deed; // NOLINT(performance-unnecessary-copy-initialization)
            QVERIFY(listener.events().isEmpty());
            same.end(true);
            deed.end(false, u"late"_s);
        }
        QCOMPARE(listener.events().size(), 1);
        const AuditEvent line = listener.events().constFirst();
        QVERIFY(line.outcome == AuditOutcome::Done);
        QCOMPARE(line.doctor, printed.doctor);
        QCOMPARE(line.patient, printed.patient);
        QCOMPARE(line.detail, u"past reports"_s);
    }

    void T1_whatIsNoLongerWaitedForHasItsLine()
    {
        Listener listener;
        auto* view = new QObject;
        connect(view, &QObject::objectNameChanged, view,
                [deed = AuditDeed(listener, printed)] { deed.end(true); });
        delete view;
        QCOMPARE(listener.events().size(), 1);
        QVERIFY(listener.events().constFirst().outcome == AuditOutcome::Failed);
        QCOMPARE(listener.events().constFirst().detail,
                 u"past reports: "_s + auditDetailOf({.kind = ErrorKind::Cancelled}));
    }

    // The printer has the paper already: what becomes of it is heard to the end.
    void T1_workGoesOnWithoutItsView()
    {
        Listener listener;
        QSemaphore go;
        {
            const QObject view;
            const AuditDeed deed(listener, printed);
            inThreadOfItsOwn(
                deed.context(), longestWait,
                [&go] { return go.tryAcquire(1, static_cast<int>(longestWait.count())); },
                [deed](std::optional<bool> done) { deed.end(done.value_or(false)); });
        }
        QVERIFY(listener.events().isEmpty());
        go.release();
        QTRY_COMPARE(listener.events().size(), 1);
        QVERIFY(listener.events().constFirst().outcome == AuditOutcome::Done);
    }

    // The program ends while the printer is busy.
    void T1_whatIsUnderWayAtTheEndHasItsLine()
    {
        QSemaphore go;
        auto listener = std::make_unique<Listener>();
        const auto heard = listener->heard();
        {
            const AuditDeed deed(*listener, printed);
            inThreadOfItsOwn(
                deed.context(), longestWait,
                [&go] { return go.tryAcquire(1, static_cast<int>(longestWait.count())); },
                [deed](std::optional<bool> done) { deed.end(done.value_or(false)); });
        }
        listener.reset();
        go.release();
        QCOMPARE(heard->size(), 1);
        QVERIFY(heard->constFirst().outcome == AuditOutcome::Failed);
    }

    void aDeedOfNobodyHasNoLine()
    {
        const AuditDeed nobodys;
        nobodys.end(true);
        QVERIFY(nobodys.context());
        AuditDeed late;
        {
            Listener listener;
            late = AuditDeed(listener, printed);
        }
        late.end(true); // the trail has gone
        QVERIFY(!late.context());
    }
};

QTEST_GUILESS_MAIN(AuditDeedTest)
#include "tst_auditdeed.moc"
