#include "support/cups.h"
#include "support/waiting.h"
#include "widgets/print/printdialog.h"
#include "workspace/print/pdfprinter.h"

#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QPointer>
#include <QPrinter>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray sample()
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QPdfWriter writer(&bytes);
    QPainter painter(&writer);
    painter.drawText(100, 300, u"Durum bildirir rapor"_s);
    painter.end();
    return bytes.data();
}

struct Shown
{
    explicit Shown(std::chrono::milliseconds deadline = printersDeadline)
        : dialog(new PrintDialog(PrintDialog::Content::Page, nullptr, deadline))
    {
        dialog->open();
    }
    ~Shown() { delete dialog; }
    Q_DISABLE_COPY_MOVE(Shown)

    [[nodiscard]] QComboBox& printer() const { return *dialog->findChildren<QComboBox*>().constFirst(); }
    [[nodiscard]] bool says(const QString& words) const
    {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }
    [[nodiscard]] QPushButton* button(const QString& text) const
    {
        for (auto* found : dialog->findChildren<QPushButton*>()) {
            if (found->text() == text && found->isVisible())
                return found;
        }
        return nullptr;
    }

    QPointer<PrintDialog> dialog;
};

} // namespace

/// What to print on, against print servers that answer and that do not.
class TestPrintDialog : public QObject
{
    Q_OBJECT

private slots:
    void W2_aSilentServerHoldsNothingUp();
    void aSilentServerIsTold();
    void theUsualPrinterIsChosen();
    void withoutPrinters();
    void aPrinterDoesNotTakeTheUsersChoice();
    void aJobArrivesAsWished();
};

void TestPrintDialog::W2_aSilentServerHoldsNothingUp()
{
    const SilentCups cups;
    const Shown shown(1h); // it is not the deadline that lets the window go on
    QVERIFY(shown.says(u"Looking for printers"_s));
    QCOMPARE(shown.printer().currentText(), u"Save as PDF"_s);
    QSignalSpy save(shown.dialog, &PrintDialog::saveAsked);
    QVERIFY(shown.button(u"Save…"_s));
    shown.button(u"Save…"_s)->click();
    QCOMPARE(save.count(), 1);
}

void TestPrintDialog::aSilentServerIsTold()
{
    const SilentCups silent;
    const Shown shown(50ms);
    QTRY_VERIFY(shown.says(u"do not answer"_s));
    const CupsServer cups({"Poliklinik"}); // it comes back
    shown.button(u"Try again"_s)->click();
    QTRY_COMPARE(shown.printer().count(), 2);
}

void TestPrintDialog::theUsualPrinterIsChosen()
{
    const CupsServer cups({"Poliklinik", "Arsiv"});
    const Shown shown;
    QTRY_COMPARE(shown.printer().currentText(), u"Poliklinik"_s);
    QCOMPARE(shown.printer().count(), 3);
    QVERIFY(shown.button(u"Print"_s));
    QVERIFY(!shown.button(u"Try again"_s));
}

void TestPrintDialog::withoutPrinters()
{
    const CupsServer cups({});
    const Shown shown;
    QTRY_VERIFY(shown.says(u"No printer is set up"_s));
    QVERIFY(shown.button(u"Save…"_s));
}

void TestPrintDialog::aPrinterDoesNotTakeTheUsersChoice()
{
    const CupsServer cups({"Poliklinik"});
    const Shown shown;
    emit shown.printer().activated(0); // the user has taken the PDF before the printers came
    QTRY_COMPARE(shown.printer().count(), 2);
    QCOMPARE(shown.printer().currentText(), u"Save as PDF"_s);
}

void TestPrintDialog::aJobArrivesAsWished()
{
    const CupsServer cups({"Poliklinik", "Arsiv"});
    const Shown shown;
    QTRY_COMPARE(shown.printer().count(), 3);
    shown.printer().setCurrentText(u"Arsiv"_s);
    shown.dialog->findChildren<QSpinBox*>().constFirst()->setValue(2);
    shown.dialog->findChild<QCheckBox*>()->setChecked(true);
    QSignalSpy asked(shown.dialog, &PrintDialog::printAsked);
    shown.button(u"Print"_s)->click();
    QCOMPARE(asked.count(), 1);
    const auto wish = asked.first().first().value<PrintWish>();
    QCOMPARE(wish.printer, u"Arsiv"_s);
    std::optional<bool> done;
    printPdf(
        sample(), [wish] { return makePrinter(wish); }, this, [&](bool printed) { done = printed; });
    QTRY_VERIFY(done.has_value());
    QVERIFY(*done);
    QCOMPARE(cups.jobs().size(), 1);
    QVERIFY(cups.jobs().constFirst().contains("/printers/Arsiv"));
    QVERIFY(cups.all().contains("copies"));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    TestPrintDialog test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_printdialog.moc"
