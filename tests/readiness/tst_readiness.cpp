#include "readiness/readinessfile.h"
#include "readiness/readinessjson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestReadiness : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void comesBackAsItWasSaved();
    void eachInstitutionHasAFileOfItsOwn();
    void isTheUsersAlone();
    void keepsWhatItCannotRead_data();
    void keepsWhatItCannotRead();
    void doesNotOverwriteAnotherWindowsRecord();
    void S1_noIdentityNumberIsKept_data();
    void S1_noIdentityNumberIsKept();
    void numbersOfLettersStay_data();
    void numbersOfLettersStay();
    void statesOfAStep();
    void verificationsCountWhereTheyWereSeen_data();
    void verificationsCountWhereTheyWereSeen();
    void missingChecksOfADoctor();
    void beforeLiveAsksForWhatIsNotDone();

private:
    [[nodiscard]] ReadinessFile file(const QString& institution = u"340001"_s) const
    {
        return {m_folder->filePath(u"readiness"_s), institution};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QDateTime now(QDate(2026, 11, 21), QTime(5, 10, 11, 12), QTimeZone::utc());
const QDate today = now.date();
const QString doctorKey(64, u'a');

Statement stated(QDate renewBy = {})
{
    return {Statement::Kind::Done,
            u"E-64425870-010.06.02-1234"_s,
            QDate(2026, 3, 2),
            u"İğdır Şenöz"_s,
            u"İlk satır\nikinci"_s,
            renewBy,
            now};
}

ReadinessRecord filled()
{
    ReadinessRecord record;
    record.institution = u"340001"_s;
    record.hes = HesPath::LocalAuthority;
    record.remote = RemoteService::Given;
    record.statements = {{u"001/1"_s, stated(QDate(2027, 1, 1))}, {u"003-ism/1"_s, stated()}};
    record.statements[u"001/2"_s].kind = Statement::Kind::NotNeeded;
    record.statements[u"001/2"_s].by = u"Çağla"_s;
    record.statements[u"001/2"_s].made = now;
    record.verifications = {{Proof::HesLogin, EnvironmentName::Test, now, true},
                            {Proof::EraporLogin, EnvironmentName::Live, now, false}};
    record.doctors[EnvironmentName::Live] = {
        {doctorKey, u"Dr. Gülşen Iğdır"_s, {{u"003-checks/2"_s, stated()}}}};
    record.wentLive = {{now, u"Şükrü Öz"_s, {u"001/3"_s, u"remote"_s}}};
    return record;
}

ChecklistStep stepOf(const QString& id)
{
    for (const ChecklistStep& step : hesClinicSteps() + hesLocalAuthoritySteps() + remoteServiceSteps())
        if (step.id == id)
            return step;
    return {};
}

} // namespace

void TestReadiness::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestReadiness::comesBackAsItWasSaved()
{
    ReadinessFile first = file();
    const auto empty = first.load();
    QVERIFY(empty);
    QCOMPARE(empty->institution, u"340001"_s);
    QVERIFY(first.save(filled()));
    const auto again = file().load();
    QVERIFY(again);
    QVERIFY(*again == filled());
    QFile stored(file().path());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    QVERIFY(stored.readAll().contains("İğdır Şenöz"));
}

void TestReadiness::eachInstitutionHasAFileOfItsOwn()
{
    ReadinessFile one = file();
    QVERIFY(one.load() && one.save(filled()));
    QVERIFY(file(u"340002"_s).load()->statements.isEmpty());
    // Whatever stands in the settings names no other folder.
    const QString inside = QFileInfo(file(u"../340001"_s).path()).absolutePath();
    QCOMPARE(inside, QFileInfo(one.path()).absolutePath());
    QVERIFY(!QFileInfo::exists(file(u"../340001"_s).path()));
    QVERIFY(!file(QString()).path().endsWith(u"/.json"_s));
}

void TestReadiness::isTheUsersAlone()
{
    ReadinessFile one = file();
    QVERIFY(one.load() && one.save(filled()));
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(!(QFile::permissions(one.path()) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(one.path()).absolutePath()) & others));
}

void TestReadiness::keepsWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<InputFault>("fault");
    const QByteArray good = toJson(filled());
    QTest::newRow("empty") << QByteArray() << InputFault::NotJson;
    QTest::newRow("cut") << good.first(good.size() / 2) << InputFault::NotJson;
    QTest::newRow("binary") << QByteArray::fromHex("00ff89504e47") << InputFault::NotJson;
    QTest::newRow("an array") << QByteArray("[]") << InputFault::NotJson;
    QTest::newRow("no format") << QByteArray("{}") << InputFault::NotText;
    QTest::newRow("newer") << QByteArray(good).replace("\"format\": 1", "\"format\": 2")
                           << InputFault::NotInThisVersion;
    QTest::newRow("unknown word") << QByteArray(good).replace("localAuthority", "village")
                                  << InputFault::NotText;
    QTest::newRow("no day") << QByteArray(good).replace("2026-03-02", "2026-13-02") << InputFault::NotText;
    QTest::newRow("wrong type") << QByteArray(good).replace("\"340001\"", "340001") << InputFault::NotText;
    QTest::newRow("another institution's")
        << QByteArray(good).replace("340001", "340002") << InputFault::NotText;
    QTest::newRow("oversize") << good + QByteArray(ReadinessFile::maxBytes, ' ') << InputFault::TooLarge;
}

