#include "ministryprocess.h"
#include "support/waiting.h"

#include <QApplication>
#include <QSignalSpy>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineView>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20000;

/// Collects what the engine complains of: a refused script or style would show here.
class ComplainingPage : public QWebEnginePage
{
public:
    using QWebEnginePage::QWebEnginePage;
    QStringList complaints;

protected:
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString& message, int,
                                  const QString&) override
    {
        complaints.append(message);
    }
};

} // namespace

class TestTrainingBrowser : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY(m_ministry.port() > 0);
        m_ministry.misbehave("none", "all");
        m_view = std::make_unique<QWebEngineView>();
        m_page = std::make_unique<ComplainingPage>(&m_profile);
        m_page->settings()->setAttribute(QWebEngineSettings::PluginsEnabled, true);
        m_page->settings()->setAttribute(QWebEngineSettings::PdfViewerEnabled, true);
        m_view->setPage(m_page.get());
        m_view->resize(1280, 720);
        m_view->show();
    }

    void cleanup()
    {
        m_view.reset();
        m_page.reset();
    }

    void aSaveThatFailsKeepsWhatWasTyped()
    {
        QVERIFY(open(u"createreport?Authorization=%1&patientId=10000000146&Reason=2"_s));
        for (const auto& field : {u"institution"_s, u"duty"_s, u"decision"_s}) {
            run(u"document.getElementById('%1').value = '%1 ışık'"_s.arg(field));
        }
        run(u"document.getElementById('telephone').value = '05000000000'"_s);

        for (const auto& [what, told] :
             {std::pair("500", u"(500)"_s), std::pair("401", u"oturumunuzun süresi doldu"_s),
              std::pair("cut", u"bağlantı yok"_s)}) {
            m_ministry.misbehave(what, "pages", 1);
            run(u"document.querySelector('form button[type=submit]').click()"_s);
            QTRY_VERIFY(run(u"document.getElementById('notice').textContent"_s).toString().contains(told));
            QCOMPARE(run(u"document.getElementById('decision').value"_s).toString(), u"decision ışık"_s);
        }

        run(u"document.querySelector('form button[type=submit]').click()"_s);
        QTRY_VERIFY(m_page->url().path().endsWith(u"/savedreport"_s));
        QVERIFY2(m_page->complaints.filter(u"Content Security Policy"_s).isEmpty(),
                 qPrintable(m_page->complaints.join(u'\n')));
    }

    void aFaultIsFocusedAndTold()
    {
        QVERIFY(open(u"createreport?Authorization=%1&patientId=10000000146"_s));
        run(u"document.getElementById('duty').value = 'Şoför'"_s);
        run(u"document.querySelector('form button[type=submit]').click()"_s);
        QTRY_COMPARE(run(u"document.activeElement.id"_s).toString(), u"telephone"_s);
        QCOMPARE(run(u"document.getElementById('duty').value"_s).toString(), u"Şoför"_s);
        QVERIFY(run(u"document.getElementById('reasonFault').textContent"_s).toString().contains(u"seçin"_s));
    }

    void thePreviewIsShownInThePage()
    {
        QVERIFY(open(u"doctorindex?authorization=%1"_s));
        QSignalSpy windows(m_page.get(), &QWebEnginePage::newWindowRequested);
        QSignalSpy downloads(&m_profile, &QWebEngineProfile::downloadRequested);
        QVERIFY(run(u"document.getElementById('previewPanel').hidden"_s).toBool());
        run(u"document.querySelector('[data-preview]').click()"_s);
        QTRY_COMPARE(run(u"document.querySelector('iframe').contentDocument?.querySelector('embed')?.type"_s)
                         .toString(),
                     u"application/pdf"_s);
        QVERIFY(!run(u"document.getElementById('previewPanel').hidden"_s).toBool());
        QCOMPARE(windows.count(), 0);
        QCOMPARE(downloads.count(), 0);
        QVERIFY2(m_page->complaints.filter(u"Content Security Policy"_s).isEmpty(),
                 qPrintable(m_page->complaints.join(u'\n')));
    }

    void deletingAsksInThePage()
    {
        QVERIFY(open(u"doctorindex?authorization=%1"_s));
        const auto count = run(u"document.querySelectorAll('#reports tbody tr').length"_s).toInt();
        QVERIFY(count > 1);
        run(u"document.querySelector('.acts > div > details:last-child summary').click()"_s);
        QVERIFY(run(u"document.querySelector('details[open] form').textContent"_s)
                    .toString()
                    .contains(u"silinsin mi"_s));
        run(u"document.querySelector('details[open] button[type=submit]').click()"_s);
        QTRY_VERIFY(
            run(u"document.getElementById('notice').textContent"_s).toString().contains(u"silindi"_s));
        QTRY_COMPARE(run(u"document.querySelectorAll('#reports tbody tr').length"_s).toInt(), count - 1);
    }

    void theSearchFindsWithoutCaseInTurkish()
    {
        QVERIFY(open(u"doctorindex?authorization=%1"_s));
        const auto search =
            u"(() => { const field = document.getElementById('search'); field.value = '%1';"
            "field.dispatchEvent(new Event('input'));"
            "return [...document.querySelectorAll('#reports tbody tr')].filter(r => !r.hidden).length; })()"_s;
        QVERIFY(run(search.arg(u"ÇINARLI"_s)).toInt() > 0);
        QVERIFY(run(search.arg(u"işıklı"_s)).toInt() == 0);
        QVERIFY(!run(u"document.getElementById('noMatch').hidden"_s).toBool());
    }

private:
    bool open(const QString& page)
    {
        QSignalSpy loaded(m_page.get(), &QWebEnginePage::loadFinished);
        const auto token = QString::fromStdString(m_ministry.token(u"17291716060"_s));
        m_page->load(QUrl(u"http://127.0.0.1:%1/healthstatusweb/singledoctor/"_s.arg(m_ministry.port()) +
                          page.arg(token)));
        return loaded.wait(patience) && loaded.constFirst().constFirst().toBool();
    }

    QVariant run(const QString& script)
    {
        // The answer may come after this function gave up waiting: it is kept where both can reach it.
        const auto answer = std::make_shared<std::optional<QVariant>>();
        m_page->runJavaScript(script, [answer](const QVariant& value) { *answer = value; });
        [[maybe_unused]] const bool came = hekim::test::until([&] { return answer->has_value(); });
        return answer->value_or(QVariant());
    }

    MinistryProcess m_ministry;
    QWebEngineProfile m_profile;
    std::unique_ptr<ComplainingPage> m_page;
    std::unique_ptr<QWebEngineView> m_view;
};

QTEST_MAIN(TestTrainingBrowser)
#include "tst_training_browser.moc"
