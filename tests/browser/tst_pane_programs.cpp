#include "browser/pane.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using Notice = Gatekeeper::Notice;
using Answer = Gatekeeper::ProgramAnswer;

namespace {

void write(const QString& path, const QByteArray& content, bool program = false)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    if (program)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// A user's own desktop entries in XDG folders of the test, found and started by the system's own xdg-mime
/// and xdg-open. Each program writes down the arguments it was started with.
class InstalledPrograms
{
public:
    InstalledPrograms()
    {
        const auto set = [this](const char* variable, const QByteArray& value) {
            m_before.append({variable, qgetenv(variable)});
            qputenv(variable, value);
        };
        set("XDG_DATA_HOME", m_folder.filePath(u"data"_s).toUtf8());
        set("XDG_CONFIG_HOME", m_folder.filePath(u"config"_s).toUtf8());
        set("XDG_DATA_DIRS", m_folder.filePath(u"none"_s).toUtf8());
        set("XDG_CONFIG_DIRS", m_folder.filePath(u"none"_s).toUtf8());
        // The generic way of xdg-open, which asks for a display and does not use it.
        set("XDG_CURRENT_DESKTOP", "none");
        if (qgetenv("DISPLAY").isEmpty())
            set("DISPLAY", ":0");
    }
    ~InstalledPrograms()
    {
        for (const auto& [variable, value] : m_before) {
            if (value.isNull())
                qunsetenv(variable);
            else
                qputenv(variable, value);
        }
    }
    InstalledPrograms(const InstalledPrograms&) = delete;
    InstalledPrograms& operator=(const InstalledPrograms&) = delete;

    /// Installs it and makes it the scheme's own.
    void install(const QString& scheme, const QString& name, const QByteArray& names)
    {
        const QString program = m_folder.filePath(name);
        write(program,
              "#!/bin/sh\nfor a in \"$@\"; do printf '[%s]' \"$a\"; done >>'" + started(name).toUtf8() +
                  "'\necho >>'" + started(name).toUtf8() + "'\n",
              true);
        write(m_folder.filePath(u"data/applications/%1.desktop"_s.arg(name)),
              "[Desktop Entry]\nType=Application\n" + names + "Exec=" + program.toUtf8() +
                  " --sign %u\nMimeType=x-scheme-handler/" + scheme.toUtf8() + ";\n");
        const QByteArray defaults = "[Default Applications]\nx-scheme-handler/" + scheme.toUtf8() + "=" +
                                    name.toUtf8() + ".desktop\n";
        write(m_folder.filePath(u"config/mimeapps.list"_s), defaults);
    }
    [[nodiscard]] QStringList startsOf(const QString& name) const
    {
        QFile file(started(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

private:
    [[nodiscard]] QString started(const QString& name) const
    {
        return m_folder.filePath(name + u".started"_s);
    }

    QTemporaryDir m_folder;
    QList<std::pair<const char*, QByteArray>> m_before;
};

const QMap<QString, QString> signing{{u"web/externalSchemes"_s, u"hekim-imza"_s}};
const QString address = u"hekim-imza:sign?doc=1&name=%C5%9E%20x;$(touch%20y)%27%22*"_s;

HttpServerReply pageWith(const QString& to)
{
    return html(u"<a id=go href=\"%1\">Imzala</a>"_s.arg(
        QString(to).replace(u'&', u"&amp;"_s).replace(u'"', u"&quot;"_s)));
}
} // namespace

/// The question before a program of the computer starts, with programs that are really installed and started.
class TestPanePrograms : public QObject
{
    Q_OBJECT

private slots:
    void S6_theFirstStartAsksAndNamesTheProgram();
    void S6_aRememberedProgramStartsWithoutAQuestion();
    void S6_anotherProgramIsAskedAboutAgain();
    void S6_aRememberedProgramStillNeedsAGesture();
    void memoryEndsWithTheList();
    void memoryIsOfOneEnvironment();
    void aNameIsReadInTheLanguageOfTheInterface();
};

void TestPanePrograms::S6_theFirstStartAsksAndNamesTheProgram()
{
    InstalledPrograms programs;
    programs.install(u"hekim-imza"_s, u"imza-araci"_s, "Name=Imza Araci, 2\n");
    HttpServer server;
    server.route("/x", pageWith(address));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.programAsked.count(), 1);
    QCOMPARE(pane.programAsked.first().at(0).toUrl().scheme(), u"hekim-imza"_s);
    const auto asked = pane.programAsked.first().at(1).value<RegisteredProgram>();
    QCOMPARE(asked.id, u"imza-araci.desktop"_s);
    QCOMPARE(asked.name, u"Imza Araci, 2"_s);
    // Twice round the page while the question stands: nothing starts by itself.
    QCOMPARE(pane.text(), u"Imzala"_s);
    QCOMPARE(pane.text(), u"Imzala"_s);
    QCOMPARE(programs.startsOf(u"imza-araci"_s), QStringList());
    QVERIFY(pane.letProgramStart());
    // The page's URL as it stands; a page that writes a quote has it encoded by the engine.
    QTRY_COMPARE(programs.startsOf(u"imza-araci"_s),
                 QStringList{u"[--sign][%1]"_s.arg(QString(address).replace(u'"', u"%22"_s))});
    // "Once" is not remembered.
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.programAsked.count(), 1);
    QCOMPARE(programs.startsOf(u"imza-araci"_s).size(), 1);
}

void TestPanePrograms::S6_aRememberedProgramStartsWithoutAQuestion()
{
    InstalledPrograms programs;
    programs.install(u"hekim-imza"_s, u"imza"_s, "Name=Imza\n");
    HttpServer server;
    server.route("/x", pageWith(u"hekim-imza:1"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.letProgramStart(Answer::Always));
    QTRY_COMPARE(programs.startsOf(u"imza"_s).size(), 1);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(programs.startsOf(u"imza"_s).size(), 2);
    QVERIFY(pane.programAsked.isEmpty());
}

void TestPanePrograms::S6_anotherProgramIsAskedAboutAgain()
{
    InstalledPrograms programs;
    programs.install(u"hekim-imza"_s, u"imza"_s, "Name=Imza\n");
    HttpServer server;
    server.route("/x", pageWith(u"hekim-imza:1"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.letProgramStart(Answer::Always));
    QTRY_COMPARE(programs.startsOf(u"imza"_s).size(), 1);
    programs.install(u"hekim-imza"_s, u"baska"_s, "Name=Baska\n");
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.programAsked.count(), 1);
    QCOMPARE(pane.programAsked.first().at(1).value<RegisteredProgram>().name, u"Baska"_s);
    QCOMPARE(programs.startsOf(u"baska"_s).size(), 0);
}

void TestPanePrograms::S6_aRememberedProgramStillNeedsAGesture()
{
    InstalledPrograms programs;
    programs.install(u"hekim-imza"_s, u"imza"_s, "Name=Imza\n");
    HttpServer server;
    server.route("/x",
                 html(u"<a id=go href='hekim-imza:2'>x</a><script>location.href='hekim-imza:1'</script>"_s));
    Pane pane;
    pane.programs.allow(u"hekim-imza"_s, {u"imza.desktop"_s, {}});
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
    QTRY_COMPARE(pane.noticed(Notice::ProgramNeedsClick), 1);
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(programs.startsOf(u"imza"_s), QStringList{u"[--sign][hekim-imza:2]"_s});
}

void TestPanePrograms::memoryEndsWithTheList()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"allowed-programs.ini"_s);
    const QUrl erapor(u"http://127.0.0.1:1"_s);
    const RegisteredProgram program{u"imza.desktop"_s, {}};
    {
        AllowedPrograms programs(file, settingsFor(erapor, {{u"web/externalSchemes"_s, u"imza,akis+x"_s}}));
        programs.allow(u"imza"_s, program);
        programs.allow(u"akis+x"_s, program);
    }
    {
        const AllowedPrograms programs(file, settingsFor(erapor, {{u"web/externalSchemes"_s, u"akis+x"_s}}));
        QVERIFY(programs.allows(u"akis+x"_s, program));
    }
    const AllowedPrograms programs(file, settingsFor(erapor, {{u"web/externalSchemes"_s, u"imza,akis+x"_s}}));
    QVERIFY(programs.allows(u"akis+x"_s, program));
    QVERIFY(!programs.allows(u"imza"_s, program));
    QVERIFY(!programs.allows(u"akis+x"_s, {}));
}

