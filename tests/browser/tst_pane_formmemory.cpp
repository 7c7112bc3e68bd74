#include "browser/page/pagecontrols.h"
#include "browser/page/pagelossmonitor.h"
#include "browser/pane.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {
constexpr auto formPath = "/healthstatusweb/singledoctor/createreport";
constexpr auto sendPath = "/healthstatusweb/singledoctor/save";
constexpr auto nextPath = "/healthstatusweb/singledoctor/next";

// What the engine does not fill in again by itself.
const QString fields =
    u"<p><input id=t name=t><input name=t><p><textarea name=area></textarea><p><input type=password "
    u"id=secret>"
    "<p><label><input type=checkbox id=c>Onay</label><label><input type=radio name=r id=r1 "
    "value=1>Bir</label>"
    "<label><input type=radio name=r id=r2 value=2>İki</label>"
    "<p><select id=s><option>ankara<option>denizli</select><p><div id=e contenteditable>-</div>"
    "<p><input id=untyped value=sayfa><p><button id=send>Gönder</button>"_s;
const QString open = u"<form autocomplete=off method=post action='/healthstatusweb/singledoctor/save'>"_s;
const QString links = u"<p><a id=go href='/healthstatusweb/singledoctor/next'>devam</a>"
                      "<script>heard=[];for(const k of ['input','change'])addEventListener(k,"
                      "e=>heard.push(k+':'+(e.target.id||e.target.name)),true)</script>"_s;

HttpServerReply unstored(const QString& body)
{
    HttpServerReply reply = html(body);
    reply.headers.emplaceBack("Cache-Control", "no-store");
    return reply;
}

struct PaneWithForm : Pane
{
    PaneWithForm() : losses(&page->losses(), &PageLossMonitor::lost) {}

    bool openForm(HttpServer& server, const QString& body)
    {
        server.route(formPath, unstored(body));
        server.route(sendPath, HttpServerReply::html("oturum yok", 401));
        server.route(nextPath, html(u"<a id=back href='javascript:history.back()'>geri</a>"_s));
        return openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)) && loaded.count() == 1;
    }
    bool fillIn()
    {
        if (!type(u"#t"_s, u"Muayene"_s) || !type(u"#t ~ input"_s, u"ikinci"_s) ||
            !type(u"textarea"_s, u"satir"_s) || !type(u"#secret"_s, u"gizli"_s) || !click(u"#c"_s) ||
            !click(u"#r2"_s))
            return false;
        evaluate(u"document.getElementById('s').focus()"_s); // a click would open its list
        if (!type(u"#s"_s, u"d"_s) || !type(u"#e"_s, u"not"_s))
            return false;
        return until([this] { return page->touched() && filled() == wanted(u"gizli"_s); });
    }
    [[nodiscard]] QString filled() const
    {
        return evaluate(u"(() => { const f = s => document.querySelector(s); return !f('#e') ? '' :"
                        " [f('#t').value, f('#t ~ input').value, f('textarea').value, f('#secret').value,"
                        " f('#c').checked, f('#r1').checked, f('#r2').checked, f('#s').value,"
                        " f('#e').innerText.replace('-', ''), f('#untyped').value].join('|'); })()"_s)
            .toString();
    }
    static QString wanted(const QString& secret)
    {
        return u"Muayene|ikinci|satir|%1|true|false|true|denizli|not|sayfa"_s.arg(secret);
    }
    [[nodiscard]] QStringList heard() const { return evaluate(u"heard"_s).toStringList(); }

    QSignalSpy losses;
};
} // namespace

/// What the user typed into a form comes back with the form (rules P3, S1), where the engine does not bring
/// it.
class TestPaneFormMemory : public QObject
{
    Q_OBJECT

private slots:
    void P3_aFormThatTheBrowserDoesNotRememberComesBackFilledIn_data();
    void P3_aFormThatTheBrowserDoesNotRememberComesBackFilledIn();
    void P3_aStepOfThePagesOwnBringsItBackToo();
    void P3_whatWasFilledInIsNotLostTheSecondTime();
    void S1_anotherPageGetsNothing();
    void P1_aFormInThePlaceOfAnotherGetsNothing();
    void P1_aPageOfSeveralPatientsGetsNothing();
    void P3_aFormThatIsLoadedAgainIsTouched();
    void aFormThatTheUserLoadsAgainIsFresh();
};

