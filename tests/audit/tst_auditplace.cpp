// Whose deed it was: what happens in a widget is written down for the place that it stands in.

#include "audit/widgets/auditplace.h"

#include <QDialog>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

class Listener : public AuditSink
{
public:
    void record(const AuditEvent& event) override { events.append(event); }
    QList<AuditEvent> events;
};

IdentityNumber person(const QString& digits)
{
    return IdentityNumber::parse(digits, u"patient"_s).value();
}

} // namespace

class AuditPlaceTest : public QObject
{
    Q_OBJECT

private slots:
    void theNearestPlaceCounts()
    {
        Listener listener;
        const IdentityNumber doctor = person(u"10000000146"_s);
        const IdentityNumber patient = person(u"17291716060"_s);
        QWidget window;
        new AuditPlace(window, listener, doctor);
        auto* tab = new QWidget(&window);
        new AuditPlace(*tab, listener, doctor, patient);
        auto* inTab = new QWidget(tab);
        const QDialog itsWindow(inTab);
        const QWidget beside(&window);

        audit(*inTab, AuditAction::FormOpened);
        audit(itsWindow, AuditAction::Print, false, u"why"_s);
        audit(beside, AuditAction::HesQuery);
        QCOMPARE(listener.events.size(), 3);
        QCOMPARE(listener.events.at(0).patient, patient);
        QCOMPARE(listener.events.at(1).patient, patient);
        QVERIFY(listener.events.at(1).outcome == AuditOutcome::Failed);
        QCOMPARE(listener.events.at(1).detail, u"why"_s);
        QVERIFY(!listener.events.at(2).patient);
        QCOMPARE(listener.events.at(2).doctor, doctor);
    }

    void P1_aTabsDeedIsNeverAnotherPatients()
    {
        Listener listener;
        QWidget window;
        QList<QWidget*> tabs;
        const QStringList numbers{u"17291716060"_s, u"23456789060"_s};
        for (const QString& number : numbers) {
            tabs.append(new QWidget(&window));
            new AuditPlace(*tabs.constLast(), listener, {}, person(number));
        }
        for (qsizetype i = 0; i < numbers.size(); ++i) {
            const QWidget inTab(tabs.at(i));
            audit(inTab, AuditAction::ImagesOpened);
            QCOMPARE(listener.events.constLast().patient, person(numbers.at(i)));
        }
    }
};

QTEST_MAIN(AuditPlaceTest)
#include "tst_auditplace.moc"
