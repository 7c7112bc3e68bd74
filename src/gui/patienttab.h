#pragma once

#include "core/identitynumber.h"
#include "core/reason.h"

#include <QUrl>
#include <QWidget>

#include <optional>

namespace hekim {

class DoctorSession;
class MessageBar;
class PageZoom;
class PatientBanner;
class ReportPane;
class Settings;
class WarmPages;

/// One patient: the banner that says for whom, and the report form in a profile of its own (rule P1).
class PatientTab : public QWidget
{
    Q_OBJECT

public:
    PatientTab(const Settings& settings, DoctorSession& session, WarmPages& pages, PageZoom& zoom,
               const std::optional<IdentityNumber>& patient, std::optional<Reason> reason,
               QWidget* parent = nullptr);

    void load();
    [[nodiscard]] const std::optional<IdentityNumber>& patient() const { return m_patient; }
    [[nodiscard]] QString title() const; ///< the masked number
    [[nodiscard]] bool isTouched() const;
    [[nodiscard]] int savingFiles() const;
    [[nodiscard]] MessageBar& notices();
    /// The HBYS names another reason than the form was opened with: offered, never done by itself (rule P2).
    void offerReason(Reason reason);

signals:
    void underway(); ///< see ReportPane::underway()
    void touchedChanged(bool touched);
    void patientAsked(const QString& number); ///< the empty form asks for a patient's form
    void mineAsked();

private:
    void reopenFor(Reason reason);

    QUrl m_erapor;
    std::optional<IdentityNumber> m_patient;
    std::optional<Reason> m_reason;
    PatientBanner* m_banner;
    ReportPane* m_report;
};

} // namespace hekim