void TestPaneFormMemory::P3_aFormThatTheBrowserDoesNotRememberComesBackFilledIn_data()
{
    QTest::addColumn<QString>("body");
    QTest::newRow("autocomplete off") << open + fields + u"</form>"_s + links;
    QTest::newRow("made by a script, its options later")
        << links +
               u"<script>onload=()=>fetch('/late').then(()=>{const f=document.createElement('div');"
               "f.innerHTML=`"_s +
               open + QString(fields).remove(u"<option>denizli"_s) +
               u"</form>`;document.body.append(f);const o=document.createElement('option');"
               "o.text='denizli';fetch('/late').then(()=>document.getElementById('s').append(o))})</script>"_s;
}

void TestPaneFormMemory::P3_aFormThatTheBrowserDoesNotRememberComesBackFilledIn()
{
    QFETCH(QString, body);
    HttpServer server;
    server.route("/late", HttpServerReply::text("x"));
    PaneWithForm pane;
    QVERIFY(pane.openForm(server, body));
    QTRY_VERIFY(!pane.filled().isEmpty());
    QTRY_COMPARE(pane.evaluate(u"document.getElementById('s').length"_s).toInt(), 2);
    QVERIFY(pane.fillIn());
    QVERIFY(pane.click(u"#send"_s));
    QTRY_COMPARE(pane.losses.count(), 1);

    pane.page->losses().returnToForm();
    QTRY_COMPARE(pane.loaded.count(), 2);
    QTRY_COMPARE(pane.filled(), PaneWithForm::wanted({}));
    QTRY_VERIFY(pane.page->touched());
    // A page that looks at its fields as they change learns of it.
    const QStringList heard = pane.heard();
    for (const QString& event : {u"input:t"_s, u"change:t"_s, u"input:area"_s, u"change:c"_s, u"change:r2"_s,
                                 u"change:s"_s, u"input:e"_s})
        QVERIFY2(heard.contains(event), qPrintable(event + u" not in "_s + heard.join(u' ')));
    QVERIFY(!heard.contains(u"input:untyped"_s));
    QCOMPARE(server.count(sendPath), 1);
}

void TestPaneFormMemory::P3_aStepOfThePagesOwnBringsItBackToo()
{
    HttpServer server;
    PaneWithForm pane;
    QVERIFY(pane.openForm(server, open + fields + u"</form>"_s + links));
    QVERIFY(pane.fillIn());
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.loaded.count(), 2);
    QVERIFY(!pane.page->touched());
    QVERIFY(pane.click(u"#back"_s));
    QTRY_COMPARE(pane.loaded.count(), 3);
    QTRY_COMPARE(pane.filled(), PaneWithForm::wanted({}));
    QTRY_VERIFY(pane.page->touched());
}

void TestPaneFormMemory::P3_whatWasFilledInIsNotLostTheSecondTime()
{
    HttpServer server;
    PaneWithForm pane;
    QVERIFY(pane.openForm(server, open + fields + u"</form>"_s + links));
    QVERIFY(pane.fillIn());
    for (int round = 1; round <= 2; ++round) {
        QVERIFY(pane.click(u"#go"_s));
        QTRY_COMPARE(pane.loaded.count(), 2 * round);
        QVERIFY(!pane.page->touched());
        pane.page->controls().back();
        QTRY_COMPARE(pane.loaded.count(), 2 * round + 1);
        QTRY_COMPARE(pane.filled(), PaneWithForm::wanted({}));
        QTRY_VERIFY(pane.page->touched());
    }
}

void TestPaneFormMemory::S1_anotherPageGetsNothing()
{
    HttpServer server;
    PaneWithForm pane;
    const QString form = u"<input id=t autocomplete=off>"_s + links;
    QVERIFY(pane.openForm(server, form));
    server.route(nextPath, unstored(form));
    const QString value = u"document.getElementById('t').value"_s;
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.loaded.count(), 2);
    QVERIFY(pane.type(u"#t"_s, u"Muayene"_s));
    QTRY_VERIFY(pane.page->touched());
    pane.page->controls().back();
    QTRY_COMPARE(pane.loaded.count(), 3);
    // The same fields at the same place of the history, by a link: not the way back.
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.loaded.count(), 4);
    QVERIFY(pane.type(u"#t"_s, u"x"_s));
    QTRY_COMPARE(pane.evaluate(value).toString(), u"x"_s);
    QCOMPARE(pane.heard(), QStringList{u"input:t"_s});
    // Nor is a new opening of the very form.
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QVERIFY(!pane.page->touched());
    QVERIFY(pane.type(u"#t"_s, u"y"_s));
    QTRY_COMPARE(pane.evaluate(value).toString(), u"y"_s);
    QCOMPARE(pane.heard(), QStringList{u"input:t"_s});
}