void TestReadiness::keepsWhatItCannotRead()
{
    QFETCH(QByteArray, content);
    QFETCH(InputFault, fault);
    ReadinessFile one = file();
    QVERIFY(QDir().mkpath(QFileInfo(one.path()).absolutePath()));
    QFile stored(one.path());
    QVERIFY(stored.open(QIODevice::WriteOnly));
    stored.write(content);
    stored.close();

    const auto loaded = one.load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().kind, ErrorKind::BadSettings);
    QCOMPARE(loaded.error().fault, fault);
    QVERIFY(!one.save(filled()));
    const auto contentOf = [](const QString& path) {
        QFile read(path);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray("missing");
    };
    QCOMPARE(contentOf(one.path()), content);

    const auto aside = one.setAside();
    QVERIFY(aside);
    QCOMPARE(contentOf(*aside), content);
    QVERIFY(one.load());
    QVERIFY(one.save(filled()));
    QCOMPARE(contentOf(*aside), content);
}

void TestReadiness::doesNotOverwriteAnotherWindowsRecord()
{
    ReadinessFile one = file();
    ReadinessFile other = file();
    QVERIFY(one.load() && other.load());
    QVERIFY(one.save(filled()));
    const auto refused = other.save(ReadinessRecord());
    QVERIFY(!refused);
    QCOMPARE(refused.error().fault, InputFault::GivenTwice);
    QVERIFY(*file().load() == filled());
}

void TestReadiness::S1_noIdentityNumberIsKept_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("plain") << u"10000000146"_s;
    QTest::newRow("in words") << u"Dr. Şen (10000000146)"_s;
    QTest::newRow("grouped") << u"100 000 001 46"_s;
    QTest::newRow("by dots") << u"100.000.001.46"_s;
    QTest::newRow("by signs") << u"100-000-001-46"_s;
    QTest::newRow("in lines") << u"bir\n10000000146\niki"_s;
    QTest::newRow("other digits") << u"١٠٠٠٠٠٠٠١٤٦"_s;
    QTest::newRow("twice") << u"10000000146 ve 17291716060"_s;
    QTest::newRow("foreigner") << u"99 123 456 788"_s;
    QTest::newRow("Ministry's test doctor") << u"11111111111"_s;
}

void TestReadiness::S1_noIdentityNumberIsKept()
{
    QFETCH(QString, typed);
    QString left;
    for (const QChar c : withoutIdentityNumbers(typed))
        if (c.isDigit())
            left.append(QString::number(c.digitValue()));
    for (const QString& number : {u"10000000146"_s, u"17291716060"_s, u"99123456788"_s, u"11111111111"_s})
        QVERIFY2(!left.contains(number), qPrintable(left));
    QVERIFY(left.size() < 13);
}

void TestReadiness::numbersOfLettersStay_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("letter") << u"E-64425870-010.06.02-1234"_s;
    QTest::newRow("short") << u"2026/123"_s;
    QTest::newRow("permit") << u"USH-34-000123"_s;
    QTest::newRow("twelve digits") << u"100000001461"_s;
}

void TestReadiness::numbersOfLettersStay()
{
    QFETCH(QString, typed);
    QCOMPARE(withoutIdentityNumbers(u"  "_s + typed + u" "_s), typed);
}

void TestReadiness::statesOfAStep()
{
    ReadinessRecord record;
    const ChecklistStep letter = stepOf(u"004-2/1"_s);
    const auto state = [&](QDate day = today) { return record.stateOf(letter, EnvironmentName::Live, day); };
    QCOMPARE(state(), ReadinessState::Open);
    record.statements[letter.id] = stated();
    QCOMPARE(state(), ReadinessState::Stated);
    record.statements[letter.id] = stated(today);
    QCOMPARE(state(), ReadinessState::Stated); // good on its last day
    QCOMPARE(state(today.addDays(1)), ReadinessState::RunOut);
    record.statements[letter.id].kind = Statement::Kind::NotNeeded;
    QCOMPARE(state(today.addDays(1)), ReadinessState::NotNeeded);
    QVERIFY(!isSettled(ReadinessState::RunOut) && !isSettled(ReadinessState::Open) &&
            !isSettled(ReadinessState::Refused));
    QVERIFY(isSettled(ReadinessState::Stated) && isSettled(ReadinessState::Verified) &&
            isSettled(ReadinessState::NotNeeded));

    // What the program saw goes before what a person says.
    const ChecklistStep login = stepOf(u"004-2/4"_s);
    record.statements[login.id] = stated();
    record.note({Proof::HesLogin, EnvironmentName::Live, now, false});
    QCOMPARE(record.stateOf(login, EnvironmentName::Live, today), ReadinessState::Refused);
    record.note({Proof::HesLogin, EnvironmentName::Live, now.addSecs(1), true});
    QCOMPARE(record.stateOf(login, EnvironmentName::Live, today), ReadinessState::Verified);
    QCOMPARE(record.verifications.size(), 1);
}

