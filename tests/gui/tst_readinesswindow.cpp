#include "gui/readiness/livegate.h"
#include "gui/readiness/readinesscontroller.h"
#include "gui/readiness/readinessform.h"
#include "gui/readiness/readinesspdf.h"
#include "support/waiting.h"

#include <QBuffer>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace hekim;

/// What the readiness record shows, writes and asks, without a display and with the user's real folder (a
/// temporary one).
class TestReadinessWindow : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void theFormGivesWhatWasTyped();
    void theFormNamesWhatIsWrong();
    void S1_theFormMasksNumbers();
    void S1_noNumberInThePdf();
    void thePdfSaysWhatIsStatedAndWhatIsVerified();
    void theGateAsksAndRecordsWhoWentOn();
    void theGateLetsPassWhereNothingIsMissing();
    void theGateStaysShutWhereItCannotRecord();
    void onlyTheUsersOwnChoiceOfLiveIsAsked_data();
    void onlyTheUsersOwnChoiceOfLiveIsAsked();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const auto number = u"10000000146"_s;
const QDateTime now(QDate(2026, 11, 21), QTime(5, 10), QTimeZone::utc());
const auto code = u"340001"_s;

template <class Field>
Field* fieldOf(const QWidget& in, const QString& name)
{
    const auto fields = in.findChildren<Field*>();
    for (Field* field : fields)
        if (field->accessibleName() == name)
            return field;
    return nullptr;
}

QPushButton* buttonOf(const QWidget& in, const QString& text)
{
    const auto buttons = in.findChildren<QPushButton*>();
    for (QPushButton* button : buttons)
        if (button->text().remove(u'&') == text)
            return button;
    return nullptr;
}

void fillForm(const ReadinessForm& form, int state, const QString& document, const QString& date,
              const QString& by)
{
    fieldOf<QComboBox>(form, u"State of the step"_s)->setCurrentIndex(state);
    fieldOf<QLineEdit>(form, u"Document number"_s)->setText(document);
    fieldOf<QLineEdit>(form, u"Date of the document"_s)->setText(date);
    fieldOf<QLineEdit>(form, u"Stated by"_s)->setText(by);
}

ReadinessRecord stored()
{
    return *ReadinessFile(readinessFolder(), code).load();
}

QString textOf(const QByteArray& pdf)
{
    QBuffer buffer;
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    QString text;
    for (int page = 0; page < document.pageCount(); ++page)
        text += document.getAllText(page).text();
    return text.simplified();
}

ReadinessRecord withDoctor()
{
    ReadinessRecord record;
    record.institution = code;
    record.hes = HesPath::LocalAuthority;
    record.remote = RemoteService::Given;
    record.statements[u"001/1"_s] = {Statement::Kind::Done,
                                     u"E-64425870-010.06.02-1234"_s,
                                     QDate(2026, 3, 2),
                                     u"İğdır Şenöz"_s,
                                     {},
                                     {},
                                     now};
    record.verifications = {{Proof::HesLogin, EnvironmentName::Test, now, true}};
    record.doctors[EnvironmentName::Live] = {{QString(64, u'a'),
                                              withoutIdentityNumbers(u"Dr. Gülşen "_s + number),
                                              {{u"003-checks/2"_s,
                                                {Statement::Kind::Done,
                                                 withoutIdentityNumbers(number),
                                                 {},
                                                 u"Çağla"_s,
                                                 {},
                                                 QDate(2026, 1, 1),
                                                 now}}}}};
    record.wentLive = {{now, u"Şükrü Öz"_s, {u"001/3"_s}}};
    return record;
}

} // namespace

void TestReadinessWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    qputenv("XDG_CONFIG_HOME", m_folder->path().toUtf8());
    QVERIFY(readinessFolder().startsWith(m_folder->path()));
}

