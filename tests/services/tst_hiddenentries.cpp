// A keyring that hides what it holds while it is locked (KeePassXC), or does not say whether it is: what is
// not seen then is not written anew.

#include "services/answer.h"
#include "services/testsettings.h"
#include "support/hidingkeyring.h"

#include "services/secrets/keychain.h"
#include "services/secrets/persondigests.h"
#include "services/secrets/provisioning.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

namespace {

constexpr auto environment = EnvironmentName::Custom;
const QString institution = u"123456"_s;
const QByteArray former(PersonDigest::keyBytes, 'k');
const Keychain::Patience shortPatience{2000ms, 50ms, 50ms};

} // namespace

/// On a session bus of its own.
class HiddenEntriesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_keyring = std::make_unique<HidingKeyring>();
        m_keychain = std::make_unique<Keychain>(shortPatience, nullptr);
        m_persons = std::make_unique<PersonDigests>(*m_keychain);
        Answer<void> written;
        m_keychain->write(personKeyEntry(environment, institution), encodePersonKey(former), this,
                          written.take());
        QVERIFY(written.wait());
        m_writes = m_keyring->writes();
    }
    void cleanup()
    {
        m_keychain.reset();
        m_keyring.reset();
    }

    void T1_aLockedKeyringsKeyIsTheOneThatItHolds()
    {
        m_keyring->setLocked(true);
        const auto digest = ask();
        QVERIFY(digest);
        QCOMPARE(digest->keyName(), PersonDigest(former).keyName());
        QCOMPARE(m_keyring->questions(), 1);
        QCOMPARE(m_keyring->writes(), m_writes);
    }

    void T1_aKeyringThatStaysLockedGetsNoNewKey()
    {
        m_keyring->setLocked(true);
        m_keyring->set(HidingKeyring::User::Closes);
        QCOMPARE(refusal(), ErrorKind::KeychainLocked);
        QCOMPARE(m_keyring->writes(), m_writes);
        QCOMPARE(m_keyring->questions(), 1);
        QCOMPARE(refusal(), ErrorKind::KeychainLocked);
        QCOMPARE(m_keyring->questions(), 1);
        m_keychain->askAgain();
        m_keyring->set(HidingKeyring::User::Unlocks);
        QVERIFY(ask());
        QCOMPARE(stored(), encodePersonKey(former));
    }

    // One that is closed counts for all who wait.
    void severalWhoWaitAskOnce()
    {
        m_keyring->setLocked(true);
        m_keyring->set(HidingKeyring::User::Closes);
        std::array<Answer<Keychain::Entry>, 3> answers;
        for (Answer<Keychain::Entry>& answer : answers)
            m_keychain->read(u"hekim-asistani/custom/nothing"_s, this, answer.take());
        for (Answer<Keychain::Entry>& answer : answers)
            QCOMPARE(answer.kind(), ErrorKind::KeychainLocked);
        QCOMPARE(m_keyring->questions(), 1);
        QVERIFY(!m_keychain->isWaiting());
    }

    void T1_whatTheKeyringDoesNotSayIsNoAbsence_data()
    {
        QTest::addColumn<HidingKeyring::Manner>("manner");
        QTest::newRow("silent") << HidingKeyring::Manner::IsSilent;
        QTest::newRow("refuses") << HidingKeyring::Manner::Refuses;
    }
    void T1_whatTheKeyringDoesNotSayIsNoAbsence()
    {
        QFETCH(const HidingKeyring::Manner, manner);
        m_keyring->setLocked(true);
        m_keyring->set(manner);
        QCOMPARE(refusal(), ErrorKind::KeychainUnavailable);
        QCOMPARE(m_keyring->writes(), m_writes);
        m_keyring->set(HidingKeyring::Manner::Answers);
        QVERIFY(ask());
        QCOMPARE(stored(), encodePersonKey(former));
    }

    void T1_aKeyringThatIsUnlockedMeanwhileIsReadAnew()
    {
        m_keyring->setLocked(true);
        m_keyring->unlockAfterSearch();
        const auto digest = ask();
        QVERIFY(digest);
        QCOMPARE(digest->keyName(), PersonDigest(former).keyName());
        QCOMPARE(m_keyring->writes(), m_writes);
    }

    // What a provisioning that fails puts back is what stood there, not what was seen of it at first.
    void T1_aProvisioningThatFailsLeavesTheKey()
    {
        m_keyring->setLocked(true);
        const TestSettings files;
        SettingsPlaces places = files.places();
        places.user.path = u"/proc/hekim-asistani/settings.ini"_s; // no folder can be made there
        const auto data = ProvisioningData::fromJson(
            R"({"environment":"custom","settings":{"institution/code":"123456"},"secrets":{"personKey":")" +
            QByteArray(64, 'a') + R"("}})");
        QVERIFY(data);
        Provisioner provisioner(*m_keychain, places);
        Answer<void> answer;
        provisioner.apply(*data, this, answer.take());
        QCOMPARE(answer.kind(), ErrorKind::BadSettings);
        QVERIFY(m_keyring->writes() > m_writes);
        QCOMPARE(stored(), encodePersonKey(former));
    }

    // Two that found none at the same moment: the second must not write over what the first seals with.
    void T1_aSecondWindowTakesTheFirstsKey_data()
    {
        QTest::addColumn<int>("late");
        QTest::newRow("it finds none while the first writes") << 2;
        QTest::newRow("again, when it is about to write itself") << 4;
    }
    void T1_aSecondWindowTakesTheFirstsKey()
    {
        QFETCH(const int, late);
        constexpr Keychain::Patience withoutPolls{2000ms, 50ms, 60'000ms};
        Keychain oneKeychain(withoutPolls, nullptr);
        Keychain otherKeychain(withoutPolls, nullptr);
        PersonDigests ones(oneKeychain);
        PersonDigests others(otherKeychain);
        m_keyring->delayLook(late);
        Answer<PersonDigest> first;
        Answer<PersonDigest> second;
        ones.digestFor(environment, u"new"_s, this, first.take());
        others.digestFor(environment, u"new"_s, this, second.take());
        const auto made = first.wait();
        const auto taken = second.wait();
        QVERIFY(made && taken);
        QCOMPARE(taken->keyName(), made->keyName());
        QCOMPARE(m_keyring->writes(), m_writes + 1);
    }

    void whatIsNotInAnOpenKeyringIsAbsent()
    {
        Answer<Keychain::Entry> answer;
        m_keychain->read(u"hekim-asistani/custom/nothing"_s, this, answer.take());
        QCOMPARE(answer.wait().value(), Keychain::Entry());
        m_keyring->setLocked(true);
        m_keyring->setHasPlace(false); // nothing can be kept in it
        Answer<Keychain::Entry> again;
        m_keychain->read(u"hekim-asistani/custom/nothing"_s, this, again.take());
        QCOMPARE(again.wait().value(), Keychain::Entry());
        QCOMPARE(m_keyring->questions(), 0);
    }

private:
    Result<PersonDigest> ask()
    {
        Answer<PersonDigest> answer;
        m_persons->digestFor(environment, institution, this, answer.take());
        return answer.wait();
    }

    ErrorKind refusal()
    {
        const auto digest = ask();
        return digest ? ErrorKind::Cancelled : digest.error().kind;
    }

    QByteArray stored()
    {
        Answer<Keychain::Entry> answer;
        m_keychain->read(personKeyEntry(environment, institution), this, answer.take());
        return answer.wait().value_or(Keychain::Entry()).value_or(QByteArray());
    }

    std::unique_ptr<HidingKeyring> m_keyring;
    int m_writes = 0;
    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<PersonDigests> m_persons;
};

QTEST_GUILESS_MAIN(HiddenEntriesTest)
#include "tst_hiddenentries.moc"
