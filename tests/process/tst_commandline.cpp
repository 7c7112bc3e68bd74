// The launch contract as a caller sees it: arguments in, exit code and one plain line out.

#include "process/launchfolder.h"
#include "support/places.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

constexpr auto patient = "10000000146";

bool isOnePlainLine(const QString& text)
{
    return text.startsWith(u"hekim-asistani: ") && text.count(u'\n') == 1 && text.endsWith(u'\n');
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void wantsCoreAndNetworkOnly();
    void printsVersionAndHelp();
    void helpNamesOnlyWhatIsThere();
    void refusesMalformedCalls_data();
    void refusesMalformedCalls();
    void refusesUnusableSettings_data();
    void refusesUnusableSettings();
    void opensWithEveryField();
    void takesEqualSignsAndBlanks();
    void takesArgumentsOfPaddedColumns_data();
    void takesArgumentsOfPaddedColumns();
    void landsWithoutAnyArgument();
    void tellsSettingsFileAndEnvironment();
    void passesTheActivationTokenOn();
    void passesProvisioningToSetup_data();
    void passesProvisioningToSetup();
    void saysSoWhenSetupIsMissing();
    void passesTheCheckToSetup();
    void S8_urlOnlyProposes();
    void S8_urlTakesNoOptions_data();
    void S8_urlTakesNoOptions();
    void urlFormsFromAShell_data();
    void urlFormsFromAShell();
};

void TestCommandLine::wantsCoreAndNetworkOnly()
{
    QProcess ldd;
    ldd.start(u"ldd"_s, {QStringLiteral(HEKIM_BIN "/hekim-asistani")});
    QVERIFY(ldd.waitForFinished());
    const QString libraries = QString::fromUtf8(ldd.readAllStandardOutput());
    QVERIFY(libraries.contains(u"libQt6Core"));
    for (const QString& forbidden :
         {u"Qt6Gui"_s, u"Qt6Widgets"_s, u"Qt6DBus"_s, u"Qt6WebEngine"_s, u"keychain"_s})
        QVERIFY2(!libraries.contains(forbidden), qPrintable(forbidden));
}