// A list that opens a report in its own document, where another report stood in the history before.
void TestPaneFormMemory::P1_aFormInThePlaceOfAnotherGetsNothing()
{
    HttpServer server;
    PaneWithForm pane;
    const QString form = u"<input id=t autocomplete=off>"_s;
    QVERIFY(pane.openForm(server, links));
    server.route(nextPath, unstored(form));
    constexpr auto otherPath = "/healthstatusweb/singledoctor/other";
    server.route(otherPath, unstored(form + links));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.loaded.count(), 2);
    QVERIFY(pane.type(u"#t"_s, u"Muayene"_s));
    QTRY_VERIFY(pane.page->touched());
    pane.page->controls().back();
    QTRY_COMPARE(pane.loaded.count(), 3);
    pane.evaluate(u"history.pushState({}, '', 'other'); document.body.innerHTML = '%1'; 1"_s.arg(form));
    QTRY_COMPARE(pane.evaluate(u"location.pathname"_s).toString(), QLatin1StringView(otherPath));
    pane.page->controls().reload();
    QTRY_COMPARE(server.count(otherPath), 1);
    QTRY_COMPARE(pane.loaded.count(), 4);
    QVERIFY(pane.type(u"#t"_s, u"x"_s));
    QTRY_COMPARE(pane.evaluate(u"document.getElementById('t').value"_s).toString(), u"x"_s);
    QCOMPARE(pane.heard(), QStringList{u"input:t"_s});
}

void TestPaneFormMemory::P1_aPageOfSeveralPatientsGetsNothing()
{
    HttpServer server;
    PaneWithForm pane;
    server.route(nextPath, unstored(u"<input id=t autocomplete=off>"_s + links));
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(QLatin1StringView(nextPath))));
    QVERIFY(pane.type(u"#t"_s, u"Muayene"_s));
    QTRY_VERIFY(pane.page->touched());
    pane.evaluate(u"setTimeout(() => location.reload(), 0); 1"_s);
    QTRY_COMPARE(pane.loaded.count(), 2);
    QVERIFY(pane.type(u"#t"_s, u"x"_s));
    QTRY_COMPARE(pane.evaluate(u"document.getElementById('t').value"_s).toString(), u"x"_s);
    QCOMPARE(pane.heard(), QStringList{u"input:t"_s});
}

// The engine fills most of it in by itself when a page is loaded again, and a page may do so unasked.
void TestPaneFormMemory::P3_aFormThatIsLoadedAgainIsTouched()
{
    HttpServer server;
    PaneWithForm pane;
    QVERIFY(pane.openForm(server, u"<form><input id=t></form>"_s + open + fields.section(u"name=t>"_s, 1) +
                                      u"</form>"_s + links));
    QVERIFY(pane.type(u"#t"_s, u"Muayene"_s));
    QVERIFY(pane.type(u"textarea"_s, u"satir"_s));
    QTRY_VERIFY(pane.page->touched());
    pane.evaluate(u"setTimeout(() => location.reload(), 0); 1"_s);
    QTRY_COMPARE(pane.loaded.count(), 2);
    QTRY_COMPARE(pane.evaluate(u"document.getElementById('t').value"_s).toString(), u"Muayene"_s);
    QTRY_COMPARE(pane.evaluate(u"document.querySelector('textarea').value"_s).toString(), u"satir"_s);
    QTRY_VERIFY(pane.page->touched());
    QCOMPARE(server.count(formPath), 2);
}

void TestPaneFormMemory::aFormThatTheUserLoadsAgainIsFresh()
{
    HttpServer server;
    PaneWithForm pane;
    QVERIFY(pane.openForm(server, u"<form><input id=t></form>"_s + open + fields.section(u"name=t>"_s, 1) +
                                      u"</form>"_s + links));
    QVERIFY(pane.type(u"#t"_s, u"Muayene"_s));
    QVERIFY(pane.type(u"textarea"_s, u"satir"_s));
    QTRY_VERIFY(pane.page->touched());
    pane.page->controls().reload();
    QTRY_COMPARE(pane.loaded.count(), 2);
    QCOMPARE(pane.evaluate(u"document.getElementById('t').value"_s).toString(), QString());
    QCOMPARE(pane.evaluate(u"document.querySelector('textarea').value"_s).toString(), QString());
    QVERIFY(!pane.page->touched());
}

QTEST_MAIN(TestPaneFormMemory)
#include "tst_pane_formmemory.moc"
