#include "browser/gates/patientguard.h"

#include "browser/gates/gatekeeper.h"
#include "browser/gates/patientfields.h"
#include "browser/gates/requestgate.h"
#include "browser/page/clinicalpage.h"
#include "browser/page/loadfailure.h"
#include "browser/page/mainload.h"

namespace hekim {

using namespace Qt::StringLiterals;

PatientGuard::PatientGuard(ClinicalPage& page, Gatekeeper& gatekeeper, const PatientFields& fields,
                           RequestGate& requests, MainLoad& load)
    : m_gatekeeper(gatekeeper), m_fields(fields), m_requests(requests), m_load(load)
{
    connect(&page, &ClinicalPage::consoleWritten, this, &PatientGuard::hear);
    // history.pushState() asks no gate. The content may be the other patient's already.
    connect(&page, &QWebEnginePage::urlChanged, this, [this](const QUrl& url) {
        if (!m_gatekeeper.admitsAddress(url))
            abandon(url);
    });
}

void PatientGuard::hear(const QString& consoleMessage)
{
    const auto told = m_fields.read(consoleMessage);
    if (!told)
        return;
    const bool another = m_gatekeeper.rules().namesAnother(told->patientIds, told->origin);
    if (!told->form.isEmpty()) {
        m_requests.forms().tell(told->form, another);
    } else if (another) {
        m_gatekeeper.tell(Gatekeeper::Notice::OtherPatientRefused, told->origin);
        abandon(told->origin);
    }
}

void PatientGuard::abandon(const QUrl& url)
{
    m_load.abandon(pageError(ErrorKind::BadReply, url, Step::PatientTurned));
}

} // namespace hekim