void TestPanePrograms::memoryIsOfOneEnvironment()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"allowed-programs.ini"_s);
    const QUrl erapor(u"http://127.0.0.1:1"_s);
    const RegisteredProgram program{u"imza.desktop"_s, {}};
    AllowedPrograms programs(file, settingsFor(erapor, signing));
    programs.allow(u"hekim-imza"_s, program);
    const AllowedPrograms training(file, settingsFor(erapor, {{u"web/externalSchemes"_s, u"hekim-imza"_s},
                                                              {u"environment/name"_s, u"training"_s}}));
    QVERIFY(!training.allows(u"hekim-imza"_s, program));
    QVERIFY(programs.allows(u"hekim-imza"_s, program)); // and it stays where it belongs
}

void TestPanePrograms::aNameIsReadInTheLanguageOfTheInterface()
{
    InstalledPrograms programs;
    programs.install(u"hekim-imza"_s, u"tubitak-imza"_s,
                     "Name=Signer\nName[tr]=\xC4\xB0mza Arac\xC4\xB1\nName[de]=Signierer\n");
    HttpServer server;
    server.route("/x", pageWith(u"hekim-imza:1"_s));
    const QLocale before;
    for (const auto& [locale, name] : {std::pair(u"tr_TR"_s, u"İmza Aracı"_s), {u"en_US"_s, u"Signer"_s}}) {
        QLocale::setDefault(QLocale(locale));
        Pane pane;
        QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, signing), server.url(u"/x"_s)));
        QVERIFY(pane.click(u"#go"_s));
        QTRY_COMPARE(pane.programAsked.count(), 1);
        QCOMPARE(pane.programAsked.first().at(1).value<RegisteredProgram>().name, name);
    }
    QLocale::setDefault(before);
}

QTEST_MAIN(TestPanePrograms)
#include "tst_pane_programs.moc"
