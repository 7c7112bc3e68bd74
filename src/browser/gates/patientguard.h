#pragma once

#include <QObject>
#include <QUrl>

namespace hekim {

class ClinicalPage;
class Gatekeeper;
class MainLoad;
class PatientFields;
class RequestGate;

/// Keeps a page with its patient where no navigation tells (rule P1): a form that is sent, a document that
/// comes with another patient's form, an address that a script changes. What has turned to another patient
/// leaves the screen, even with work in it: a form under the wrong name is worse than one to fill in again.
class PatientGuard : public QObject
{
    Q_OBJECT

public:
    PatientGuard(ClinicalPage& page, Gatekeeper& gatekeeper, const PatientFields& fields,
                 RequestGate& requests, MainLoad& load);

private:
    void hear(const QString& consoleMessage);
    void abandon(const QUrl& url);

    Gatekeeper& m_gatekeeper;
    const PatientFields& m_fields;
    RequestGate& m_requests;
    MainLoad& m_load;
};

} // namespace hekim
