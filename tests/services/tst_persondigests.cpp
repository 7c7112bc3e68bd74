#include "services/answer.h"

#include "services/secrets/keychain.h"
#include "services/secrets/persondigests.h"
#include "support/keyring.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

constexpr auto environment = EnvironmentName::Custom;
const QString institution = u"123/456 Ş"_s;

IdentityNumber person(const QString& digits = u"10000000146"_s)
{
    return IdentityNumber::parse(digits, u"patient"_s).value();
}

Result<PersonDigest> digest(Keychain& keychain, const QString& code = institution,
                            EnvironmentName where = environment)
{
    PersonDigests digests(keychain);
    QObject context;
    Answer<PersonDigest> answer;
    digests.digestFor(where, code, &context, answer.take());
    return answer.wait();
}

Result<PersonDigest> existing(Keychain& keychain)
{
    PersonDigests digests(keychain);
    QObject context;
    Answer<PersonDigest> answer;
    digests.existingDigestFor(environment, institution, &context, answer.take());
    return answer.wait();
}

Result<Keychain::Entry> entryOf(Keychain& keychain)
{
    QObject context;
    Answer<Keychain::Entry> answer;
    keychain.read(personKeyEntry(environment, institution), &context, answer.take());
    return answer.wait();
}

void store(Keychain& keychain, const QByteArray& entry)
{
    QObject context;
    Answer<void> answer;
    keychain.write(personKeyEntry(environment, institution), entry, &context, answer.take());
    QVERIFY(answer.wait());
}

} // namespace

/// Run twice: under a keyring of its own (with-keyring.sh), and without any bus.
class PersonDigestsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { leaveOthersKeyringsAlone(); }

    // The value stands in files that must be readable in ten years: computed by
    // printf 'audit:10000000146' | openssl dgst -sha256 -mac HMAC -macopt hexkey:6b6b…6b
    void theDigestStaysTheSame()
    {
        const PersonDigest digest(QByteArray(PersonDigest::keyBytes, 'k'));
        QCOMPARE(digest.of(person(), DigestPurpose::Audit),
                 u"20c9a13555ce22a58e5fe85465b638084032f2b7d963c795bdb90512cd730b8d"_s);
    }

    void S1_aDigestTellsNothingOfTheNumber()
    {
        const PersonDigest digest(QByteArray(PersonDigest::keyBytes, 'k'));
        const PersonDigest otherKey(QByteArray(PersonDigest::keyBytes, 'l'));
        QStringList all;
        for (const auto purpose : {DigestPurpose::Audit, DigestPurpose::Pin, DigestPurpose::Readiness}) {
            for (const PersonDigest& one : {digest, otherKey}) {
                for (const QString& number : {u"10000000146"_s, u"17291716060"_s})
                    all += one.of(person(number), purpose);
            }
        }
        QCOMPARE(all.removeDuplicates(), 0);
        for (const QString& text : all) {
            QCOMPARE(text.size(), 64);
            QVERIFY(!text.contains(u"10000000146"_s));
        }
    }

    void aKeyOfThisProcessIsNobodyElses()
    {
        QVERIFY(PersonDigest::forThisProcess().of(person(), DigestPurpose::Audit) !=
                PersonDigest::forThisProcess().of(person(), DigestPurpose::Audit));
    }

    void trainingAsksNoKeychain()
    {
        Keychain keychain;
        const auto first = digest(keychain, u"900001"_s, EnvironmentName::Training);
        QVERIFY(first);
        Keychain later;
        QCOMPARE(digest(later, u"900001"_s, EnvironmentName::Training)->of(person(), DigestPurpose::Audit),
                 first->of(person(), DigestPurpose::Audit));
        QVERIFY2(later.isWorking(), "it was never asked");
    }

    void theKeyIsMadeOnceAndKept()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        Keychain keychain;
        QCOMPARE(existing(keychain).error().kind, ErrorKind::NotConfigured);
        const auto first = digest(keychain);
        QVERIFY(first);
        Keychain later;
        const QString expected = first->of(person(), DigestPurpose::Audit);
        QCOMPARE(digest(later)->of(person(), DigestPurpose::Audit), expected);
        QCOMPARE(existing(later)->of(person(), DigestPurpose::Audit), expected);
        QVERIFY2(digest(later, u"654321"_s)->of(person(), DigestPurpose::Audit) != expected,
                 "another institution has another key");
        QVERIFY2(digest(later, institution, EnvironmentName::Test)->of(person(), DigestPurpose::Audit) !=
                     expected,
                 "another environment has another key");
    }

    void theSecondTakesTheFirstsKey()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        Keychain one;
        Keychain other;
        PersonDigests ofOne(one);
        PersonDigests ofOther(other);
        QObject context;
        Answer<PersonDigest> first;
        Answer<PersonDigest> second;
        ofOne.digestFor(environment, u"at once"_s, &context, first.take());
        ofOther.digestFor(environment, u"at once"_s, &context, second.take());
        const auto digests = {first.wait(), second.wait()};
        Keychain later;
        const QString stored = digest(later, u"at once"_s)->keyName();
        for (const Result<PersonDigest>& made : digests) {
            QVERIFY(made);
            QCOMPARE(made->keyName(), stored);
        }
    }

    void whatIsNoKeyIsToldAndLeft_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("words") << QByteArray("no key at all");
        QTest::newRow("short") << QByteArray(62, 'a');
        QTest::newRow("long") << QByteArray(66, 'a');
        QTest::newRow("odd letter") << QByteArray(63, 'a') + 'g';
    }
    void whatIsNoKeyIsToldAndLeft()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        QFETCH(QByteArray, entry);
        Keychain keychain;
        store(keychain, entry);
        const auto result = digest(keychain);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::BadSettings);
        QCOMPARE(entryOf(keychain).value(), Keychain::Entry(entry));
    }

    void withoutAKeychainThereIsNoDigest()
    {
        if (hasKeyring())
            QSKIP("needs a session without a bus");
        Keychain keychain(Keychain::Patience{std::chrono::seconds(5), std::chrono::milliseconds(1)}, nullptr);
        QCOMPARE(digest(keychain).error().kind, ErrorKind::KeychainUnavailable);
        QCOMPARE(existing(keychain).error().kind, ErrorKind::KeychainUnavailable);
    }
};

QTEST_GUILESS_MAIN(PersonDigestsTest)
#include "tst_persondigests.moc"