void TestReadinessWindow::theFormGivesWhatWasTyped()
{
    ReadinessForm form;
    form.show({hesLocalAuthoritySteps().first(), ReadinessState::Open, {}, {}, {}});
    QVERIFY(!form.isChanged());
    std::optional<Statement> given;
    connect(&form, &ReadinessForm::saveAsked, this, [&given](const auto& statement) { given = statement; });
    fillForm(form, 1, u"E-64425870-010.06.02-1234"_s, u"2.3.2026"_s, u" İğdır Şenöz "_s);
    QVERIFY(form.isChanged());
    buttonOf(form, u"Save the step"_s)->click();
    QVERIFY(given);
    QCOMPARE(given->kind, Statement::Kind::Done);
    QCOMPARE(given->document, u"E-64425870-010.06.02-1234"_s);
    QCOMPARE(given->documentDate, QDate(2026, 3, 2));
    QCOMPARE(given->by, u"İğdır Şenöz"_s);
    QVERIFY(qAbs(given->made.secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

void TestReadinessWindow::theFormNamesWhatIsWrong()
{
    ReadinessForm form;
    form.show({hesLocalAuthoritySteps().first(), ReadinessState::Open, {}, {}, {}});
    QSignalSpy asked(&form, &ReadinessForm::saveAsked);
    QPushButton* save = buttonOf(form, u"Save the step"_s);
    fillForm(form, 0, u"123"_s, {}, u"A"_s);
    save->click();
    fillForm(form, 1, u"123"_s, u"31.2.2026"_s, u"A"_s);
    save->click();
    fillForm(form, 1, u"123"_s, {}, u"  "_s);
    save->click();
    QCOMPARE(asked.count(), 0);
    fillForm(form, 2, {}, {}, u"A"_s);
    save->click();
    QCOMPARE(asked.count(), 1);
}

void TestReadinessWindow::S1_theFormMasksNumbers()
{
    ReadinessForm form;
    form.show({hesLocalAuthoritySteps().first(), ReadinessState::Open, {}, {}, {}});
    std::optional<Statement> given;
    connect(&form, &ReadinessForm::saveAsked, this, [&given](const auto& statement) { given = statement; });
    fillForm(form, 1, number, {}, u"Şen "_s + number);
    buttonOf(form, u"Save the step"_s)->click();
    QVERIFY(given);
    QVERIFY(!given->document.contains(number) && !given->by.contains(number));
    QVERIFY(given->by.startsWith(u"Şen "_s));
}

void TestReadinessWindow::S1_noNumberInThePdf()
{
    const QByteArray pdf = readinessPdf(withDoctor(), u"Örnek"_s, EnvironmentName::Live, now.date());
    const QString text = textOf(pdf).remove(QRegularExpression(u"\\s"_s)); // long words are broken to fit
    QVERIFY(!text.contains(number));
    QVERIFY(!text.contains(QString(8, u'a'))); // nor a part of the digest
}

void TestReadinessWindow::thePdfSaysWhatIsStatedAndWhatIsVerified()
{
    const QString text =
        textOf(readinessPdf(withDoctor(), u"Iğdır Şehir Polikliniği"_s, EnvironmentName::Live, now.date()));
    for (const QString& part : {u"Iğdır Şehir Polikliniği (340001)"_s, u"E-64425870-010.06.02-1234"_s,
                                u"İğdır Şenöz"_s, u"Stated"_s, u"Verified"_s, u"Run out"_s, u"Dr. Gülşen"_s,
                                u"Şükrü Öz went live"_s, u"Guide 001, step 7"_s, u"is not the check"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text.left(1500)));
}

void TestReadinessWindow::theGateAsksAndRecordsWhoWentOn()
{
    QWidget window;
    bool wentOn = false;
    LiveGate::ask(&window, code, true, [&wentOn] { wentOn = true; });
    auto* gate = window.findChild<LiveGate*>();
    QVERIFY(gate);
    QCOMPARE(fieldOf<QListWidget>(*gate, u"Missing steps"_s)->count(), 2);
    QPushButton* go = buttonOf(*gate, u"Go on without them"_s);
    QVERIFY(!go->isEnabled());
    fieldOf<QLineEdit>(*gate, u"Your name"_s)->setText(u"Şükrü Öz "_s + number);
    QVERIFY(go->isEnabled());
    QVERIFY(stored().wentLive.isEmpty());
    go->click();
    QTRY_VERIFY(wentOn);
    QCOMPARE(stored().wentLive.size(), 1);
    const WentLive live = stored().wentLive.first();
    QVERIFY(live.by.startsWith(u"Şükrü Öz"_s) && !live.by.contains(number));
    QCOMPARE(live.missing, (QStringList{u"hes"_s, u"remote"_s}));
    QVERIFY(qAbs(live.made.secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

void TestReadinessWindow::theGateLetsPassWhereNothingIsMissing()
{
    ReadinessFile file(readinessFolder(), code);
    auto record = *file.load();
    record.hes = HesPath::NotUsed;
    record.remote = RemoteService::NotGiven;
    QVERIFY(file.save(record));
    QWidget window;
    bool wentOn = false;
    LiveGate::ask(&window, code, true, [&wentOn] { wentOn = true; });
    QVERIFY(!wentOn); // never within the call
    QTRY_VERIFY(wentOn);
    QVERIFY(!window.findChild<LiveGate*>());
    QCOMPARE(stored().wentLive.size(), 1);
}

void TestReadinessWindow::theGateStaysShutWhereItCannotRecord()
{
    const QString path = ReadinessFile(readinessFolder(), code).path();
    QVERIFY(QDir().mkpath(readinessFolder()));
    QFile damaged(path);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("{");
    damaged.close();
    QWidget window;
    bool wentOn = false;
    LiveGate::ask(&window, code, true, [&wentOn] { wentOn = true; });
    auto* gate = window.findChild<LiveGate*>();
    QVERIFY(gate);
    fieldOf<QLineEdit>(*gate, u"Your name"_s)->setText(u"A"_s);
    buttonOf(*gate, u"Go on without them"_s)->click();
    QCoreApplication::processEvents();
    QVERIFY(!wentOn);
    QVERIFY(damaged.open(QIODevice::ReadOnly));
    QCOMPARE(damaged.readAll(), QByteArray("{"));
}

void TestReadinessWindow::onlyTheUsersOwnChoiceOfLiveIsAsked_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<bool>("asks");
    QTest::newRow("the user's live") << u"user.ini"_s << u"live"_s << true;
    QTest::newRow("the policy's live") << u"policy.conf"_s << u"live"_s << false;
    QTest::newRow("the machine's live") << u"defaults.conf"_s << u"live"_s << false;
    QTest::newRow("test") << u"user.ini"_s << u"test"_s << false;
}

void TestReadinessWindow::onlyTheUsersOwnChoiceOfLiveIsAsked()
{
    QFETCH(QString, place);
    QFETCH(QString, environment);
    QFETCH(bool, asks);
    const auto at = [this](const QString& name) { return SettingsPlace{m_folder->filePath(name)}; };
    QVERIFY(writeSettings(at(place), {{u"environment/name"_s, environment}, {u"institution/code"_s, code}}));
    const auto settings =
        Settings::load({at(u"policy.conf"_s), at(u"user.ini"_s), at(u"defaults.conf"_s)}, {});
    QVERIFY(settings);
    QWidget window;
    LiveGate::askOnFirstStart(&window, *settings);
    auto* gate = window.findChild<LiveGate*>();
    QCOMPARE(gate != nullptr, asks);
    if (!asks)
        return;
    fieldOf<QLineEdit>(*gate, u"Your name"_s)->setText(u"A"_s);
    buttonOf(*gate, u"Go on without them"_s)->click();
    QTRY_COMPARE(stored().wentLive.size(), 1);
    QWidget next;
    LiveGate::askOnFirstStart(&next, *settings); // once is enough
    QVERIFY(!next.findChild<LiveGate*>());
}

QTEST_MAIN(TestReadinessWindow)
#include "tst_readinesswindow.moc"
