#include "support/places.h"
#include "widgets/theme.h"
#include "workspace/reports/pastreportsmodel.h"
#include "workspace/reports/pastreportspdf.h"

#include <QApplication>
#include <QBuffer>
#include <QDirIterator>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QProgressDialog>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

/// The name of a member as a server may send it: drawn as markup it asks another computer for a picture.
const QString markup = u"<b>x</b><img src=\"//host/x.png\">"_s;

QLabel* shownTip()
{
    const auto widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        if (widget->inherits("QTipLabel") && widget->isVisible())
            return qobject_cast<QLabel*>(widget);
    }
    return nullptr;
}

} // namespace

/// Text is shown as text, wherever it comes from (rule S9).
class TestPlainText : public QObject
{
    Q_OBJECT

private slots:
    void S9_labelsAndQuestionsShowWhatTheyAreGiven();
    void S9_tooltipsShowWhatTheyAreGiven();
    void S9_aServicesTableIsText();
    void S9_nothingAsksForRichText();
};

void TestPlainText::S9_labelsAndQuestionsShowWhatTheyAreGiven()
{
    QLabel label;
    label.show();
    label.setText(markup); // after it was polished too
    QMessageBox box(QMessageBox::NoIcon, markup, markup, QMessageBox::Ok);
    box.setInformativeText(markup);
    box.show();
    QInputDialog question;
    question.setLabelText(markup);
    question.show();
    QProgressDialog progress(markup, markup, 0, 3);
    progress.show();
    int seen = 0;
    for (QWidget* window : QList<QWidget*>{&label, &box, &question, &progress}) {
        QList<QLabel*> labels = window->findChildren<QLabel*>();
        if (window == &label)
            labels.append(&label);
        for (const QLabel* one : labels) {
            seen += one->text() == markup ? 1 : 0;
            QVERIFY2(one->textFormat() == Qt::PlainText, window->metaObject()->className());
        }
    }
    QCOMPARE(seen, 5);
    QLabel plain;
    plain.setTextFormat(Qt::PlainText);
    plain.setText(markup);
    plain.show();
    QCOMPARE(label.sizeHint(), plain.sizeHint());
}

void TestPlainText::S9_tooltipsShowWhatTheyAreGiven()
{
    QWidget window;
    window.show();
    for (const QString& text : {markup, u"R&D <b>x</b>"_s}) {
        QToolTip::showText(QPoint(10, 10), text, &window);
        QTRY_VERIFY(shownTip());
        QTRY_COMPARE(shownTip()->text(), text);
        QCOMPARE(shownTip()->textFormat(), Qt::PlainText);
        QToolTip::hideText();
    }
}

void TestPlainText::S9_aServicesTableIsText()
{
    const PastReportsTable table(
        {{{PastReports::Meaning::Other, markup}}, {{QVariant(markup)}, {QVariant(u"R&D"_s)}}}, QLocale());
    PastReportsModel model;
    model.setTable(table);
    // What a tooltip is given is the text itself: it is drawn as such, and "&" is no "&amp;".
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::ToolTipRole).toString(), markup);
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), markup);
    QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), u"R&D"_s);
    QBuffer bytes;
    bytes.setData(pastReportsPdf(table, {0, 1}, markup));
    bytes.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&bytes);
    const QString text = document.getAllText(0).text().remove(QRegularExpression(u"\\s"_s));
    QCOMPARE(text.count(QString(markup).remove(u' ')), 2); // the title and the cell
    document.close();
}

void TestPlainText::S9_nothingAsksForRichText()
{
    // Where markup is written by the program itself, around text that is escaped.
    const QStringList own{u"helpbook"_s,     u"helpbrowser"_s, u"helpwindow"_s,
                          u"readinesspdf"_s, u"plaintext"_s,   u"pastreportspdf"_s};
    // Only words of Qt's that take or guess rich text.
    const QRegularExpression rich(
        u"\\b(RichText|MarkdownText|AutoText|setHtml|insertHtml|setMarkdown|QTextEdit|QTextBrowser|"
        u"QTextDocument"
        "|QErrorMessage|QWhatsThis|setWhatsThis|whatsThis|WhatsThisRole|QStaticText|QGraphicsTextItem"
        "|QSimpleHtmlGenerator|mightBeRichText)\\b"_s);
    QStringList found;
    int files = 0;
    for (const QString& top : {u"src"_s, u"ui"_s}) {
        const QString folder = QStringLiteral(HEKIM_SOURCE) + u'/' + top;
        QDirIterator each(folder, {u"*.cpp"_s, u"*.h"_s, u"*.ui"_s}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString path = each.next();
            const QString name = path.sliced(folder.size() + 1);
            if (own.contains(each.fileInfo().baseName()) ||
                name.startsWith(u"training/"_s)) // a server: its pages are markup
                continue;
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++files;
            if (const auto match = rich.match(QString::fromUtf8(file.readAll())); match.hasMatch())
                found.append(name + u": "_s + match.captured());
        }
    }
    QVERIFY(files > 300);
    QCOMPARE(found, QStringList());
}

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    theme::apply(application);
    TestPlainText test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_plaintext.moc"
