// The help: both languages alike, every link and topic leads somewhere, and nothing that the program has is
// missing in it: settings keys, options, exit codes, the names of buttons.

#include "core/error/errortext.h"
#include "core/settings/settingskeys.h"
#include "gui/help/helpbook.h"
#include "gui/help/helpbrowser.h"
#include "gui/help/helpwindow.h"
#include "support/places.h"
#include "support/waiting.h"
#include "widgets/helptopic.h"

#include <QFile>
#include <QPdfDocument>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

using Language = HelpBook::Language;

QString sourceOf(const QString& path)
{
    QFile file(QStringLiteral(HEKIM_SOURCE "/") + path);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString codeOf(Language language)
{
    return language == Language::English ? u"en"_s : u"tr"_s;
}

QString wholeText(const HelpBook& book, const QString& page)
{
    return book.page(page) ? book.page(page)->markdown : QString();
}

/// The texts of the window in a language, as people read them.
QSet<QString> textsOfTheWindow(Language language)
{
    QSet<QString> texts;
    QXmlStreamReader xml(sourceOf(u"translations/hekim-asistani_tr.ts"_s));
    const auto wanted = language == Language::English ? "source"_L1 : "translation"_L1;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == wanted)
            texts.insert(xml.readElementText(QXmlStreamReader::IncludeChildElements).remove(u'&'));
    return texts;
}

void addLanguages()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("Turkish") << Language::Turkish;
    QTest::newRow("English") << Language::English;
}

} // namespace
Q_DECLARE_METATYPE(hekim::HelpBook::Language)

class TestHelp : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void bothLanguagesHaveTheSameSections();
    void everyTopicOfF1Exists_data() { addLanguages(); }
    void everyTopicOfF1Exists();
    void everyLinkLeadsSomewhere_data() { addLanguages(); }
    void everyLinkLeadsSomewhere();
    void everySettingsKeyIsExplained_data() { addLanguages(); }
    void everySettingsKeyIsExplained();
    void everyOptionAndExitCodeIsExplained_data() { addLanguages(); }
    void everyOptionAndExitCodeIsExplained();
    void whatIsBoldIsWrittenSoInTheWindow_data() { addLanguages(); }
    void whatIsBoldIsWrittenSoInTheWindow();
    void messagesAreQuotedAsTheWindowSaysThem_data() { addLanguages(); }
    void messagesAreQuotedAsTheWindowSaysThem();
    void W1_everyFaultOfAServiceIsExplained_data() { addLanguages(); }
    void W1_everyFaultOfAServiceIsExplained();
    void samplesAreTheSameInBothLanguages();
    void searchFolds_data();
    void searchFolds();
    void searchWantsAllWordsInOneSection();
    void hitsStandWhereTheyAreSaid_data() { addLanguages(); }
    void hitsStandWhereTheyAreSaid();
    void theWindowOpensAtTheSection();
    void aPageIsPrintedWhole();
    void nothingOutsideIsEverOpened();
};

void TestHelp::initTestCase()
{
    Q_INIT_RESOURCE(help);
    Q_INIT_RESOURCE(icons);
}

void TestHelp::bothLanguagesHaveTheSameSections()
{
    const HelpBook turkish(Language::Turkish);
    const HelpBook english(Language::English);
    const auto outline = [](const HelpBook& book) {
        QStringList lines;
        for (const HelpBook::Page& page : book.pages())
            for (const HelpBook::Section& section : page.sections)
                lines.append(u"%1#%2 %3"_s.arg(page.name, section.name).arg(section.level));
        return lines;
    };
    QCOMPARE(outline(turkish), outline(english));
    QVERIFY(turkish.pages().size() == 3);
    for (const HelpBook::Page& page : turkish.pages()) {
        QSet<QString> names;
        for (const HelpBook::Section& section : page.sections) {
            QVERIFY2(!section.name.isEmpty(), qPrintable(page.name + u": "_s + section.title));
            QVERIFY2(!names.contains(section.name), qPrintable(section.name));
            names.insert(section.name);
        }
    }
}

void TestHelp::everyTopicOfF1Exists()
{
    QFETCH(Language, language);
    const HelpBook book(language);
    // Up to the first that has no address.
    int topics = 0;
    for (QString address; !(address = addressOf(static_cast<HelpTopic>(topics))).isEmpty(); ++topics)
        QVERIFY2(book.has(address), qPrintable(address));
    QVERIFY(topics > static_cast<int>(HelpTopic::SupportFile));
}

void TestHelp::everyLinkLeadsSomewhere()
{
    QFETCH(Language, language);
    const HelpBook book(language);
    static const QRegularExpression link(u"\\]\\(([^)]*)\\)"_s);
    int links = 0;
    for (const HelpBook::Page& page : book.pages()) {
        for (auto all = link.globalMatch(page.markdown); all.hasNext(); ++links) {
            const QString address = all.next().captured(1);
            QVERIFY2(book.has(address), qPrintable(page.name + u": "_s + address));
        }
        // Addresses outside are text.
        QTextDocument document;
        document.setMarkdown(page.markdown);
        book.finish(document, page);
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                const QString address = part.fragment().charFormat().anchorHref();
                QVERIFY2(address.isEmpty() || book.has(address), qPrintable(address));
            }
    }
    QVERIFY(links > 5);
}

