#include "browser/pane.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using Notice = Gatekeeper::Notice;

namespace {
/// xdg-mime and xdg-open as real programs of a folder of our own: one scheme has a program, what is opened is
/// written down.
class Programs
{
public:
    explicit Programs(const QString& schemeWithProgram)
    {
        write(u"xdg-mime"_s, "echo >> '" + m_looked.toUtf8() + "'\nwhile [ -e '" + m_held.toUtf8() +
                                 "' ]; do sleep 0.01; done\n[ \"$3\" = x-scheme-handler/" +
                                 schemeWithProgram.toUtf8() + " ] && echo imza.desktop\nexit 0\n");
        write(u"xdg-open"_s,
              "for a in \"$@\"; do printf '%s\\n' \"$a\" >> '" + m_opened.toUtf8() + "'; done\n");
        m_path = qgetenv("PATH");
        qputenv("PATH", m_folder.path().toUtf8() + ":" + m_path);
    }
    ~Programs() { qputenv("PATH", m_path); }
    Programs(const Programs&) = delete;
    Programs& operator=(const Programs&) = delete;

    /// The system takes its time to say which program a scheme has.
    void hold() const
    {
        if (!QFile(m_held).open(QIODevice::WriteOnly))
            qFatal("no file could be written");
    }
    void letGo() const { QFile::remove(m_held); }
    [[nodiscard]] bool isLooking() const { return QFile::exists(m_looked); }
    [[nodiscard]] QStringList opened() const
    {
        QFile file(m_opened);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

private:
    void write(const QString& name, const QByteArray& script)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no program could be written");
        file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QTemporaryDir m_folder;
    QString m_opened = m_folder.filePath(u"opened"_s);
    QString m_looked = m_folder.filePath(u"looked"_s);
    QString m_held = m_folder.filePath(u"held"_s);
    QByteArray m_path;
};

const QMap<QString, QString> signing{{u"web/externalSchemes"_s, u"hekim-imza"_s}};
} // namespace

/// The schemes that start a program, with real pages that try to start one (rule S6).
class TestPaneSchemes : public QObject
{
    Q_OBJECT

private slots:
    void S6_aListedProgramStartsAfterAClick();
    void S6_anUnlistedProgramDoesNotStart();
    void S6_aScriptStartsNothing_data();
    void S6_aScriptStartsNothing();
    void S6_oneClickStartsOneProgram();
    void S6_aMissingProgramIsToldSo();
    void S6_nothingStartsOutOfSight_data();
    void S6_nothingStartsOutOfSight();
};

void TestPaneSchemes::S6_aListedProgramStartsAfterAClick()
{
    const Programs programs(u"hekim-imza"_s);
    const QString link = u"hekim-imza:sign?doc=1&name=%C5%9E%20x;$(touch%20y)%27"_s;
    HttpServer server;
    server.route("/x",
                 html(u"<a id=go href=\"%1\">Imzala</a>"_s.arg(QString(link).replace(u'&', u"&amp;"_s))));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.letProgramStart());
    QTRY_COMPARE(programs.opened(), QStringList{link});
    QCOMPARE(pane.notices.count(), 0);
    QCOMPARE(pane.failed.count(), 0);
}

