#include "services/answer.h"

#include "services/secrets/keychain.h"
#include "support/waiting.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

namespace {

const QString key = u"hekim-asistani/live/ussPassword"_s;
constexpr Keychain::Patience shortPatience{200ms, 50ms, 50ms};

constexpr auto asksAndEnds = "HEKIM_ASKS_AND_ENDS";

/// No other window is here, whatever language it asks in.
bool isAsked()
{
    QProcess look;
    look.start(u"xdotool"_s, {u"getactivewindow"_s, u"getwindowname"_s});
    look.waitForFinished();
    return !look.readAllStandardOutput().trimmed().isEmpty();
}

/// What a person does with the system's question. It takes keys a moment after it is seen, so they are
/// pressed again until it is answered.
void press(const QStringList& keys, const std::function<bool()>& isAnswered)
{
    constexpr int tries = 10;
    for (int i = 0; i < tries; ++i) {
        QVERIFY(until([&] { return isAnswered() || isAsked(); }));
        if (isAnswered())
            return;
        QProcess::execute(u"xdotool"_s, QStringList{u"key"_s} + keys);
        if (until(isAnswered, 2s))
            return;
    }
    QFAIL("the question is not answered");
}

template <class T>
void unlock(const Answer<T>& answer)
{
    const auto password = u"ctrl+a d e s k t o p Return"_s.split(u' ');
    press(password, [&answer] { return answer.isThere(); });
}

/// As when a session is unlocked by a fingerprint, or after a long idle time.
void lockKeyring()
{
    const auto ask = [](const QString& method, const QVariant& argument) {
        QDBusMessage call =
            QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                           u"org.freedesktop.Secret.Service"_s, method);
        call.setArguments({argument});
        return QDBusConnection::sessionBus().call(call);
    };
    const QDBusReply<QDBusObjectPath> place = ask(u"ReadAlias"_s, u"default"_s);
    QVERIFY(place.isValid());
    const QDBusMessage locked = ask(u"Lock"_s, QVariant::fromValue(QList<QDBusObjectPath>{place.value()}));
    QCOMPARE(locked.type(), QDBusMessage::ReplyMessage);
}

} // namespace

/// The real keyring with its real question, on a display of its own (with-desktop.sh).
class KeyringLockTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        if (qEnvironmentVariableIsSet(asksAndEnds))
            return;
        Keychain keychain;
        Answer<void> written;
        keychain.write(key, "parola", this, written.take());
        unlock(written);
        QVERIFY(written.wait());
        lockKeyring();
    }

    void theQuestionIsWaitedForAndTheWorkGoesOn()
    {
        Keychain keychain(shortPatience, nullptr);
        QSignalSpy waiting(&keychain, &Keychain::waitingChanged);
        Answer<Keychain::Entry> answer;
        QElapsedTimer asked;
        asked.start();
        keychain.read(key, this, answer.take());
        QTRY_VERIFY(keychain.isWaiting());
        // All attempts would have been over by then.
        QTRY_VERIFY(asked.elapsed() > 10 * shortPatience.attempt.count());
        QVERIFY(!answer.isThere());
        QVERIFY(keychain.isWaiting() && keychain.isWorking());
        unlock(answer);
        const Result<Keychain::Entry> entry = answer.wait();
        QVERIFY(entry);
        QCOMPARE(*entry, QByteArray("parola"));
        QVERIFY(!keychain.isWaiting());
        QCOMPARE(waiting.count(), 2);
    }

    void aQuestionThatIsClosedIsToldAllWhoWait()
    {
        Keychain keychain(shortPatience, nullptr);
        std::array<Answer<Keychain::Entry>, 3> answers;
        for (Answer<Keychain::Entry>& answer : answers)
            keychain.read(key, this, answer.take());
        QTRY_VERIFY(keychain.isWaiting());
        press({u"Escape"_s}, [&answers] { return answers.front().isThere(); });
        for (Answer<Keychain::Entry>& answer : answers)
            QCOMPARE(answer.wait().error().kind, ErrorKind::KeychainLocked);
        QVERIFY(!keychain.isWaiting());
        QVERIFY2(keychain.isWorking(), "it is there");

        Answer<Keychain::Entry> byItself;
        keychain.read(key, this, byItself.take());
        QCOMPARE(byItself.wait().error().kind, ErrorKind::KeychainLocked);

        keychain.askAgain();
        Answer<Keychain::Entry> again;
        keychain.read(key, this, again.take());
        unlock(again);
        QVERIFY(again.wait());
    }

    void writingWaitsAsWell()
    {
        Keychain keychain(shortPatience, nullptr);
        Answer<void> written;
        keychain.write(u"hekim-asistani/live/hesPassword"_s, "yeni", this, written.take());
        QTRY_VERIFY(keychain.isWaiting());
        unlock(written);
        QVERIFY(written.wait());
        QVERIFY(!keychain.isWaiting());
    }

    // Nothing but an open keyring says that for certain.
    void whatWasNeverStoredIsAbsentOnceItIsUnlocked()
    {
        Keychain keychain(shortPatience, nullptr);
        Answer<Keychain::Entry> answer;
        keychain.read(u"hekim-asistani/live/nothing"_s, this, answer.take());
        QTRY_VERIFY(keychain.isWaiting());
        unlock(answer);
        const Result<Keychain::Entry> entry = answer.wait();
        QVERIFY(entry);
        QVERIFY(!entry->has_value());
    }

    void oneQuestionServesWhatIsThereAndWhatIsNot()
    {
        Keychain keychain(shortPatience, nullptr);
        Answer<Keychain::Entry> absent;
        Answer<Keychain::Entry> there;
        keychain.read(u"hekim-asistani/live/nothing"_s, this, absent.take());
        keychain.read(key, this, there.take());
        QTRY_VERIFY(keychain.isWaiting());
        press({u"Escape"_s}, [&absent] { return absent.isThere(); });
        QCOMPARE(absent.kind(), ErrorKind::KeychainLocked);
        QCOMPARE(there.kind(), ErrorKind::KeychainLocked);
        QVERIFY(!keychain.isWaiting());
    }

    // The keyring's question outlives it, as that of any program does.
    void theProgramEndsWhileItIsAsked()
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1StringView(asksAndEnds), u"yes"_s);
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedChannels);
        program.start(QCoreApplication::applicationFilePath(), {u"askAndEnd"_s});
        QTRY_COMPARE(program.state(), QProcess::NotRunning);
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
    }

    void askAndEnd()
    {
        if (!qEnvironmentVariableIsSet(asksAndEnds))
            QSKIP("run by theProgramEndsWhileItIsAsked");
        Keychain keychain(shortPatience, nullptr);
        Answer<Keychain::Entry> answer;
        keychain.read(u"hekim-asistani/live/nothing"_s, this, answer.take());
        QTRY_VERIFY(isAsked());
        QVERIFY(keychain.isWaiting());
    }
};

QTEST_GUILESS_MAIN(KeyringLockTest)
#include "tst_keyringlock.moc"
