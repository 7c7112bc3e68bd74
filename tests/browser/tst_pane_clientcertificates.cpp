#include "browser/pane.h"
#include "support/testcertificates.h"
#include "workspace/page/certificatequestions.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QFile>
#include <QPushButton>
#include <QSslKey>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QWebEngineClientCertificateStore>
#include <QWebEngineProfile>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {

/// A server that lets in no client without a certificate of its authority, and a pane whose user has two.
struct Ward
{
    TestAuthority authority;
    HttpServer server{authority.issue({u"127.0.0.1"_s}), authority.certificateFile()};
    Pane pane{CertificateJudge(QSslCertificate::fromPath(authority.certificateFile()))};

    Ward()
    {
        server.route("/x", html(u"giris"_s));
        new CertificateQuestions(*pane.page, pane.window);
        auto* view = qobject_cast<QWebEngineView*>(pane.page->view(&pane.window));
        for (const QString& name : {u"Ayse Hekim"_s, u"Mehmet Hekim 10000000146"_s}) {
            const TestCertificate issued = authority.issueForPerson(name);
            QFile key(issued.keyFile);
            if (!key.open(QIODevice::ReadOnly))
                qFatal("no key");
            view->page()->profile()->clientCertificateStore()->add(
                QSslCertificate::fromPath(issued.certificateFile).constFirst(), QSslKey(&key, QSsl::Ec));
        }
    }

    void open() { pane.page->open(rulesFor(server.url(), patientA), server.url(u"/x"_s)); }
    [[nodiscard]] QDialog* dialog() const
    {
        const auto dialogs = pane.window.findChildren<QDialog*>();
        for (QDialog* dialog : dialogs) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    [[nodiscard]] QTreeWidget* list() const { return dialog()->findChild<QTreeWidget*>(); }
    /// "Use this certificate" stands first.
    [[nodiscard]] QPushButton* button(bool use) const
    {
        const auto buttons = dialog()->findChildren<QPushButton*>();
        for (QPushButton* button : buttons) {
            if (button->text().contains(u"Use") == use)
                return button;
        }
        return nullptr;
    }
};

} // namespace

/// A server that asks for the doctor's certificate: shown, chosen, never by itself.
class TestPaneClientCertificates : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsChosenByItself();
    void theChosenOneIsShown();
    void S1_identityNumbersAreMasked();
    void withoutACertificateThePageFails();
    void W2_theDeadlineWaitsForTheDoctor();
    void P6_aHiddenPageDoesNotAsk();
    void aPageThatGoesTakesItsQuestionAlong();
};

void TestPaneClientCertificates::nothingIsChosenByItself()
{
    Ward ward;
    ward.pane.window.show();
    ward.open();
    QTRY_VERIFY(ward.dialog());
    QCOMPARE(ward.list()->topLevelItemCount(), 2);
    QVERIFY(ward.list()->selectedItems().isEmpty());
    QVERIFY(!ward.button(true)->isEnabled());
    QVERIFY(ward.button(false)->isDefault());
    QCOMPARE(ward.server.count(), 0);
    QTest::keyClick(ward.dialog(), Qt::Key_Return);
    QTRY_COMPARE(ward.pane.failed.count(), 1);
    QCOMPARE(ward.server.count(), 0);
}

void TestPaneClientCertificates::theChosenOneIsShown()
{
    for (const QString& name : {u"Ayse Hekim"_s, u"Mehmet Hekim 10000000146"_s}) {
        Ward ward;
        ward.pane.window.show();
        ward.open();
        QTRY_VERIFY(ward.dialog());
        const auto rows = ward.list()->findItems(name.section(u' ', 0, 1), Qt::MatchStartsWith);
        QCOMPARE(rows.size(), 1);
        ward.list()->setCurrentItem(rows.first());
        QVERIFY(ward.button(true)->isEnabled());
        QTest::mouseClick(ward.button(true), Qt::LeftButton);
        QTRY_COMPARE(ward.pane.loaded.count(), 1);
        QCOMPARE(ward.server.requests("/x").constFirst().clientName, name);
    }
}

void TestPaneClientCertificates::S1_identityNumbersAreMasked()
{
    Ward ward;
    ward.pane.window.show();
    ward.open();
    QTRY_VERIFY(ward.dialog());
    for (int row = 0; row < 2; ++row) {
        const QString text = ward.list()->topLevelItem(row)->text(0);
        QVERIFY2(!text.contains(u"10000000146"), qPrintable(text));
        QVERIFY(text.contains(u"Hekim"));
        QCOMPARE(ward.list()->topLevelItem(row)->text(1), u"Hekim Test CA"_s);
    }
}

void TestPaneClientCertificates::withoutACertificateThePageFails()
{
    Ward ward;
    ward.pane.window.show();
    ward.open();
    QTRY_VERIFY(ward.dialog());
    QTest::mouseClick(ward.button(false), Qt::LeftButton);
    QTRY_COMPARE(ward.pane.failed.count(), 1);
    QCOMPARE(ward.server.count(), 0);
}

void TestPaneClientCertificates::W2_theDeadlineWaitsForTheDoctor()
{
    constexpr std::chrono::milliseconds deadline(500);
    Ward ward;
    ward.pane.window.show();
    ward.open();
    QTRY_VERIFY(ward.dialog());
    ward.pane.page->setDeadline(deadline);
    QElapsedTimer thinking;
    thinking.start();
    QTRY_VERIFY(thinking.hasExpired(3 * deadline.count()));
    QCOMPARE(ward.pane.failed.count(), 0);
    ward.pane.page->setDeadline(std::chrono::seconds(30));
    ward.list()->setCurrentItem(ward.list()->topLevelItem(0));
    QTest::mouseClick(ward.button(true), Qt::LeftButton);
    QTRY_COMPARE(ward.pane.loaded.count(), 1);
}

void TestPaneClientCertificates::P6_aHiddenPageDoesNotAsk()
{
    Ward ward;
    const QSignalSpy asked(ward.pane.page.get(), &IsolatedPage::certificateAsked);
    ward.open();
    QTRY_VERIFY(asked.count() > 0);
    QVERIFY(!ward.dialog());
    ward.pane.window.show();
    QTRY_VERIFY(ward.dialog());
    ward.pane.window.hide();
    QTRY_VERIFY(!ward.dialog());
    QCOMPARE(ward.server.count(), 0);
    QCOMPARE(ward.pane.failed.count(), 0);
    ward.pane.window.show();
    QTRY_VERIFY(ward.dialog());
    ward.list()->setCurrentItem(ward.list()->topLevelItem(1));
    QTest::mouseClick(ward.button(true), Qt::LeftButton);
    QTRY_COMPARE(ward.pane.loaded.count(), 1);
}

void TestPaneClientCertificates::aPageThatGoesTakesItsQuestionAlong()
{
    Ward ward;
    ward.pane.window.show();
    ward.open();
    QTRY_VERIFY(ward.dialog());
    ward.pane.page.reset();
    QVERIFY(!ward.dialog());
    QCOMPARE(ward.server.count(), 0);
}

QTEST_MAIN(TestPaneClientCertificates)
#include "tst_pane_clientcertificates.moc"
