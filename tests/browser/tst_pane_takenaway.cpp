#include "browser/ward.h"
#include "workspace/page/childwindow.h"

#include <QTest>

#include <atomic>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto formPath = "/healthstatusweb/singledoctor/createreport";

/// Everywhere on the page: what a click on the view's middle presses. It does this once.
const QString everywhere =
    u"<button style='position:fixed;inset:0;width:100%;height:100%' onclick=\"if(!self.done){self.done=1;%1}\">x</button>"_s;

/// A page that asks before it is left, and that names another patient.
const QString clinging = u"<script>addEventListener('beforeunload',e=>{e.preventDefault();e.returnValue='x'})"
                         "</script><p>Hasta B</p><input type=hidden name=patientId value=17291716060>"_s;

/// Becomes that page: what the user did before counts on.
const QString turning =
    u"fetch('/other').then(r=>r.text()).then(t=>{document.open();document.write(t);document.close()})"_s;

QWebEngineView* viewOf(const PageHost& host)
{
    return host.findChild<QWebEngineView*>();
}

QString textIn(const PageHost& host)
{
    QString text;
    bool answered = false;
    viewOf(host)->page()->runJavaScript(u"document.body ? document.body.innerText : ''"_s,
                                        [&](const QVariant& result) {
                                            text = result.toString();
                                            answered = true;
                                        });
    return until([&] { return answered; }) ? text : u"(no answer)"_s;
}

/// Clicks the page's middle until that is of consequence: the engine drops what comes before the page is
/// drawn.
bool clickUntil(const PageHost& host, const std::function<bool()>& happened)
{
    return until([&] {
        if (happened())
            return true;
        if (QWidget* inner = viewOf(host) ? viewOf(host)->focusProxy() : nullptr)
            QTest::mouseClick(inner, Qt::LeftButton);
        return false;
    });
}

/// An address that is good once, as one of the images is.
class GoodOnce : public Fixed
{
public:
    using Fixed::Fixed;
    [[nodiscard]] bool isGoodOnce() const override { return true; }
};

} // namespace

/// What becomes of a page that has to leave the screen, in the pane and in the windows around it.
class TestPaneTakenAway : public QObject
{
    Q_OBJECT

private slots:
    void P1_whatWasTakenAwayIsNotSeenAgain();
    void P1_whatWasTakenAwayLeavesItsWindow();
    void aPageGoesWhenNothingStandsInIt_data();
    void aPageGoesWhenNothingStandsInIt();
};

void TestPaneTakenAway::P1_whatWasTakenAwayIsNotSeenAgain()
{
    HttpServer server;
    server.route(formPath, html(everywhere.arg(turning)));
    server.route("/other", html(clinging));
    Ward ward(rulesFor(server.url(), patientA), std::make_unique<Fixed>(formOf(server, patientA)));
    QVERIFY(clickUntil(ward.pane, [&] { return ward.button(u"Try again"_s) != nullptr; }));
    server.route(formPath, HttpServerReply::stuck());
    ward.button(u"Try again"_s)->click();
    QTRY_COMPARE(server.count(formPath), 2);
    QTRY_VERIFY(ward.pane.showsPage()); // before the server has answered
    QVERIFY(viewOf(ward.pane)->isVisible());
    QCOMPARE(textIn(ward.pane), QString());
}

void TestPaneTakenAway::P1_whatWasTakenAwayLeavesItsWindow()
{
    HttpServer server;
    server.route(formPath, html(everywhere.arg(u"window.open('/window')"_s)));
    server.route("/window", html(everywhere.arg(turning)));
    server.route("/other", html(clinging));
    Ward ward(rulesFor(server.url(), patientA), std::make_unique<Fixed>(formOf(server, patientA)));
    const auto window = [&] { return ward.pane.findChild<ChildWindow*>(); };
    QVERIFY(clickUntil(ward.pane, [&] { return window() && window()->showsPage(); }));
    QSignalSpy failed(window()->page(), &IsolatedPage::failed);
    QVERIFY(clickUntil(*window(), [&] { return !failed.isEmpty(); }));
    QVERIFY(!window()->showsPage());
    QTRY_COMPARE(textIn(*window()), QString());
    QVERIFY(!window()->showsPage());
}

void TestPaneTakenAway::aPageGoesWhenNothingStandsInIt_data()
{
    QTest::addColumn<HttpServerReply>("reply");
    QTest::newRow("a login in its place") << html(u"<input type=password>"_s);
    QTest::newRow("a session that has ended") << HttpServerReply::html("401", 401);
}

// A page of an address that is good once is thrown away and opened anew: not while it tells of its end, since
// the engine and the page's own parts go on after that.
void TestPaneTakenAway::aPageGoesWhenNothingStandsInIt()
{
    QFETCH(HttpServerReply, reply);
    HttpServer server;
    std::atomic_int asked = 0;
    server.route("/x", [&](const HttpServerRequest&) { return ++asked == 1 ? reply : html(u"y"_s); });
    Ward ward(rulesFor(server.url(), patientA), std::make_unique<GoodOnce>(server.url(u"/x"_s)));
    QTRY_VERIFY(ward.pane.page());
    const QPointer<IsolatedPage> first = ward.pane.page();
    bool livesOn = false;
    connect(first, &IsolatedPage::failed, this,
            [&] { livesOn = !first.isNull(); }); // after the pane has heard it
    QTRY_VERIFY(!first);
    QVERIFY(livesOn);
    QTRY_COMPARE(server.count("/x"), 2);
    QTRY_VERIFY(ward.pane.page()->hasDocument());
}

QTEST_MAIN(TestPaneTakenAway)
#include "tst_pane_takenaway.moc"
