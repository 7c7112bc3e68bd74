#pragma once

#include "training/erapor/reportbook.h"
#include "training/pages/pageaccess.h"
#include "training/pages/people.h"

namespace hekim::training {

/// "Tarafımdan Verilmiş Raporlar" (guide 000, figure 2): the doctor's own reports, to be signed or deleted.
class DoctorIndexEndpoint
{
public:
    DoctorIndexEndpoint(const PageAccess& access, SessionBook& sessions, ReportBook& reports,
                        const Pages& pages);

    [[nodiscard]] Reply show(const Request& request) const;
    [[nodiscard]] Reply sign(const Request& request) const;
    [[nodiscard]] Reply remove(const Request& request) const;

private:
    /// Reads a button's form, does it and goes back to the list with a sentence.
    [[nodiscard]] Reply act(const Request& request,
                            bool (ReportBook::*action)(const QString&, const QString&), const QString& done,
                            const QString& notDone) const;
    [[nodiscard]] Html list(const QString& doctor) const;
    [[nodiscard]] Html row(const Report& report) const;

    const PageAccess& m_access;
    SessionBook& m_sessions;
    ReportBook& m_reports;
    const Pages& m_pages;
    People m_people;
    PageTemplate m_list{QStringLiteral("doctorindex.html")};
    PageTemplate m_row{QStringLiteral("doctorindexrow.html")};
    PageTemplate m_signButton{QStringLiteral("signbutton.html")};
    PageTemplate m_empty{QStringLiteral("noreports.html")};
};

} // namespace hekim::training