void TestPaneSchemes::S6_anUnlistedProgramDoesNotStart()
{
    const Programs programs(u"baska"_s);
    HttpServer server;
    server.route(
        "/x", html(u"<p><a id=go href='baska:1'>x</a><p><a id=blank target=_blank href='baska:1'>y</a>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.noticed(Notice::ProgramNotListed), 1);
    QCOMPARE(pane.subjectOf(Notice::ProgramNotListed), u"baska"_s);
    QVERIFY(pane.click(u"#blank"_s));
    QTRY_COMPARE(pane.noticed(Notice::ProgramNotListed), 2);
    QCOMPARE(programs.opened(), QStringList());
}

void TestPaneSchemes::S6_aScriptStartsNothing_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("location") << u"<script>location.href='hekim-imza:1'</script>"_s;
    QTest::newRow("scripted click") << u"<a id=a href='hekim-imza:1'>x</a><script>a.click()</script>"_s;
    QTest::newRow("scripted events")
        << u"<a id=a href='hekim-imza:1'>x</a><script>for(const t of ['mousedown','mouseup','click'])"
           "a.dispatchEvent(new MouseEvent(t,{bubbles:true}))</script>"_s;
    QTest::newRow("inner frame") << u"<iframe src='hekim-imza:1'></iframe>"_s;
    QTest::newRow("window.open") << u"<script>window.open('hekim-imza:1')</script>"_s;
    QTest::newRow("refresh") << u"<meta http-equiv=refresh content='0;url=hekim-imza:1'>"_s;
    QTest::newRow("redirect") << u"<script>location.href='/redirect'</script>"_s;
}

void TestPaneSchemes::S6_aScriptStartsNothing()
{
    QFETCH(QString, way);
    const Programs programs(u"hekim-imza"_s);
    HttpServer server;
    server.route("/x", html(way));
    server.route("/redirect", HttpServerReply::redirect(QUrl(u"hekim-imza:1"_s)));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QTRY_COMPARE(pane.noticed(Notice::ProgramNeedsClick), 1);
    // The same page then starts it by a real click, so that what it tried before would have been written down
    // too.
    pane.evaluate(u"document.body.innerHTML='<a id=go href=hekim-imza:2>x</a>'"_s);
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.letProgramStart());
    QTRY_COMPARE(programs.opened(), QStringList{u"hekim-imza:2"_s});
}

void TestPaneSchemes::S6_oneClickStartsOneProgram()
{
    const Programs programs(u"hekim-imza"_s);
    HttpServer server;
    server.route("/x", html(u"<button id=go onclick=\"location.href='hekim-imza:1';"
                            "setTimeout(()=>location.href='hekim-imza:2',50)\">x</button>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.noticed(Notice::ProgramNeedsClick), 1);
    QVERIFY(pane.letProgramStart());
    QTRY_COMPARE(programs.opened(), QStringList{u"hekim-imza:1"_s});
    QVERIFY(pane.programAsked.isEmpty());
}

void TestPaneSchemes::S6_aMissingProgramIsToldSo()
{
    const Programs programs(u"baska"_s);
    HttpServer server;
    server.route("/x", html(u"<a id=go href='hekim-imza:1'>x</a>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.noticed(Notice::ProgramMissing), 1);
    QCOMPARE(pane.subjectOf(Notice::ProgramMissing), u"hekim-imza"_s);
    QCOMPARE(programs.opened(), QStringList());
}

void TestPaneSchemes::S6_nothingStartsOutOfSight_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("remembered");
    QTest::newRow("asked about") << u"href=hekim-imza:1"_s << false;
    QTest::newRow("remembered") << u"href=hekim-imza:1"_s << true;
    QTest::newRow("remembered, by a window that has none yet") << u"target=_blank href=/redirect"_s << true;
}

// The lock, or another patient's tab, comes while the system still looks for the program.
void TestPaneSchemes::S6_nothingStartsOutOfSight()
{
    QFETCH(QString, link);
    QFETCH(bool, remembered);
    const Programs programs(u"hekim-imza"_s);
    HttpServer server;
    server.route("/x", html(u"<p><a id=go %1>x</a><p><a id=again href=hekim-imza:2>y</a>"_s.arg(link)));
    server.route("/redirect", HttpServerReply::redirect(QUrl(u"hekim-imza:1"_s)));
    Pane pane;
    if (remembered)
        pane.programs.allow(u"hekim-imza"_s, {u"imza.desktop"_s, {}});
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    programs.hold();
    QVERIFY(pane.click(u"#go"_s));
    QTRY_VERIFY(programs.isLooking());
    pane.window.hide();
    auto* window = pane.page->findChild<IsolatedPage*>();
    const QSignalSpy told(&(window ? window : pane.page.get())->gatekeeper(), &Gatekeeper::notice);
    programs.letGo();
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told.first().at(0).value<Notice>(), Notice::ProgramOutOfSight);
    QCOMPARE(told.first().at(1).toString(), u"hekim-imza"_s);
    QCOMPARE(pane.programAsked.count(), 0);
    pane.window.show();
    QVERIFY(pane.click(u"#again"_s));
    if (!remembered)
        QVERIFY(pane.letProgramStart());
    QTRY_COMPARE(programs.opened(), QStringList{u"hekim-imza:2"_s});
}

QTEST_MAIN(TestPaneSchemes)
#include "tst_pane_schemes.moc"
