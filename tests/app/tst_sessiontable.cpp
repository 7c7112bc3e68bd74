#include "app/sessionevents.h"
#include "support/places.h"

#include <QFile>
#include <QHash>
#include <QMetaEnum>
#include <QRandomGenerator>
#include <QTest>

using namespace hekim;
using namespace hekim::test;

namespace {

constexpr int codeLength = 2;

QString nameOf(State state)
{
    return QString::fromLatin1(QMetaEnum::fromType<State>().valueToKey(static_cast<int>(state)));
}

/// sessiontable.txt: what each state makes of each event.
class Table
{
public:
    Table()
    {
        QFile file(QStringLiteral(HEKIM_SOURCE "/tests/app/sessiontable.txt"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no table");
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (line.startsWith(u'#') || line.simplified().isEmpty())
                continue;
            QStringList cells = line.split(u'|');
            for (QString& cell : cells)
                cell = cell.simplified();
            if (cells.constFirst() == u"states")
                readStates(cells.mid(1));
            else
                m_rows.insert(cells.constFirst(), cells.mid(1));
        }
    }

    [[nodiscard]] const QStringList& states() const { return m_states; }
    [[nodiscard]] QStringList events() const { return m_rows.keys(); }
    [[nodiscard]] qsizetype cells(const QString& event) const { return m_rows.value(event).size(); }
    /// "Working o"; the state is left as it is where the cell begins with "=".
    [[nodiscard]] QString expected(const QString& event, State before) const
    {
        QString cell = m_rows.value(event).value(static_cast<int>(before));
        if (cell.startsWith(u'='))
            return nameOf(before) + cell.mid(1);
        return m_codes.value(cell.left(codeLength), u"?"_s) + cell.mid(codeLength);
    }
    [[nodiscard]] QString cellOf(State before, State after, const QString& said) const
    {
        return (before == after ? u"="_s : m_codes.key(nameOf(after))) +
               (said.isEmpty() ? QString() : u' ' + said);
    }

private:
    void readStates(const QStringList& cells)
    {
        for (const QString& cell : cells) {
            m_states.append(cell.section(u' ', 1));
            m_codes.insert(cell.section(u' ', 0, 0), m_states.constLast());
        }
    }

    QStringList m_states;
    QHash<QString, QString> m_codes; ///< "WO": "Working"
    QHash<QString, QStringList> m_rows;
};

bool opensForAnother(const Flow& flow, qsizetype since)
{
    for (qsizetype i = since; i < flow.opened.size(); ++i) {
        if (namesDoctor(flow.opened.at(i)) && flow.opened.at(i).doctor != flow.session.doctor())
            return true;
    }
    return false;
}

} // namespace

/// Every state and every event: what follows is written down, and no two doctors are mixed by it (rule P4).
class SessionTableTest : public QObject
{
    Q_OBJECT

private slots:
    void everyStateHasItsColumn()
    {
        QStringList states;
        const QMetaEnum known = QMetaEnum::fromType<State>();
        for (int i = 0; i < known.keyCount(); ++i)
            states.append(QString::fromLatin1(known.key(i)));
        QCOMPARE(m_table.states(), states);
        const QStringList events = m_table.events();
        for (const QString& event : events)
            QVERIFY2(m_table.cells(event) == states.size(), qPrintable(event));
    }

    void everyEventHasItsRow()
    {
        QSet<QString> events;
        for (const SessionEvent& event : sessionEvents())
            events.insert(QString::fromLatin1(event.name));
        const QStringList rows = m_table.events();
        QCOMPARE(QSet<QString>(rows.begin(), rows.end()), events);
    }

    void everyInputIsAnEvent()
    {
        QSet<QByteArray> inputs{anAnswer, "hasPageDialog"};
        for (const QMetaObject* object :
             {&SessionController::staticMetaObject, &LaunchController::staticMetaObject,
              &DoctorPin::staticMetaObject}) {
            for (int i = object->methodOffset(); i < object->methodCount(); ++i) {
                if (object->method(i).methodType() == QMetaMethod::Slot)
                    inputs.insert(object->method(i).name());
            }
        }
        QSet<QByteArray> tried;
        for (const SessionEvent& event : sessionEvents())
            tried.insert(event.slot);
        QCOMPARE(tried, inputs);
    }

    void P4_everyStateAndEvent_data()
    {
        QTest::addColumn<int>("event");
        QTest::addColumn<int>("state");
        for (int event = 0; event < sessionEvents().size(); ++event) {
            for (int state = 0; state < m_table.states().size(); ++state)
                QTest::addRow("%s in %s", sessionEvents().at(event).name,
                              qPrintable(m_table.states().at(state)))
                    << event << state;
        }
    }

    void P4_everyStateAndEvent()
    {
        QFETCH(const int, event);
        QFETCH(const int, state);
        const auto before = static_cast<State>(state);
        Flow flow(m_server);
        flow.bring(before);
        QCOMPARE(flow.session.state(), before);
        sessionEvents().at(event).happen(flow);

        const State after = flow.session.state();
        if (qEnvironmentVariableIsSet("HEKIM_PRINT_TABLE"))
            qInfo("CELL|%d|%d|%s", event, state, qPrintable(m_table.cellOf(before, after, flow.said)));
        QCOMPARE(nameOf(after) + (flow.said.isEmpty() ? QString() : u' ' + flow.said),
                 m_table.expected(QString::fromLatin1(sessionEvents().at(event).name), before));
        QCOMPARE(flow.fault(), QString());
        QVERIFY2(!opensForAnother(flow, 0), "a launch is opened for another doctor than the one it names");
    }

    // HEKIM_SEED=… walks the same way again.
    void P4_anyOrder()
    {
        const quint32 seed = qEnvironmentVariableIsSet("HEKIM_SEED")
                                 ? qEnvironmentVariable("HEKIM_SEED").toUInt()
                                 : QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        constexpr int flows = 10;
        for (int number = 0; number < flows; ++number) {
            Flow flow(m_server);
            const QStringList story = walk(flow, random);
            if (story.isEmpty())
                continue;
            for (const QString& step : story)
                qWarning("%s", qPrintable(step));
            QFAIL(qPrintable(u"two doctors are mixed, seed %1, flow %2"_s.arg(seed).arg(number)));
        }
    }

private:
    /// Where two doctors are mixed on the way, the way.
    static QStringList walk(Flow& flow, QRandomGenerator& random)
    {
        constexpr int steps = 200;
        constexpr int rarely = 20;
        QStringList story;
        for (int step = 0; step < steps && flow.session.state() != State::Quitting; ++step) {
            const SessionEvent& event =
                sessionEvents().at(random.bounded(static_cast<int>(sessionEvents().size())));
            if (QByteArrayView(event.name).startsWith("quit") && random.bounded(rarely) != 0)
                continue;
            const qsizetype openedBefore = flow.opened.size();
            flow.said.clear();
            event.happen(flow);
            story.append(
                u"%1: %2 %3"_s.arg(QString::fromLatin1(event.name), nameOf(flow.session.state()), flow.said));
            if (!flow.fault().isEmpty() || opensForAnother(flow, openedBefore))
                return story << flow.fault();
        }
        return {};
    }

    Table m_table;
    LoginServer m_server;
};

QTEST_GUILESS_MAIN(SessionTableTest)
#include "tst_sessiontable.moc"
