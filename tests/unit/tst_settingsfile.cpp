#include "core/settingsfile.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestSettingsFile : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void readsListsAsText();
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
    const auto values = readSettingsLayer(place(), true);
    QVERIFY(values);
    QCOMPARE(values->value(u"web/extraHosts"_s), u"a.example,b.example"_s);
    QCOMPARE(values->value(u"hes/address"_s), u"No:5,Kat 2"_s);
    QCOMPARE(values->value(u"institution/name"_s), u"Şehir; \"Merkez\", İğdır"_s);
    // A file with Notepad's byte order mark can be written to as well.
    QVERIFY(writeSettings(place(), {{u"ui/language"_s, u"tr"_s}}));
    QCOMPARE(readSettingsLayer(place(), true)->value(u"institution/name"_s), u"Şehir; \"Merkez\", İğdır"_s);
}

void TestSettingsFile::refusesFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<InputFault>("fault");
    QTest::newRow("NUL") << QByteArray("[a]\nb=\0c", 9) << InputFault::MalformedFile;
    QTest::newRow("binary") << QByteArray::fromHex("89504e470d0a1a0a00000d") << InputFault::MalformedFile;
    QTest::newRow("Latin-5") << QByteArray("[institution]\nname=\xde\x65hir\n") << InputFault::NotUtf8;
    QTest::newRow("UTF-16") << QByteArray::fromHex("fffe5b0061005d00") << InputFault::MalformedFile;
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
    const auto values = readSettingsLayer(place(), false);
    QVERIFY(!values);
    QCOMPARE(values.error().kind, ErrorKind::BadSettings);
    QTEST(values.error().fault, "fault");
    QVERIFY(values.error().step == place().path || values.error().detail == place().path);
}

void TestSettingsFile::refusesWhatIsNoFile()
{
    const auto folder = readSettingsLayer({m_folder->path()}, false);
    QVERIFY(!folder);
    QCOMPARE(folder.error().fault, InputFault::Unreadable);
    const auto device = readSettingsLayer({u"/dev/zero"_s}, false);
    QVERIFY(!device);
    QCOMPARE(device.error().fault, InputFault::Unreadable);
    QVERIFY(readSettingsLayer(place(), false).value().isEmpty());
    QVERIFY(readSettingsLayer({}, false).value().isEmpty());
    QVERIFY(!readSettingsLayer(place(), true));
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
    const auto values = readSettingsLayer(place(), true);
    QVERIFY(values);
    QCOMPARE(values->value(u"institution/name"_s), value);
    QVERIFY(values->contains(u"institution/name"_s));
    // Once more over itself: rewriting by another key must not change it either.
    QVERIFY(writeSettings(place(), {{u"ui/language"_s, u"tr"_s}}));
    QCOMPARE(readSettingsLayer(place(), true)->value(u"institution/name"_s), value);
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
    const auto values = readSettingsLayer(place(), true);
    QCOMPARE(values->value(u"institution/code"_s), u"2"_s);
    QCOMPARE(values->value(u"other/key"_s), u"Türkçe"_s);
    QCOMPARE(values->value(u"web/extraHosts"_s), u"a.example,b.example"_s);
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

QTEST_GUILESS_MAIN(TestSettingsFile)
#include "tst_settingsfile.moc"
