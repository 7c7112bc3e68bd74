#include "browser/page/pagecontrols.h"
#include "browser/pane.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

using Notice = Gatekeeper::Notice;

namespace {

const QString patient = u"10000000146"_s;

QString button(const QString& id)
{
    return u"<button id="_s + id +
           u" style='width:200px;height:60px' onclick=\"document.documentElement"
           ".requestFullscreen().then(()=>document.title='full',"
           "()=>document.title='refused')\">x</button>"_s;
}

/// A pane for images with the ministry's e-Rapor and its viewer on servers of their own.
struct Site
{
    Site()
    {
        viewer.route("/v", html(button(u"go"_s)));
        erapor.route("/e", html(button(u"go"_s)));
        viewer.route("/frame", html(u"<iframe allow=fullscreen style='width:400px;height:300px' src='"_s +
                                    erapor.url(u"/e"_s).toString() + u"'></iframe>"_s));
        QObject::connect(&pane.page->controls(), &PageControls::fullScreenChanged, &pane.window,
                         [this](bool full) { fills = full; });
    }

    [[nodiscard]] NavigationRules rules() const
    {
        return NavigationRules::forImages(
            settingsFor(erapor.url(), {{u"endpoints/viewer"_s, viewer.url().toString()}}),
            IdentityNumber::parse(patient, u"patient"_s).value());
    }

    HttpServer viewer;
    HttpServer erapor;
    Pane pane;
    bool fills = false;
};

} // namespace

/// Who may fill the pane: a page of the image viewer, for the user, and within the pane only (rule P1).
class TestPaneFullScreen : public QObject
{
    Q_OBJECT

private slots:
    void theViewerFillsItsPaneAndLeaves();
    void theEngineLetsNoScriptFillThePaneByItself();
    void P1_noOtherOriginFillsThePane();
    void P1_noPageOfAReportFillsThePane();
};

void TestPaneFullScreen::theViewerFillsItsPaneAndLeaves()
{
    Site site;
    QVERIFY(site.pane.openAndWait(site.rules(), site.viewer.url(u"/v"_s)));
    QVERIFY(site.pane.click(u"#go"_s));
    QTRY_VERIFY(site.fills);
    QTRY_COMPARE(site.pane.evaluate(u"document.title"_s).toString(), u"full"_s);
    QVERIFY(!site.pane.window.isFullScreen()); // the banner above the pane stays
    site.pane.page->controls().leaveFullScreen();
    QTRY_VERIFY(!site.fills);
    QTRY_VERIFY(!site.pane.evaluate(u"!!document.fullscreenElement"_s).toBool());
    QCOMPARE(site.pane.noticed(Notice::FullScreenRefused), 0);
}

// The engine refuses this by itself, before our own rule is asked.
void TestPaneFullScreen::theEngineLetsNoScriptFillThePaneByItself()
{
    Site site;
    QVERIFY(site.pane.openAndWait(site.rules(), site.viewer.url(u"/v"_s)));
    site.pane.evaluate(u"document.getElementById('go').click()"_s);
    QTRY_COMPARE(site.pane.evaluate(u"document.title"_s).toString(), u"refused"_s);
    QVERIFY(!site.fills);
}

void TestPaneFullScreen::P1_noOtherOriginFillsThePane()
{
    Site site;
    QVERIFY(site.pane.openAndWait(site.rules(), site.viewer.url(u"/frame"_s)));
    QVERIFY(site.pane.takesInput());
    QTest::mouseClick(site.pane.inner(), Qt::LeftButton, {}, {60, 40});
    QTRY_COMPARE(site.pane.noticed(Notice::FullScreenRefused), 1);
    QVERIFY(!site.fills);
    QVERIFY(!site.pane.evaluate(u"!!document.fullscreenElement"_s).toBool());
}

void TestPaneFullScreen::P1_noPageOfAReportFillsThePane()
{
    Site site;
    const NavigationRules rules(settingsFor(site.erapor.url(), {}), {});
    QVERIFY(site.pane.openAndWait(rules, site.erapor.url(u"/e"_s)));
    QVERIFY(site.pane.click(u"#go"_s));
    QTRY_COMPARE(site.pane.evaluate(u"document.title"_s).toString(), u"refused"_s);
    QVERIFY(!site.fills);
}

QTEST_MAIN(TestPaneFullScreen)
#include "tst_pane_fullscreen.moc"
