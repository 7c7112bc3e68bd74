#include "core/settings/settingsfile.h"

#include "support/smalldisk.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

class TestSettingsFile : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void readsListsAsText();
    void commentsBeginWithAHashToo();
    void whatStandsTwiceIsNamed();
    void numbersOfTheRegistryAreText();
    void refusesFiles_data();
    void refusesFiles();
    void refusesWhatIsNoFile();
    void writtenTextComesBack_data();
    void writtenTextComesBack();
    void refusesToWrite_data();
    void refusesToWrite();
    void keepsOtherKeys();
    void fileAndFolderAreTheUsersAlone();
    void neverClobbersWhatItCannotRead();
    void saysWhenItCannotWrite();
    void changesOfOneMomentAreReadEach();
    void aFullDiskLosesNoSetting();

private:
    void write(const QByteArray& text) const;
    [[nodiscard]] QByteArray content() const;
    [[nodiscard]] SettingsPlace place() const { return {m_folder->filePath(u"settings.ini"_s)}; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettingsFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSettingsFile::write(const QByteArray& text) const
{
    QFile file(place().path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

QByteArray TestSettingsFile::content() const
{
    QFile file(place().path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSettingsFile::readsListsAsText()
{
    write("\xef\xbb\xbf[web]\r\nextraHosts=a.example, b.example\r\n; comment\r\n[hes]\r\naddress=No:5, Kat "
          "2\r\n"
          "[institution]\r\nname=\"Şehir; \\\"Merkez\\\", İğdır\"\r\n");
    const auto values = readSettingsPlace(place(), true);
    QVERIFY(values);
    QCOMPARE(values->values.value(u"web/extraHosts"_s), u"a.example,b.example"_s);
    QCOMPARE(values->values.value(u"hes/address"_s), u"No:5,Kat 2"_s);
    QCOMPARE(values->values.value(u"institution/name"_s), u"Şehir; \"Merkez\", İğdır"_s);
    // A file with Notepad's byte order mark can be written to as well.
    QVERIFY(writeSettings(place(), {{u"ui/language"_s, u"tr"_s}}));
    QCOMPARE(readSettingsPlace(place(), true)->values.value(u"institution/name"_s),
             u"Şehir; \"Merkez\", İğdır"_s);
}

void TestSettingsFile::commentsBeginWithAHashToo()
{
    write("# of the clinic; \"quoted\n[institution]\n  # code=0\ncode=1 # no comment\n#\n"
          "name=\"a\n# b\"\n[web] ; x\nextraHosts=a.example;# c\n");
    const auto values = readSettingsPlace(place(), true);
    QVERIFY(values);
    QCOMPARE(values->values.keys(),
             QStringList({u"institution/code"_s, u"institution/name"_s, u"web/extraHosts"_s}));
    QCOMPARE(values->values.value(u"institution/code"_s), u"1 # no comment"_s);
    QVERIFY(values->values.value(u"institution/name"_s).contains(u"# b"));
    QCOMPARE(values->values.value(u"web/extraHosts"_s), u"a.example"_s);
    // And such a file can be written to.
    QVERIFY(writeSettings(place(), {{u"ui/language"_s, u"tr"_s}}));
    const auto again = readSettingsPlace(place(), true);
    QVERIFY(again);
    QCOMPARE(again->values.value(u"institution/name"_s), values->values.value(u"institution/name"_s));
    QCOMPARE(again->values.value(u"ui/language"_s), u"tr"_s);
}

void TestSettingsFile::whatStandsTwiceIsNamed()
{
    write("[web]\nextraHosts=a.example\n[ui]\nlanguage=tr\n# [ui]\n[web]\nwebgl=off\nextraHosts=b.example\n"
          "[network]\nproxy=none\nproxy=system\nproxy=none\n");
    const auto values = readSettingsPlace(place(), true);
    QVERIFY(values);
    QCOMPARE(values->givenTwice, QStringList({u"[web]"_s, u"web/extraHosts"_s, u"network/proxy"_s}));
    QCOMPARE(values->values.value(u"web/extraHosts"_s), u"b.example"_s);
    QCOMPARE(values->values.value(u"web/webgl"_s), u"off"_s);
    QCOMPARE(values->values.value(u"network/proxy"_s), u"none"_s);
}

void TestSettingsFile::numbersOfTheRegistryAreText()
{
    const QString key = u"audit/systemLog"_s;
    for (const QVariant& one : {QVariant(1), QVariant(1U), QVariant(1LL), QVariant(1ULL), QVariant(u"1"_s)})
        QCOMPARE(settingText(one, key, {}).value(), u"1"_s);
    QVERIFY(!settingText(QByteArray("1"), key, {})); // REG_BINARY
}

void TestSettingsFile::refusesFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<InputFault>("fault");
    QTest::newRow("NUL") << QByteArray("[a]\nb=\0c", 9) << InputFault::MalformedFile;
    QTest::newRow("binary") << QByteArray::fromHex("89504e470d0a1a0a00000d") << InputFault::MalformedFile;
    QTest::newRow("Latin-5") << QByteArray("[institution]\nname=\xde\x65hir\n") << InputFault::NotUtf8;
    QTest::newRow("UTF-16") << QByteArray::fromHex("fffe5b0061005d00") << InputFault::Utf16;
    QTest::newRow("UTF-16, big end first") << QByteArray::fromHex("feff005b0061005d") << InputFault::Utf16;
    QTest::newRow("UTF-16 without a mark") << QByteArray::fromHex("5b0061005d000a00") << InputFault::Utf16;
    QTest::newRow("cut UTF-8") << QByteArray("[a]\nb=\xc5") << InputFault::NotUtf8;
    QTest::newRow("HTML") << QByteArray("<html>\n<body>gone</body>\n</html>\n") << InputFault::MalformedFile;
    QTest::newRow("JSON") << QByteArray("{\"institution\":{\"code\":1}}") << InputFault::MalformedFile;
    QTest::newRow("open section") << QByteArray("[institution\ncode=1\n") << InputFault::MalformedFile;
    QTest::newRow("line without =") << QByteArray("[institution]\ncode\n") << InputFault::MalformedFile;
    QTest::newRow("oversize") << "[a]\nb=" + QByteArray(1'100'000, 'x') << InputFault::TooLarge;
    QTest::newRow("serialised value") << QByteArray("[a]\nb=@Size(1 2)\n") << InputFault::NotText;
}

void TestSettingsFile::refusesFiles()
{
    QFETCH(QByteArray, text);
    write(text);
    const auto values = readSettingsPlace(place(), false);
    QVERIFY(!values);
    QCOMPARE(values.error().kind, ErrorKind::BadSettings);
    QTEST(values.error().fault, "fault");
    QVERIFY(values.error().subject == place().path || values.error().detail == place().path);
}

void TestSettingsFile::refusesWhatIsNoFile()
{
    const auto folder = readSettingsPlace({m_folder->path()}, false);
    QVERIFY(!folder);
    QCOMPARE(folder.error().fault, InputFault::Unreadable);
    const auto device = readSettingsPlace({u"/dev/zero"_s}, false);
    QVERIFY(!device);
    QCOMPARE(device.error().fault, InputFault::Unreadable);
    QVERIFY(readSettingsPlace(place(), false).value().values.isEmpty());
    QVERIFY(readSettingsPlace({}, false).value().values.isEmpty());
    QVERIFY(!readSettingsPlace(place(), true));
}

void TestSettingsFile::writtenTextComesBack_data()
{
    QTest::addColumn<QString>("value");
    for (const char* value : {"plain",
                              "a,b",
                              "a, b",
                              "No:5; Kat 2",
                              "x=y",
                              "\"quoted\"",
                              "back\\slash",
                              "C:\\new\\table",
                              "Şişli İğdır çöğü ı",
                              "@Size(1 2)",
                              "@",
                              "[section]",
                              "# no comment",
                              "; no comment",
                              "%20",
                              "a\"b,c;d=e\\f",
                              "true",
                              "0012",
                              "",
                              "https://h.example/a?b",
                              "\xf0\x9f\x98\x80",
                              "\\x41",
                              "a,,b",
                              ","})
        QTest::newRow(value) << QString::fromUtf8(value);
}

void TestSettingsFile::writtenTextComesBack()
{
    QFETCH(QString, value);
    QVERIFY(writeSettings(place(), {{u"institution/name"_s, value}}));
    const auto values = readSettingsPlace(place(), true);
    QVERIFY(values);
    QCOMPARE(values->values.value(u"institution/name"_s), value);
    QVERIFY(values->values.contains(u"institution/name"_s));
    // Once more over itself: rewriting by another key must not change it either.
    QVERIFY(writeSettings(place(), {{u"ui/language"_s, u"tr"_s}}));
    QCOMPARE(readSettingsPlace(place(), true)->values.value(u"institution/name"_s), value);
}

void TestSettingsFile::refusesToWrite_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("newline") << u"institution/name"_s << u"a\nb"_s;
    QTest::newRow("escape") << u"institution/name"_s << u"a\x1b"_s;
    QTest::newRow("NUL") << u"institution/name"_s << QString(QChar::Null);
    QTest::newRow("no section") << u"name"_s << u"a"_s;
    QTest::newRow("two sections") << u"a/b/c"_s << u"a"_s;
    QTest::newRow("odd key") << u"a/b=c"_s << u"a"_s;
}

void TestSettingsFile::refusesToWrite()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    const auto written = writeSettings(place(), {{u"institution/code"_s, u"1"_s}, {key, value}});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::BadSettings);
    QVERIFY(!QFile::exists(place().path)); // whole or not at all
}

void TestSettingsFile::keepsOtherKeys()
{
    write("[web]\nextraHosts=a.example, b.example\n[other]\nkey=Türkçe\n[institution]\ncode=1\n");
    QVERIFY(writeSettings(place(), {{u"institution/code"_s, u"2"_s}}));
    const auto values = readSettingsPlace(place(), true);
    QCOMPARE(values->values.value(u"institution/code"_s), u"2"_s);
    QCOMPARE(values->values.value(u"other/key"_s), u"Türkçe"_s);
    QCOMPARE(values->values.value(u"web/extraHosts"_s), u"a.example,b.example"_s);
}

void TestSettingsFile::fileAndFolderAreTheUsersAlone()
{
    const SettingsPlace deep{m_folder->filePath(u"one/two/settings.ini"_s)};
    QVERIFY(writeSettings(deep, {{u"ui/language"_s, u"tr"_s}}));
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    const QFileInfo file(deep.path);
    QVERIFY(!(file.permissions() & others));
    QVERIFY(!(QFileInfo(file.path()).permissions() & others));
    QVERIFY(writeSettings(deep, {{u"ui/language"_s, u"en"_s}}));
    QVERIFY(!(QFileInfo(deep.path).permissions() & others));
}

void TestSettingsFile::neverClobbersWhatItCannotRead()
{
    const QByteArray html = "<html>\nnot mine\n</html>\n";
    write(html);
    const auto written = writeSettings(place(), {{u"ui/language"_s, u"tr"_s}});
    QVERIFY(!written);
    QCOMPARE(written.error().fault, InputFault::MalformedFile);
    QCOMPARE(content(), html);
}

void TestSettingsFile::saysWhenItCannotWrite()
{
    write("x=1\n");
    const auto written =
        writeSettings({place().path + u"/below/settings.ini"_s}, {{u"ui/language"_s, u"tr"_s}});
    QVERIFY(!written);
    QCOMPARE(written.error().fault, InputFault::Unreadable);
    QVERIFY(!writeSettings({u"/proc/hekim/settings.ini"_s}, {{u"ui/language"_s, u"tr"_s}}));
}

// As long as each other, and faster than the clock of files goes on.
void TestSettingsFile::changesOfOneMomentAreReadEach()
{
    for (int code = 100; code < 200; ++code) {
        const QString text = QString::number(code);
        QVERIFY(writeSettings(place(), {{u"institution/code"_s, text}}));
        const auto read = readSettingsPlace(place(), true);
        QVERIFY(read);
        QCOMPARE(read->values.value(u"institution/code"_s), text);
    }
}

void TestSettingsFile::aFullDiskLosesNoSetting()
{
    const SmallDisk disk(m_folder->path(), "64k");
    if (!disk.isThere())
        QSKIP("needs root, to mount a small disk");
    QVERIFY(writeSettings(place(), {{u"institution/name"_s, u"Şifa Hastanesi"_s}}));
    const QByteArray former = content();
    QVERIFY(disk.fill(SmallDisk::block)); // for the lock
    const auto written = writeSettings(place(), {{u"institution/code"_s, u"123"_s}});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::BadSettings);
    QCOMPARE(content(), former);
    QVERIFY(disk.empty());
    QVERIFY(writeSettings(place(), {{u"institution/code"_s, u"123"_s}}));
    const auto read = readSettingsPlace(place(), true);
    QVERIFY(read);
    QCOMPARE(read->values, (QMap<QString, QString>{{u"institution/code"_s, u"123"_s},
                                                   {u"institution/name"_s, u"Şifa Hastanesi"_s}}));
}

QTEST_GUILESS_MAIN(TestSettingsFile)
#include "tst_settingsfile.moc"
