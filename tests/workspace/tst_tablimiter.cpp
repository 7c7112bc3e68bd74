#include "core/identity/identitynumber.h"
#include "platform/process/openfiles.h"
#include "widgets/messagebar.h"
#include "workspace/tabs/tablimiter.h"

#include <QPushButton>
#include <QTest>

#include <memory>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace std::chrono_literals;

namespace {

const IdentityNumber first = *IdentityNumber::parse(u"10000000146"_s, u"patient"_s);
const IdentityNumber second = *IdentityNumber::parse(u"23456789060"_s, u"patient"_s);

/// A foreigner's number of its own.
IdentityNumber patientNumber(int number)
{
    return IdentityNumber::parse(u"99%1"_s.arg(number, 9, 10, QChar(u'0')), u"patient"_s).value();
}

} // namespace

/// What becomes of launches for which there is no room.
class TabLimiterTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<MessageBar> m_bar;
    QStringList m_opened;

    bool admits(TabLimiter& room, const IdentityNumber& patient)
    {
        return room.admits(patient, [this, patient] { m_opened += patient.masked(); });
    }

    [[nodiscard]] QString said() const { return m_bar->accessibleDescription(); }

    void openNow()
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // buttons of former messages
        QCoreApplication::processEvents(); // the layout shows the present one
        for (QPushButton* button : m_bar->findChildren<QPushButton*>()) {
            if (!button->isHidden() && button->text() == u"Open now")
                button->click();
        }
    }

private slots:
    void initTestCase()
    {
#ifdef Q_OS_LINUX
        // As few files as are open, and some for the test.
        constexpr rlim_t some = 40;
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
        limit.rlim_cur = static_cast<rlim_t>(OpenFiles::count()->used) + some;
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
#else
        QSKIP("open files are limited on Linux only");
#endif
    }

    void cleanup()
    {
        m_bar.reset();
    }

    void init()
    {
        m_bar = std::make_unique<MessageBar>();
        m_opened.clear();
    }

    void W1_aLaunchThatWaitedTooLongIsTold()
    {
        TabLimiter room(*m_bar, 0ms);
        QVERIFY(!admits(room, first));
        QVERIFY2(said().contains(first.masked()), qPrintable(said()));
        openNow();
        QCOMPARE(m_opened, QStringList());
        QVERIFY2(said().contains(first.masked()) && said().contains(u"5 minutes"), qPrintable(said()));
        QVERIFY2(!said().contains(u"Open now"), "there is nothing to open any more");
    }

    void W1_aLaunchThatWaitedTooLongIsToldWithTheNext()
    {
        TabLimiter room(*m_bar, 0ms);
        QVERIFY(!admits(room, first));
        QVERIFY(!admits(room, second));
        for (const IdentityNumber& patient : {first, second})
            QVERIFY2(said().contains(patient.masked()), qPrintable(said()));
        QVERIFY2(said().contains(u"5 minutes"), qPrintable(said()));
        QVERIFY(!admits(room, patientNumber(1)));
        QVERIFY2(said().contains(first.masked()), "it is told as long as the message stands");
        m_bar->dismiss();
        QVERIFY(!admits(room, second));
        QVERIFY2(!said().contains(first.masked()), "and not again after that");
    }

    void W1_aLaunchThatOthersPushedOutIsTold()
    {
        constexpr int most = 64;
        TabLimiter room(*m_bar);
        QVERIFY(!admits(room, first));
        for (int number = 0; number < most; ++number)
            QVERIFY(!admits(room, patientNumber(number)));
        QVERIFY2(said().contains(first.masked()) && said().contains(u"too many"), qPrintable(said()));
        openNow();
        QCOMPARE(m_opened.size(), most);
    }

    void whatWaitsOpensWhenItIsAskedFor()
    {
        TabLimiter room(*m_bar);
        QVERIFY(!admits(room, first));
        QVERIFY(!admits(room, second));
        openNow();
        QCOMPARE(m_opened, (QStringList{first.masked(), second.masked()}));
        QCOMPARE(said(), QString());
    }
};

QTEST_MAIN(TabLimiterTest)
#include "tst_tablimiter.moc"