void TestReadiness::verificationsCountWhereTheyWereSeen_data()
{
    using enum EnvironmentName;
    QTest::addColumn<QString>("step");
    QTest::addColumn<EnvironmentName>("seenIn");
    QTest::addColumn<EnvironmentName>("askedIn");
    QTest::addColumn<bool>("counts");
    QTest::newRow("test step, test") << u"001/5"_s << Test << Live << true;
    QTest::newRow("test step, live") << u"001/5"_s << Live << Live << false;
    QTest::newRow("live step, live") << u"001/6"_s << Live << Test << true;
    QTest::newRow("live step, test") << u"001/6"_s << Test << Live << false;
    QTest::newRow("live step, custom") << u"001/6"_s << Custom << Live << false;
    QTest::newRow("live step, training") << u"001/6"_s << Training << Live << false;
    QTest::newRow("live step, within training") << u"001/6"_s << Training << Training << true;
    QTest::newRow("any, test") << u"004-2/4"_s << Test << Live << true;
    QTest::newRow("another proof") << u"003-sbsgm/6"_s << Test << Live << false;
    QTest::newRow("a statement's step") << u"001/1"_s << Live << Live << false;
}

void TestReadiness::verificationsCountWhereTheyWereSeen()
{
    QFETCH(QString, step);
    QFETCH(EnvironmentName, seenIn);
    QFETCH(EnvironmentName, askedIn);
    QFETCH(bool, counts);
    ReadinessRecord record;
    record.note({Proof::HesLogin, seenIn, now, true});
    QCOMPARE(record.verificationOf(stepOf(step), askedIn).has_value(), counts);
}

void TestReadiness::missingChecksOfADoctor()
{
    ReadinessRecord record;
    const auto missing = [&](const QString& key, EnvironmentName environment = EnvironmentName::Live) {
        return missingChecks(record, environment, key, today).size();
    };
    QCOMPARE(missing(doctorKey), 0); // not asked for where no remote service is given
    record.remote = RemoteService::Given;
    QCOMPARE(missing(doctorKey), 3);
    record.statements[u"003-checks/1"_s] = stated();
    record.doctors[EnvironmentName::Live] = {
        {doctorKey, u"Dr. A"_s, {{u"003-checks/2"_s, stated()}, {u"003-checks/3"_s, stated(today)}}}};
    QCOMPARE(missing(doctorKey), 0);
    QCOMPARE(missing(QString(64, u'b')), 2);
    QCOMPARE(missing(doctorKey, EnvironmentName::Test), 2);
    record.doctors[EnvironmentName::Live][0].statements[u"003-checks/3"_s].renewBy = today.addDays(-1);
    QCOMPARE(missing(doctorKey), 1);
}

void TestReadiness::beforeLiveAsksForWhatIsNotDone()
{
    ReadinessRecord record;
    QCOMPARE(beforeLive(record, true, today).ids(), (QStringList{u"hes"_s, u"remote"_s}));
    QCOMPARE(beforeLive(record, false, today).ids(), QStringList{u"remote"_s});
    record.remote = RemoteService::NotGiven;
    record.hes = HesPath::NotUsed;
    QVERIFY(beforeLive(record, true, today).isEmpty());
    record.hes = HesPath::LocalAuthority;
    // The official completion comes after the credentials of the live environment.
    QCOMPARE(beforeLive(record, true, today).ids().join(u' '), u"001/1 001/2 001/3 001/4 001/5 001/6"_s);
    record.statements[u"001/1"_s] = stated();
    record.statements[u"001/2"_s] = stated(today.addDays(-1));
    record.note({Proof::HesLogin, EnvironmentName::Test, now, true});
    QCOMPARE(beforeLive(record, true, today).ids().join(u' '), u"001/2 001/3 001/4 001/6"_s);
    record.remote = RemoteService::Given;
    QCOMPARE(beforeLive(record, false, today).ids().first(), u"003-checks/1"_s);
    QVERIFY(!beforeLive(record, false, today).ids().contains(u"003-checks/2"_s));
}

QTEST_GUILESS_MAIN(TestReadiness)
#include "tst_readiness.moc"
