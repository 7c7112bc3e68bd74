#pragma once

#include "training/erapor/reportbook.h"
#include "training/erapor/reportform.h"
#include "training/pages/pageaccess.h"
#include "training/pages/people.h"

namespace hekim::training {

/// The report form (guide 000, figure 1): asks for a patient where none is named, shows the form, takes it.
class CreateReportEndpoint
{
public:
    CreateReportEndpoint(const PageAccess& access, ReportBook& reports, const Pages& pages);

    [[nodiscard]] Reply show(const Request& request) const;
    [[nodiscard]] Reply save(const Request& request) const;
    /// The number typed into the empty form.
    [[nodiscard]] Reply choosePatient(const Request& request) const;
    /// What is said after a save.
    [[nodiscard]] Reply showSaved(const Request& request) const;

private:
    [[nodiscard]] Reply askForPatient(const PageAccess::Visitor& visitor, int status, const QString& typed,
                                      const QString& fault, const QString& reason) const;
    [[nodiscard]] Reply formPage(const PageAccess::Visitor& visitor, int status,
                                 const IdentityNumber& patient, const ReportForm& form,
                                 const QString& key) const;
    [[nodiscard]] Html pastReports(const QString& patient) const;

    const PageAccess& m_access;
    ReportBook& m_reports;
    const Pages& m_pages;
    People m_people;
    PageTemplate m_choose{QStringLiteral("choosepatient.html")};
    PageTemplate m_form{QStringLiteral("createreport.html")};
    PageTemplate m_option{QStringLiteral("reasonoption.html")};
    PageTemplate m_past{QStringLiteral("pastreports.html")};
    PageTemplate m_pastRow{QStringLiteral("pastreportrow.html")};
    PageTemplate m_noPast{QStringLiteral("nopastreports.html")};
    PageTemplate m_fault{QStringLiteral("fault.html")};
    PageTemplate m_faults{QStringLiteral("faults.html")};
    PageTemplate m_saved{QStringLiteral("savedreport.html")};
};

} // namespace hekim::training