void TestCommandLine::printsVersionAndHelp()
{
    const LaunchFolder folder;
    const Run version = folder.run({u"--version"_s});
    QCOMPARE(version.exitCode, 0);
    QCOMPARE(version.output, u"hekim-asistani " HEKIM_VERSION "\n"_s);
    const Run help = folder.run({u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.error.isEmpty());
    QVERIFY(folder.windows().isEmpty());
}

void TestCommandLine::helpNamesOnlyWhatIsThere()
{
    const LaunchFolder folder;
    const QString help = folder.run({u"--help"_s}).output;
    for (const QString& option :
         {u"--patient <no>"_s, u"--reason <0..3>"_s, u"--doctor <no>"_s, u"--accession <no>"_s,
          u"--hes <code>"_s, u"--page"_s, u"--request <file|->"_s, u"--environment"_s, u"--config <file>"_s,
          u"--provision <file|->"_s, u"--check"_s, u"--json"_s, u"--audit <verify|export>"_s, u"--from"_s,
          u"--logout"_s, u"--version"_s, u"--help"_s})
        QVERIFY2(help.contains(option), qPrintable(option));
    // The meanings stand under one another.
    QSet<qsizetype> columns;
    const QStringList lines = help.split(u'\n');
    for (const QString& line : lines) {
        if (line.startsWith(u"  --"))
            columns.insert(line.indexOf(QRegularExpression(u"\\S"_s), line.indexOf(u"  "_s, 4)));
    }
    QCOMPARE(columns.size(), 1);
}

void TestCommandLine::refusesMalformedCalls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");

    const auto row = [](const char* name, const QStringList& arguments, const QString& named) {
        QTest::newRow(name) << arguments << named;
    };
    row("too short", {u"--patient"_s, u"1000000014"_s}, u"--patient"_s);
    row("too long", {u"--patient"_s, u"100000001460"_s}, u"--patient"_s);
    row("a letter", {u"--patient"_s, u"1000000014O"_s}, u"--patient"_s);
    row("other digits", {u"--patient"_s, u"١٠٠٠٠٠٠٠١٤٦"_s}, u"--patient"_s);
    row("begins with 0", {u"--patient"_s, u"01000000146"_s}, u"--patient"_s);
    row("empty", {u"--patient="_s}, u"--patient"_s);
    row("value missing", {u"--patient"_s}, u"--patient"_s);
    row("checksum in live", {u"--environment"_s, u"live"_s, u"--patient"_s, u"10000000147"_s},
        u"--patient"_s);
    row("doctor", {u"--doctor"_s, u"123"_s}, u"--doctor"_s);
    row("reason out of range", {u"--patient"_s, QString::fromLatin1(patient), u"--reason"_s, u"4"_s},
        u"--reason"_s);
    row("reason without patient", {u"--reason"_s, u"2"_s}, u"--reason"_s);
    row("images without patient", {u"--accession"_s, u"A1"_s}, u"--accession"_s);
    row("history without patient", {u"--page"_s, u"history"_s}, u"--page"_s);
    row("unknown page", {u"--page"_s, u"reports"_s}, u"--page"_s);
    row("HES code", {u"--hes"_s, u"ABC"_s}, u"--hes"_s);
    row("patient twice",
        {u"--patient"_s, QString::fromLatin1(patient), u"--patient"_s, QString::fromLatin1(patient)},
        u"--patient"_s);
    row("config twice", {u"--config"_s, u"a"_s, u"--config"_s, u"b"_s}, u"--config"_s);
    row("environment twice", {u"--environment"_s, u"test"_s, u"--environment=test"_s}, {});
    row("unknown environment", {u"--environment"_s, u"Live"_s}, {});
    row("unknown option", {u"--hasta"_s, QString::fromLatin1(patient)}, u"--hasta"_s);
    row("a number as option", {u"--10000000146"_s}, {});
    row("a single dash", {u"-patient"_s, QString::fromLatin1(patient)}, {});
    row("a value for a switch", {u"--logout=10000000146"_s}, u"--logout"_s);
    row("a bare number", {QString::fromLatin1(patient)}, {});
    row("two addresses", {u"hekim-asistani://open"_s, u"hekim-asistani://open"_s}, {});
    row("options and request", {u"--page"_s, u"mine"_s, u"--request"_s, u"-"_s}, {});
    row("log-out and a patient", {u"--logout"_s, u"--patient"_s, QString::fromLatin1(patient)},
        u"--logout"_s);
    row("provision and a patient", {u"--provision"_s, u"-"_s, u"--patient"_s, QString::fromLatin1(patient)},
        u"--provision"_s);
    row("provision and log-out", {u"--provision"_s, u"-"_s, u"--logout"_s}, {});
    row("check and a patient", {u"--check"_s, u"--patient"_s, QString::fromLatin1(patient)}, u"--check"_s);
    row("check and a request", {u"--check"_s, u"--request"_s, u"-"_s}, u"--check"_s);
    row("check and provision", {u"--check"_s, u"--provision"_s, u"-"_s}, u"--check"_s);
    row("check with two doctors",
        {u"--check"_s, u"--doctor"_s, QString::fromLatin1(patient), u"--doctor"_s,
         QString::fromLatin1(patient)},
        u"--doctor"_s);
    row("check with an empty doctor", {u"--check"_s, u"--doctor"_s, u" "_s}, u"--doctor"_s);
    row("a blank inside a number", {u"--patient"_s, u"100000001 46"_s}, u"--patient"_s);
    row("nothing but blanks", {u"--patient"_s, u"   "_s}, u"--patient"_s);
    row("environment of blanks", {u"--environment"_s, u" "_s}, {});
    row("JSON without a check", {u"--json"_s}, u"--json"_s);
    row("a value for the check", {u"--check=10000000146"_s}, u"--check"_s);
    row("another audit", {u"--audit"_s, u"erase"_s}, u"audit"_s);
    row("audit of nothing", {u"--audit"_s}, u"audit"_s);
    row("audit and a patient", {u"--audit"_s, u"export"_s, u"--patient"_s, QString::fromLatin1(patient)},
        u"--audit"_s);
    row("audit and provision", {u"--audit"_s, u"export"_s, u"--provision"_s, u"-"_s}, u"--audit"_s);
    row("audit from no day", {u"--audit"_s, u"export"_s, u"--from"_s, u"2026-02-30"_s}, u"from"_s);
    row("audit from two days",
        {u"--audit"_s, u"export"_s, u"--from"_s, u"2026-02-01"_s, u"--from"_s, u"2026-02-02"_s}, u"from"_s);
    row("verification of a range", {u"--audit"_s, u"verify"_s, u"--to"_s, u"2026-02-01"_s}, u"audit"_s);
    row("a range without audit", {u"--from"_s, u"2026-02-01"_s}, u"--from"_s);
    row("integrate without an AppImage", {u"--integrate"_s}, u"--integrate"_s);
    row("integrate with another option", {u"--integrate"_s, u"--reason"_s, u"2"_s}, u"--integrate"_s);
}

