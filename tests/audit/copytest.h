#pragma once

#include "audit/audittest.h"

#include "audit/auditbook.h"
#include "audit/auditcopy.h"
#include "audit/audittrail.h"
#include "audit/sentmark.h"
#include "service/trusted.h"
#include "services/keychain.h"
#include "support/syslogsink.h"

#include <QMutex>
#include <QTemporaryDir>

namespace hekim::test {

using namespace std::chrono_literals;

inline const QString host = u"127.0.0.1"_s;
inline const QString doctorNumber = u"10000000146"_s;
inline const QString patientNumber = u"17291716060"_s;

inline QMutex logMutex;
inline QStringList logLines;

inline void keepLog(QtMsgType, const QMessageLogContext&, const QString& text)
{
    const QMutexLocker lock(&logMutex);
    logLines.append(text);
}

/// What was logged about copies since it was made.
class LogWatch
{
public:
    LogWatch() : m_before(qInstallMessageHandler(keepLog)) { lines(true); }
    ~LogWatch() { qInstallMessageHandler(m_before); }
    Q_DISABLE_COPY_MOVE(LogWatch)

    static QStringList lines(bool forget = false)
    {
        const QMutexLocker lock(&logMutex);
        const QStringList all = logLines.filter(u"copy"_s);
        if (forget)
            logLines.clear();
        return all;
    }

private:
    QtMessageHandler m_before;
};

/// What the tests of the copy share: a trail in a folder of its own, and an authority that is trusted.
class CopyTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qunsetenv("DISPLAY");
    }

    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_folder = m_place->filePath(u"audit"_s);
        m_trusted = std::make_unique<Trusted>(m_authority);
        m_log = std::make_unique<LogWatch>();
    }

    void cleanup()
    {
        m_log.reset();
        m_trusted.reset();
    }

protected:
    /// A thousand of these are more than the buffers of two sockets hold.
    static QJsonObject largeEntry()
    {
        QJsonObject large = entry(u"export"_s);
        large.insert(u"detail"_s, QString(8000, u'x'));
        return large;
    }

    static IdentityNumber person(const QString& digits)
    {
        return IdentityNumber::parse(digits, u"patient"_s).value();
    }

    void write(QList<QJsonObject> entries) const
    {
        const PersonDigest key = testKey();
        AuditBook book(m_folder);
        QVERIFY(book.append(entries, &key));
    }

    /// All lines of the trail.
    [[nodiscard]] QByteArrayList lines() const
    {
        QByteArrayList all;
        for (const AuditFileName& file : auditFilesIn(m_folder))
            all += linesOf(m_folder + u'/' + file.toString());
        return all;
    }

    /// A copy of the trail to a port of this computer, with the patience of a test.
    struct Copy
    {
        Copy(const CopyTest& of, quint16 port, std::chrono::milliseconds settling = 200ms,
             const QString& name = host)
            : test(of)
            , copy(of.m_folder, {name, port},
                   {{.connecting = 3s,
                     .taking = 2s,
                     .settling = settling,
                     .firstWait = 20ms,
                     .longestWait = 100ms},
                    100ms})
        {
            copy.start();
        }
        void append(const QList<QJsonObject>& entries)
        {
            test.write(entries);
            copy.wake();
        }
        const CopyTest& test;
        AuditCopy copy;
    };

    /// A whole trail with the settings of a policy.
    struct Trail
    {
        Trail(const CopyTest& test, quint16 port) : trail(test.m_folder, settings(test, port), persons) {}

        static Settings settings(const CopyTest& test, quint16 port)
        {
            SettingsPlaces places;
            places.user.path = test.m_place->filePath(u"settings.ini"_s);
            places.policy.path = test.m_place->filePath(u"policy.conf"_s);
            places.defaults.path = test.m_place->filePath(u"defaults.conf"_s);
            setContent(places.policy.path,
                       "[environment]\nname=training\n[audit]\nkeepMonths=0\nsyslogServer=\"127.0.0.1:" +
                           QByteArray::number(port) + "\"\n");
            return Settings::load(places, {}).value();
        }

        Keychain keychain{Keychain::Patience{2000ms, 1ms}, nullptr};
        PersonDigests persons{keychain};
        AuditTrail trail;
    };

    TestAuthority m_authority;
    std::unique_ptr<QTemporaryDir> m_place;
    QString m_folder;
    std::unique_ptr<Trusted> m_trusted;
    std::unique_ptr<LogWatch> m_log;
};

} // namespace hekim::test
