// What the doctor is told of the audit trail, and how often.

#include "gui/window/auditwarning.h"
#include "widgets/uistate.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

const SettingsNotice retired{SettingsNotice::Kind::NoLongerKnown, u"audit/syslogServer"_s,
                             u"/etc/policy.conf"_s};

} // namespace

class TestAuditWarning : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aKeyThatIsNoMoreIsToldOnceForEachUser()
    {
        for (const bool first : {true, false}) {
            UiState memory(m_folder->filePath(u"window.ini"_s));
            AuditWarning warning(memory);
            warning.keyRetired(retired);
            MessageBar bar;
            warning.workShown(bar);
            QCOMPARE(bar.isVisibleTo(nullptr), first);
            QCOMPARE(bar.accessibleDescription().contains(u"/etc/policy.conf"), first);
            QCOMPARE(bar.accessibleDescription().contains(u"audit/systemLog=true"), first);
        }
    }

    // A window that was closed on its login page has told nothing.
    void itIsToldWhenADoctorWorks()
    {
        for (int start = 0; start < 2; ++start) {
            UiState memory(m_folder->filePath(u"window.ini"_s));
            AuditWarning(memory).keyRetired(retired);
        }
        UiState memory(m_folder->filePath(u"window.ini"_s));
        AuditWarning warning(memory);
        warning.keyRetired(retired);
        MessageBar bar;
        warning.workShown(bar);
        QVERIFY(bar.accessibleDescription().contains(u"audit/syslogServer"));
    }

    void bothAreTold()
    {
        UiState memory(m_folder->filePath(u"window.ini"_s));
        AuditWarning warning(memory);
        warning.keyRetired(retired);
        warning.trailFailed(badSettings(u"audit.lock"_s, InputFault::Unreadable).value());
        MessageBar bar;
        warning.workShown(bar);
        QVERIFY(bar.accessibleDescription().contains(u"audit/syslogServer"));
        QVERIFY(bar.accessibleDescription().contains(u"audit.lock"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(TestAuditWarning)
#include "tst_auditwarning.moc"
