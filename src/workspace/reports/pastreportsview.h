#pragma once

#include "audit/auditdeed.h"
#include "core/call/callhandle.h"
#include "core/error/error.h"
#include "core/identity/identitynumber.h"
#include "widgets/print/printdialog.h"
#include "workspace/reports/pastreportsmodel.h"

#include <QPointer>
#include <QUrl>
#include <QWidget>

#include <functional>
#include <memory>

namespace Ui {
class PastReportsView;
}

namespace hekim {

class PastReportsClient;

/// "Geçmiş raporlar": what was written for a patient before, in a table of its own. The patient never changes
/// during the view's life, and so an answer is never another patient's (rule P1).
class PastReportsView : public QWidget
{
    Q_OBJECT

public:
    /// The client outlives the view. Asks when it is shown for the first time.
    PastReportsView(const PastReportsClient& client, const QUrl& erapor, const IdentityNumber& patient,
                    QWidget* parent = nullptr);
    ~PastReportsView() override;

    /// Asks anew; what is shown stays until the answer comes.
    void load();

signals:
    void reportAsked(); ///< to the report's form

protected:
    void showEvent(QShowEvent* event) override;

private:
    void take(const Result<PastReports>& reports);
    void showTable(const PastReportsTable& table);
    void showMessage(const QString& text, const Error& error);
    void cancel();
    void filter();
    void count();
    void print();
    void printOn(const PrintWish& wish);
    void saveAsPdf();
    void makePdf(QObject* context, std::function<void(const QByteArray&)> made);
    void setBusy(bool busy);

    const PastReportsClient& m_client;
    QUrl m_erapor;
    IdentityNumber m_patient;
    std::unique_ptr<Ui::PastReportsView> m_ui;
    PastReportsModel* m_model;
    CallHandle m_call;
    AuditDeed m_reading;
    QPointer<PrintDialog> m_printing;
    bool m_wasAsked = false;
    bool m_isThere = false; ///< a list came, if only an empty one
};

} // namespace hekim