void TestCommandLine::refusesMalformedCalls()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const LaunchFolder folder;
    const Run run = folder.run(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(isOnePlainLine(run.error), qPrintable(run.error));
    QVERIFY2(run.error.contains(named), qPrintable(run.error));
    QVERIFY2(!holdsWholeNumber(run.error), qPrintable(run.error));
    QVERIFY(run.output.isEmpty());
    QVERIFY(folder.windows().isEmpty()); // refused before the window is bothered
}

void TestCommandLine::refusesUnusableSettings_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::newRow("unknown environment") << QByteArray("[environment]\nname=production\n");
    QTest::newRow("plain http") << QByteArray(
        "[environment]\nname=custom\n[endpoints]\nerapor=http://example.org\n");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\0\1\xff\xfe",
                                          9);
}

void TestCommandLine::refusesUnusableSettings()
{
    QFETCH(QByteArray, settings);
    const LaunchFolder folder;
    const QString file = folder.writeFile(u"10000000146.ini"_s, settings);
    const Run named = folder.run({u"--config"_s, file, u"--patient"_s, QString::fromLatin1(patient)});
    QCOMPARE(named.exitCode, 3);
    QVERIFY2(isOnePlainLine(named.error), qPrintable(named.error));
    QVERIFY2(!holdsWholeNumber(named.error), qPrintable(named.error));

    folder.writeSettings(settings);
    QCOMPARE(folder.run({u"--patient"_s, QString::fromLatin1(patient)}).exitCode, 3);
    QCOMPARE(folder.run({u"--config"_s, folder.path(u"missing.ini"_s)}).exitCode, 3);
    QVERIFY(folder.windows().isEmpty());
}

void TestCommandLine::opensWithEveryField()
{
    const LaunchFolder folder;
    const Run run = folder.run({u"--patient"_s, QString::fromLatin1(patient), u"--reason"_s, u"2"_s,
                                u"--doctor"_s, u"17291716060"_s, u"--accession"_s, u"A1"_s, u"--accession"_s,
                                u"A2"_s, u"--hes"_s, u"h1i2-3456-78"_s, u"--page"_s, u"images"_s});
    QCOMPARE(run.error, QString());
    QCOMPARE(run.exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 1);
    const QJsonObject message = folder.messages().constFirst();
    QCOMPARE(message.value(u"patient").toString(), QString::fromLatin1(patient));
    QCOMPARE(message.value(u"doctor").toString(), u"17291716060"_s);
    QCOMPARE(message.value(u"accession").toArray(), (QJsonArray{u"A1"_s, u"A2"_s}));
    QCOMPARE(message.value(u"hes").toString(), u"H1I2345678"_s);
    QCOMPARE(message.value(u"page").toString(), u"images"_s);
    QCOMPARE(message.value(u"command").toString(), u"open"_s);
}

void TestCommandLine::takesEqualSignsAndBlanks()
{
    const LaunchFolder folder;
    QCOMPARE(folder.run({u"--patient=10000000146"_s, u"--reason=1"_s}).exitCode, 0);
    QCOMPARE(folder.run({u"--patient"_s, u"10000000146"_s, u"--reason"_s, u"1"_s}).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 2);
    QCOMPARE(folder.messages().constFirst(), folder.messages().constLast());
}

void TestCommandLine::takesArgumentsOfPaddedColumns_data()
{
    QTest::addColumn<QString>("locale");
    for (const char* locale : {"tr_TR.UTF-8", "en_US.UTF-8", "C"})
        QTest::newRow(locale) << QString::fromLatin1(locale);
}

void TestCommandLine::takesArgumentsOfPaddedColumns()
{
    QFETCH(QString, locale);
    LaunchFolder folder;
    folder.environment().insert(u"LC_ALL"_s, locale);
    const Run run =
        folder.run({u"--patient"_s, u"10000000146   "_s, u"--reason= 2\t"_s, u"--doctor"_s,
                    u"\u00a017291716060\r\n"_s, u"--accession"_s, u" ÇEKİM/Ö-ı1 "_s, u"--hes"_s,
                    u"h1i2-3456-78 "_s, u"--page"_s, u"images \n"_s, u"--environment"_s, u" training "_s});
    QCOMPARE(run.exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 1);
    const QJsonObject message = folder.messages().constFirst();
    QCOMPARE(message.value(u"patient").toString(), u"10000000146"_s);
    QCOMPARE(message.value(u"doctor").toString(), u"17291716060"_s);
    QCOMPARE(message.value(u"accession").toArray(), (QJsonArray{u"ÇEKİM/Ö-ı1"_s}));
    QCOMPARE(message.value(u"hes").toString(), u"H1I2345678"_s);
    QCOMPARE(message.value(u"page").toString(), u"images"_s);
    QCOMPARE(message.value(u"environment").toString(), u"training"_s);
}