void TestHelp::everySettingsKeyIsExplained()
{
    QFETCH(Language, language);
    const HelpBook book(language);
    const QString it = wholeText(book, u"it"_s);
    for (const SettingsKey& key : allSettingsKeys()) {
        QVERIFY2(it.contains(u"| `%1` |"_s.arg(key.name)), qPrintable(key.name));
        QVERIFY2(it.contains(key.shownExplanation()), qPrintable(key.name));
    }
}

void TestHelp::everyOptionAndExitCodeIsExplained()
{
    QFETCH(Language, language);
    QProcess launcher;
    launcher.start(QStringLiteral(HEKIM_BIN "/hekim-asistani"), {u"--help"_s});
    QVERIFY(launcher.waitForFinished());
    const QString said = QString::fromUtf8(launcher.readAllStandardOutput());
    const HelpBook book(language);
    const QString vendor = wholeText(book, u"vendor"_s);

    static const QRegularExpression option(u"^  (--[a-z-]+)"_s, QRegularExpression::MultilineOption);
    int options = 0;
    for (auto all = option.globalMatch(said); all.hasNext(); ++options) {
        const QString name = all.next().captured(1);
        static const QString row = u"\\| `%1[ `]"_s;
        QVERIFY2(vendor.contains(QRegularExpression(row.arg(name))), qPrintable(name));
    }
    QTextDocument shown; // Qt knows no escaped "|" inside a name
    shown.setMarkdown(vendor);
    QVERIFY(!shown.toPlainText().contains(u"\\|"_s));
    QVERIFY(options > 10);
    static const QRegularExpression code(u"^  ([0-9])  "_s, QRegularExpression::MultilineOption);
    int codes = 0;
    for (auto all = code.globalMatch(said); all.hasNext(); ++codes) {
        const QString name = all.next().captured(1);
        QVERIFY2(vendor.contains(u"\n| %1 |"_s.arg(name)), qPrintable(name));
    }
    QVERIFY(codes >= 5);
}

void TestHelp::whatIsBoldIsWrittenSoInTheWindow()
{
    QFETCH(Language, language);
    const QSet<QString> texts = textsOfTheWindow(language);
    QVERIFY(texts.size() > 300);
    static const QRegularExpression bold(u"\\*\\*(.+?)\\*\\*"_s);
    int names = 0;
    for (const QString& page : {u"physician"_s, u"it"_s, u"vendor"_s}) {
        const QString text = sourceOf(u"resources/help/%1/%2.md"_s.arg(codeOf(language), page));
        for (auto all = bold.globalMatch(text); all.hasNext(); ++names) {
            const QString name = all.next().captured(1);
            QVERIFY2(texts.contains(name), qPrintable(page + u": "_s + name));
        }
    }
    QVERIFY(names > 30);
}

void TestHelp::messagesAreQuotedAsTheWindowSaysThem()
{
    QFETCH(Language, language);
    const QSet<QString> texts = textsOfTheWindow(language);
    const QString page = sourceOf(u"resources/help/%1/physician.md"_s.arg(codeOf(language)));
    const QString table =
        page.section(u"{#messages}"_s, 1).section(u"|---|---|---|\n"_s, 1).section(u"\n\n"_s, 0, 0);
    const QStringList rows = table.split(u'\n');
    QVERIFY(rows.size() > 5);
    for (const QString& row : rows) {
        const QString quoted = row.section(u'|', 1, 1).trimmed();
        const bool said = std::any_of(texts.begin(), texts.end(),
                                      [&](const QString& text) { return text.contains(quoted); });
        QVERIFY2(said && !quoted.isEmpty(), qPrintable(row));
    }
}

void TestHelp::W1_everyFaultOfAServiceIsExplained()
{
    QFETCH(Language, language);
    const HelpBook book(language);
    const QString it = wholeText(book, u"it"_s);
    for (int kind = static_cast<int>(ErrorKind::BadSettings); kind <= static_cast<int>(ErrorKind::BadReply);
         ++kind) {
        const QString word = lineForIt({.kind = static_cast<ErrorKind>(kind)});
        if (static_cast<ErrorKind>(kind) != ErrorKind::PageCrashed)
            QVERIFY2(it.contains(u"| `%1` |"_s.arg(word)), qPrintable(word));
    }
}

