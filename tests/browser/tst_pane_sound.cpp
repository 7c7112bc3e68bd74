#include "browser/pane.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

/// A page is heard while it is seen, and not otherwise. The engine plays into nothing where there is no
/// loudspeaker, and tells all the same whether a page makes sound.
class TestPaneSound : public QObject
{
    Q_OBJECT

    HttpServer m_server;

private slots:
    void initTestCase();
    void P6_aPageOutOfSightIsNotHeard();
    void P1_aPageIsNotHeardBeforeItIsShown();
    void aWindowOfThePageIsHeardWhileItIsShown();
};

void TestPaneSound::initTestCase()
{
    m_server.setFallback([](const HttpServerRequest&) {
        return html(u"<button onclick='const c = new AudioContext(), o = c.createOscillator();"
                    "o.connect(c.destination); o.start()'>Play</button>"
                    "<a href='/child' target='_blank'>Open</a>"_s);
    });
}

void TestPaneSound::P6_aPageOutOfSightIsNotHeard()
{
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(m_server.url(), patientA), formOf(m_server, patientA)));
    const QWebEnginePage& page = *pane.view()->page();
    QVERIFY(!page.isAudioMuted());
    QVERIFY(pane.click(u"button"_s));
    QTRY_VERIFY(page.recentlyAudible());
    pane.view()->parentWidget()->hide(); // as the lock and another patient's tab hide it
    QVERIFY(page.isAudioMuted());
    pane.view()->parentWidget()->show();
    QVERIFY(!page.isAudioMuted());
    QVERIFY(page.recentlyAudible()); // nothing was stopped
}

void TestPaneSound::P1_aPageIsNotHeardBeforeItIsShown()
{
    Pane pane;
    pane.page->open(rulesFor(m_server.url(), patientA), formOf(m_server, patientA));
    auto* view = qobject_cast<QWebEngineView*>(pane.page->view(&pane.window));
    QVERIFY(pane.waitForEnd());
    const QWebEnginePage& page = *view->page();
    QVERIFY(page.isAudioMuted());
    pane.window.show();
    QVERIFY(!page.isAudioMuted());
}

void TestPaneSound::aWindowOfThePageIsHeardWhileItIsShown()
{
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(m_server.url(), patientA), formOf(m_server, patientA)));
    QVERIFY(pane.click(u"a"_s));
    QVERIFY(pane.turnToChild());
    const QWebEnginePage& page = *pane.view()->page();
    QVERIFY(!page.isAudioMuted());
    QVERIFY(pane.click(u"button"_s));
    QTRY_VERIFY(page.recentlyAudible());
    pane.view()->parentWidget()->hide();
    QVERIFY(page.isAudioMuted());
}

QTEST_MAIN(TestPaneSound)
#include "tst_pane_sound.moc"
