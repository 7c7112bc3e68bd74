#pragma once

#include "training/http/router.h"
#include "training/pages/pageaccess.h"

namespace hekim::training {

class ReportBook;
struct ImageBooks;

// Each puts what its service answers on the router, which everything that is given has to outlive.

/// The token (guide 000, section 4) and the past reports (section 5.3).
void addErapor(Router& router, TokenBook& tokens, const ReportBook& reports);
/// The report form (guide 000, figure 1): asks for a patient where none is named, shows the form, takes it.
void addReportForm(Router& router, const PageAccess& access, ReportBook& reports);
/// "Tarafımdan Verilmiş Raporlar" (guide 000, figure 2): the doctor's own reports, to be read, signed or
/// deleted.
void addReportList(Router& router, const PageAccess& access, ReportBook& reports);
/// The page "Deneme sayfası" and everything behind its buttons: whatever a page of the Ministry may do in a
/// browser, one short section each, for physicians who want to see it and for those who test a browser.
void addTryout(Router& router, const PageAccess& access);
/// OGN, the integration API and the image viewer (guide 002).
void addRadiology(Router& router, ImageBooks& books);
/// The HES query services (guide 004, section 5): Basic authentication, application/json, exactly the members
/// that the guide has. Which codes there are is in core/settings/training.h; every other one is not found.
void addHes(Router& router, const Clock& clock);

} // namespace hekim::training