void TestHelp::samplesAreTheSameInBothLanguages()
{
    static const QRegularExpression sample(u"```([a-z]+)\\n(.*?)```"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression remark(u" *(//|#|;|<!--).*"_s);
    const auto samples = [](Language language) {
        QStringList found;
        for (const QString& page : {u"it"_s, u"vendor"_s}) {
            const QString text = sourceOf(u"resources/help/%1/%2.md"_s.arg(codeOf(language), page));
            for (auto all = sample.globalMatch(text); all.hasNext();) {
                const auto match = all.next();
                found.append(match.captured(1) + u'\n' + match.captured(2).remove(remark));
            }
        }
        return found;
    };
    QCOMPARE(samples(Language::Turkish), samples(Language::English));
    QVERIFY(samples(Language::Turkish).size() > 6);
}

void TestHelp::searchFolds_data()
{
    QTest::addColumn<QString>("searched");
    QTest::addColumn<QString>("section");
    QTest::newRow("as written") << u"Görüntüler"_s << u"images"_s;
    QTest::newRow("capitals") << u"GÖRÜNTÜLER"_s << u"images"_s;
    QTest::newRow("dotted") << u"İMZA"_s << u"sign"_s;
    QTest::newRow("no dot") << u"imza"_s << u"sign"_s;
    QTest::newRow("dotless") << u"KAPATIRSINIZ"_s << u"patient"_s;
    QTest::newRow("plain letters") << u"goruntu"_s << u"images"_s;
    QTest::newRow("İ in two characters") << u"I\u0307MZA"_s << u"sign"_s;
}

void TestHelp::searchFolds()
{
    QFETCH(QString, searched);
    QFETCH(QString, section);
    const HelpBook book(Language::Turkish);
    const auto hits = book.search(searched);
    QVERIFY(!hits.isEmpty());
    const bool found = std::any_of(hits.begin(), hits.end(), [&](const HelpBook::Hit& hit) {
        return book.pages().at(hit.page).sections.at(hit.section).name == section;
    });
    QVERIFY(found);
}

void TestHelp::searchWantsAllWordsInOneSection()
{
    const HelpBook book(Language::Turkish);
    QVERIFY(book.search(u"i"_s).isEmpty());
    QVERIFY(book.search(u"   "_s).isEmpty());
    QVERIFY(book.search(u"zzzyyy"_s).isEmpty());
    const auto hits = book.search(u"erişim  numarası"_s);
    QVERIFY(!hits.isEmpty());
    for (const HelpBook::Hit& hit : hits) {
        const QString text = book.pages().at(hit.page).sections.at(hit.section).text;
        QVERIFY(text.contains(u"erisim"_s) && text.contains(u"numarasi"_s));
    }
}

void TestHelp::hitsStandWhereTheyAreSaid()
{
    QFETCH(Language, language);
    const HelpBook book(language);
    const auto hits = book.search(u"hbys"_s);
    QVERIFY(hits.size() > 3);
    for (const HelpBook::Hit& hit : hits) {
        QTextDocument document;
        document.setMarkdown(book.pages().at(hit.page).markdown);
        QCOMPARE(document.toRawText().mid(hit.position, hit.length), u"HBYS"_s);
    }
}

void TestHelp::theWindowOpensAtTheSection()
{
    HelpWindow window(Language::Turkish);
    window.showTopic(u"physician#hes"_s);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto* browser = window.findChild<HelpBrowser*>();
    QVERIFY(browser);
    QTextCursor top = browser->cursorForPosition({100, 40});
    QTRY_VERIFY((top = browser->cursorForPosition({100, 40})).block().text().contains(u"HES"_s) ||
                browser->cursorForPosition({100, 60}).block().text().contains(u"Kodu yazın"_s));
    QVERIFY(browser->document()->documentMargin() > 4); // laid out as the others
}

void TestHelp::aPageIsPrintedWhole()
{
    const HelpBook book(Language::Turkish);
    HelpBrowser browser(book);
    browser.turnTo(u"vendor"_s);
    QTemporaryDir folder;
    {
        QPdfWriter paper(folder.filePath(u"help.pdf"_s));
        browser.painter()(paper);
    }
    QPdfDocument pdf;
    QCOMPARE(pdf.load(folder.filePath(u"help.pdf"_s)), QPdfDocument::Error::None);
    QVERIFY(pdf.pageCount() > 1);
    QVERIFY(pdf.getAllText(0).text().contains(u"HBYS"_s));
    QVERIFY(pdf.getAllText(pdf.pageCount() - 1).text().contains(u"10000008098"_s)); // its last word
}

void TestHelp::nothingOutsideIsEverOpened()
{
    const HelpBook book(Language::Turkish);
    HelpBrowser browser(book);
    browser.turnTo(u"vendor"_s);
    QCOMPARE(browser.address(), u"vendor"_s);
    for (const QString& address : {u"https://example.com/"_s, u"file:///etc/passwd"_s,
                                   u"qrc:/help/tr/it.md"_s, u"nowhere"_s, u"vendor#nowhere"_s}) {
        browser.turnTo(address);
        QCOMPARE(browser.address(), u"vendor"_s);
        emit browser.anchorClicked(QUrl(address));
        QCOMPARE(browser.address(), u"vendor"_s);
    }
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
