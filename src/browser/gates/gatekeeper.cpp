#include "browser/gates/gatekeeper.h"

#include "browser/programs/allowedprograms.h"
#include "core/text/redaction.h"

namespace hekim {

using namespace Qt::StringLiterals;
using Verdict = NavigationRules::Verdict;
using Notice = Gatekeeper::Notice;

namespace {
bool isWeb(const QUrl& url)
{
    return url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
}
} // namespace

Gatekeeper::Gatekeeper(AllowedPrograms& allowed, QObject* parent)
    : QObject(parent), m_allowed(allowed), m_gestures(this), m_finder(this), m_program(this)
{
    connect(&m_finder, &ProgramFinder::missing, this,
            [this](const QString& scheme) { emit notice(Notice::ProgramMissing, scheme); });
    connect(&m_finder, &ProgramFinder::found, this,
            [this](const QUrl& url, const RegisteredProgram& program) {
                // The system takes its time to answer: the lock or another patient can be there before.
                if (!m_gestures.isInSight())
                    tell(Notice::ProgramOutOfSight, url);
                else if (m_allowed.allows(url.scheme(), program))
                    m_program.start(url);
                else
                    emit programAsked(url, program);
            });
    connect(&m_program, &ExternalProgram::missing, this,
            [this](const QString& scheme) { emit notice(Notice::ProgramMissing, scheme); });
}

void Gatekeeper::setRules(const NavigationRules& rules)
{
    m_rules = rules;
}

bool Gatekeeper::admitsNavigation(const QUrl& to, const QUrl& from, bool mainFrame)
{
    const Verdict verdict = m_rules.navigation(to, from, mainFrame, m_gestures.isRecent());
    if (verdict == Verdict::Allow)
        return true;
    act(verdict, to);
    return false;
}

bool Gatekeeper::admitsMainFrame(const QUrl& to, const QUrl& from) const
{
    return m_rules.navigation(to, from, true, false) == Verdict::Allow;
}

bool Gatekeeper::admitsInnerFrame(const QUrl& to, const QUrl& page, const QUrl& initiator) const
{
    return m_rules.navigation(to, page, false, false) == Verdict::Allow &&
           m_rules.navigation(to, initiator, false, false) == Verdict::Allow;
}

bool Gatekeeper::admitsRequest(const QUrl& to, const QUrl& page, const QUrl& initiator) const
{
    return m_rules.allowsRequest(to, page) && m_rules.allowsRequest(to, initiator);
}

bool Gatekeeper::admitsWindow(const QUrl& to, const QUrl& from, bool userInitiated)
{
    const bool recent = m_gestures.isRecent();
    const Verdict verdict = m_rules.navigation(to, from, true, userInitiated && recent);
    if (verdict != Verdict::Allow) {
        act(verdict, to);
        return false;
    }
    // The engine's word is enough to stay among admitted addresses (assistive technology presses without a
    // button), and a gesture is where the page had to wait for a reply before it could open the window.
    if (userInitiated || recent)
        return true;
    later([this, to] { emit windowBlocked(to); });
    return false;
}

bool Gatekeeper::admitsBlockedWindow(const QUrl& to, const QUrl& from) const
{
    return m_rules.navigation(to, from, true, false) == Verdict::Allow;
}

bool Gatekeeper::admitsAddress(const QUrl& address)
{
    const Verdict verdict = m_rules.navigation(address, address, true, false);
    if (verdict == Verdict::RefuseOtherPatient || verdict == Verdict::OpenPatient ||
        verdict == Verdict::OpenMine) {
        act(verdict, address);
        return verdict == Verdict::OpenPatient; // no banner names a patient there
    }
    return true;
}

void Gatekeeper::startProgram(const QUrl& url, const RegisteredProgram& program,
                              Gatekeeper::ProgramAnswer answer)
{
    if (answer == Gatekeeper::ProgramAnswer::Always)
        m_allowed.allow(url.scheme(), program);
    m_program.start(url);
}

void Gatekeeper::tell(Notice what, const QUrl& about)
{
    // A host can be made of a number too: https://10000000146.example.
    const QString subject = redacted(isWeb(about) ? about.host() : about.scheme());
    later([this, what, subject] { emit notice(what, subject); });
}

void Gatekeeper::act(Verdict verdict, const QUrl& to)
{
    switch (verdict) {
    case Verdict::Allow:
        break;
    case Verdict::Refuse:
        tell(Notice::AddressRefused, to);
        break;
    case Verdict::RefuseOtherPatient:
        tell(Notice::OtherPatientRefused, to);
        break;
    case Verdict::OpenPatient:
        later([this, to, number = NavigationRules::patientInAddress(to).value_or(QString())] {
            emit patientAsked(number, to);
        });
        break;
    case Verdict::OpenMine:
        later([this] { emit doctorIndexAsked(); });
        break;
    case Verdict::AskSystemBrowser:
        m_gestures.useUp();
        later([this, to] { emit systemBrowserAsked(to); });
        break;
    case Verdict::StartProgram:
        m_gestures.useUp();
        m_finder.find(to);
        break;
    case Verdict::ProgramNotListed:
        tell(Notice::ProgramNotListed, to);
        break;
    case Verdict::NeedsGesture:
        tell(isWeb(to) ? Notice::AddressRefused : Notice::ProgramNeedsClick, to);
        break;
    }
}

void Gatekeeper::later(std::function<void()> what)
{
    QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
}

} // namespace hekim