void TestCommandLine::landsWithoutAnyArgument()
{
    const LaunchFolder folder;
    QCOMPARE(folder.run({}).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 1);
    QVERIFY(!folder.messages().constFirst().contains(u"patient"));
    QVERIFY(!folder.messages().constFirst().contains(u"environment")); // none was named
}

void TestCommandLine::tellsSettingsFileAndEnvironment()
{
    const LaunchFolder folder;
    const QString file = folder.writeFile(u"clinic.ini"_s, "[environment]\nname=test\n");
    const Run run =
        folder.run({u"--config"_s, folder.path(u"bin/../clinic.ini"_s), u"--environment"_s, u"test"_s});
    QCOMPARE(run.exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 1);
    QCOMPARE(folder.messages().constFirst().value(u"settingsFile").toString(), file);
    QCOMPARE(folder.messages().constFirst().value(u"environment").toString(), u"test"_s);
    QCOMPARE(folder.windows().constFirst().value(u"arguments").toArray(),
             (QJsonArray{u"--config"_s, file, u"--environment"_s, u"test"_s}));
}

void TestCommandLine::passesTheActivationTokenOn()
{
    LaunchFolder folder;
    folder.environment().insert(u"DESKTOP_STARTUP_ID"_s, u"hbys_TIME4711"_s);
    QCOMPARE(folder.run({}).exitCode, 0);
    folder.environment().insert(u"XDG_ACTIVATION_TOKEN"_s, u"wayland-token"_s);
    QCOMPARE(folder.run({}).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 2);
    QCOMPARE(folder.messages().constFirst().value(u"activationToken").toString(), u"hbys_TIME4711"_s);
    QCOMPARE(folder.messages().constLast().value(u"activationToken").toString(), u"wayland-token"_s);
}

void TestCommandLine::passesProvisioningToSetup_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {0, 2, 3, 4})
        QTest::addRow("%d", code) << code;
}

