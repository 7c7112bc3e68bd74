#pragma once

#include "audit/auditdeed.h"
#include "core/settings/settings.h"
#include "services/hes/hesbatch.h"
#include "services/hes/hesclient.h"

#include <QDate>
#include <QWidget>

#include <functional>

namespace hekim {

class HesCheckCard;
class HesResultsTable;
class HesStaffCard;
class HesVerdict;
class MessageBar;

/// The HES tab: a single check, and the institution's own staff as a batch. Everything in it is in memory and
/// goes with the doctor's session (rule P4).
class HesPage : public QWidget
{
    Q_OBJECT

public:
    HesPage(HttpClient& http, CredentialStore& credentials, const Settings& settings,
            QWidget* parent = nullptr);

    /// Fills the field; asking is the doctor's (rule S8).
    void setCode(const HesCode& code);

signals:
    void loginTaken(); ///< see HesClient

private:
    QWidget* makeResults();
    void connectStaff();
    void beginBatch();
    void endBatch(const std::optional<Error>& error);
    void askFor(HesQuery query, const HesCode& code);
    void check(HesQuery query, const HesCode& code);
    /// What failed, and what can be done about it; `again` repeats it.
    void tell(const Error& error, const std::function<void()>& again);

    CredentialStore& m_credentials;
    const Settings& m_settings;
    HesClient m_client;
    HesBatch m_batch;
    MessageBar* m_notices;
    HesCheckCard* m_single;
    HesStaffCard* m_staff;
    HesVerdict* m_verdict;
    HesResultsTable* m_table;
    QWidget* m_empty = nullptr;
    CallHandle m_call;
    AuditDeed m_checking;
    AuditDeed m_checkingStaff;
    QDate m_noticeRead; ///< the day on which the notice about visitors was last confirmed
};

} // namespace hekim
