#include "browser/engine/spelling.h"
#include "browser/pane.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QMenu>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

/// Spell checking in Turkish with a real, very small dictionary.
class TestSpelling : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void withoutADictionaryItIsOff();
    void aWrongWordIsCorrectedFromTheMenu();
};

void TestSpelling::initTestCase()
{
    qunsetenv("QTWEBENGINE_DICTIONARIES_PATH");
}

void TestSpelling::withoutADictionaryItIsOff()
{
    const QTemporaryDir folder;
    spelling::offer({folder.path(), folder.filePath(u"yok"_s)});
    QVERIFY(spelling::language().isEmpty());
}

void TestSpelling::aWrongWordIsCorrectedFromTheMenu()
{
    const QString converter = QStandardPaths::findExecutable(
        u"qwebengine_convert_dict"_s, {QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath)});
    if (converter.isEmpty())
        QSKIP("Qt's dictionary converter is not installed (qt6-webengine-dev-tools)");
    const QTemporaryDir folder;
    const auto write = [&folder](const QString& name, const QByteArray& text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(u"tr-TR.aff"_s, "SET UTF-8\nTRY aeiıoöuübcçdfgğhjklmnprsştvyz\n"));
    QVERIFY(write(u"tr-TR.dic"_s, "3\nmuayene\nsağlık\nçalışabilir\n"));
    QCOMPARE(
        QProcess::execute(converter, {folder.filePath(u"tr-TR.dic"_s), folder.filePath(u"tr-TR.bdic"_s)}), 0);
    spelling::offer({u"/yok"_s, folder.path()});
    QCOMPARE(spelling::language(), u"tr-TR"_s);

    HttpServer server;
    server.route("/x", html(u"<textarea id=t style='font-size:40px' spellcheck=true></textarea>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QVERIFY(pane.type(u"#t"_s, u"muayenne "_s));
    const auto correctFromMenu = [&pane] {
        QTest::mouseClick(pane.inner(), Qt::RightButton, {}, QPoint(60, 30));
        if (!until([] { return QApplication::activePopupWidget() != nullptr; }))
            return false;
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        bool found = false;
        for (QAction* action : menu->actions()) {
            if (action->text() == u"muayene") {
                action->trigger();
                found = true;
            }
        }
        menu->close();
        return found;
    };
    // The engine checks a word some time after it was typed, and there is nothing that tells.
    QVERIFY(until(correctFromMenu));
    QTRY_COMPARE(pane.evaluate(u"t.value"_s).toString().trimmed(), u"muayene"_s);
}

QTEST_MAIN(TestSpelling)
#include "tst_spelling.moc"