void TestCommandLine::passesProvisioningToSetup()
{
    QFETCH(int, code);
    const LaunchFolder folder;
    const QString setup =
        folder.writeFile(u"bin/hekim-asistani-setup"_s, "#!/bin/sh\nread code\necho \"$@\"\nexit $code\n");
    QVERIFY(QFile::setPermissions(setup, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const Run run = folder.run({u"--provision"_s, u"-"_s, u"--environment"_s, u"test"_s},
                               QByteArray::number(code) + '\n');
    QCOMPARE(run.exitCode, code);
    QCOMPARE(run.output, u"--provision - --environment test\n"_s);
}

void TestCommandLine::passesTheCheckToSetup()
{
    const LaunchFolder folder;
    const QString setup =
        folder.writeFile(u"bin/hekim-asistani-setup"_s, "#!/bin/sh\necho \"$@\"\nread number\n"
                                                        "echo \"$number\"\nexit 1\n");
    QVERIFY(QFile::setPermissions(setup, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const Run plain = folder.run({u"--check"_s, u"--json"_s, u"--environment"_s, u"test"_s});
    QCOMPARE(plain.exitCode, 1);
    QCOMPARE(plain.output, u"--check --json --environment test\n\n"_s);
    // The doctor's number does not stand in a second process list.
    const Run doctor =
        folder.run({u"--check"_s, u"--doctor"_s, QString::fromLatin1(patient) + QString(200, u' ')});
    QCOMPARE(doctor.output, u"--check --doctor -\n"_s + QString::fromLatin1(patient) + u'\n');
}

void TestCommandLine::saysSoWhenSetupIsMissing()
{
    const LaunchFolder folder;
    const Run run = folder.run({u"--provision"_s, u"-"_s});
    QCOMPARE(run.exitCode, 3);
    QVERIFY2(isOnePlainLine(run.error) && run.error.contains(u"hekim-asistani-setup"), qPrintable(run.error));
}

void TestCommandLine::S8_urlOnlyProposes()
{
    const LaunchFolder folder;
    QCOMPARE(
        folder.run({u"--"_s, u"hekim-asistani://open?patient=10000000146&doctor=17291716060"_s}).exitCode, 0);
    QCOMPARE(folder.run({u"--patient"_s, u"10000000146"_s}).exitCode, 0);
    QTRY_COMPARE(folder.messages().size(), 2);
    QVERIFY(folder.messages().constFirst().value(u"isUrl").toBool());
    QVERIFY(!folder.messages().constLast().value(u"isUrl").toBool());
}

void TestCommandLine::S8_urlTakesNoOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString url = u"hekim-asistani://open?patient=10000000146"_s;
    QTest::newRow("environment") << QStringList{u"--environment"_s, u"test"_s, u"--"_s, url};
    QTest::newRow("config") << QStringList{u"--config"_s, u"/dev/null"_s, url};
    QTest::newRow("option after it") << QStringList{url, u"--doctor"_s, u"17291716060"_s};
    QTest::newRow("request") << QStringList{u"--request"_s, u"-"_s, u"--"_s, url};
    QTest::newRow("log-out") << QStringList{u"--logout"_s, url};
    QTest::newRow("provision") << QStringList{u"--provision"_s, u"-"_s, url};
    QTest::newRow("version") << QStringList{u"--version"_s, url};
    QTest::newRow("environment inside it") << QStringList{u"--"_s, url + u"&environment=live"_s};
    QTest::newRow("config inside it") << QStringList{u"--"_s, url + u"&config=/tmp/x"_s};
    QTest::newRow("an option in its place") << QStringList{u"--"_s, u"--logout"_s};
}

void TestCommandLine::S8_urlTakesNoOptions()
{
    QFETCH(QStringList, arguments);
    const LaunchFolder folder;
    const Run run = folder.run(arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(isOnePlainLine(run.error) && !holdsWholeNumber(run.error), qPrintable(run.error));
    QVERIFY(folder.windows().isEmpty());
}

void TestCommandLine::urlFormsFromAShell_data()
{
    QTest::addColumn<QString>("quoted");
    QTest::addColumn<int>("code");
    QTest::newRow("plain") << u"-- \"hekim-asistani://open?patient=10000000146\""_s << 0;
    QTest::newRow("without --") << u"'hekim-asistani://open?patient=10000000146&reason=2'"_s << 0;
    QTest::newRow("slash") << u"-- 'hekim-asistani://open/?patient=10000000146'"_s << 0;
    QTest::newRow("percent") << u"-- 'hekim-asistani://open?patient=%31%30000000146'"_s << 0;
    QTest::newRow("nothing asked") << u"-- 'hekim-asistani://open'"_s << 0;
    QTest::newRow("number as host") << u"-- 'hekim-asistani://10000000146'"_s << 2;
    QTest::newRow("path") << u"-- 'hekim-asistani://open/10000000146'"_s << 2;
    QTest::newRow("fragment") << u"-- 'hekim-asistani://open?patient=10000000146#x'"_s << 2;
    QTest::newRow("user") << u"-- 'hekim-asistani://a@open?patient=10000000146'"_s << 2;
    QTest::newRow("port") << u"-- 'hekim-asistani://open:80?patient=10000000146'"_s << 2;
    QTest::newRow("twice") << u"-- 'hekim-asistani://open?patient=10000000146&patient=10000000146'"_s << 2;
    QTest::newRow("other scheme") << u"-- 'https://open?patient=10000000146'"_s << 2;
    QTest::newRow("unquoted &") << u"-- hekim-asistani://open?reason=2\\&patient=1"_s << 2;
    QTest::newRow("not UTF-8") << u"-- \"$(printf 'hekim-asistani://open?hes=\\377')\""_s << 2;
}

void TestCommandLine::urlFormsFromAShell()
{
    QFETCH(QString, quoted);
    QFETCH(int, code);
    LaunchFolder folder;
    QProcess shell;
    shell.setProcessEnvironment(folder.environment());
    shell.start(u"/bin/sh"_s, {u"-c"_s, folder.launcher() + u' ' + quoted});
    const Run run = LaunchFolder::finish(shell);
    QCOMPARE(run.exitCode, code);
    QVERIFY2(!holdsWholeNumber(run.error), qPrintable(run.error));
    if (code == 0) {
        QTRY_COMPARE(folder.messages().size(), 1);
        QVERIFY(folder.messages().constFirst().value(u"isUrl").toBool());
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
