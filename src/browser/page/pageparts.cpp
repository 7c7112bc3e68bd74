#include "browser/page/pageparts.h"

#include "browser/engine/engineswitches.h"
#include "browser/engine/spelling.h"
#include "browser/gates/closedinterfaces.h"
#include "browser/gates/copiedcontent.h"
#include "browser/page/pagedialogs.h"

namespace hekim {

using namespace Qt::StringLiterals;

PageProfile::ClosedEngine::ClosedEngine()
{
    addEngineSwitches(closingSwitches());
}

PageProfile::PageProfile(Gatekeeper& gatekeeper)
    : requests(gatekeeper)
    , downloads(engine, gatekeeper)
    , patientFields(*engine.scripts())
    , opaqueFrames(*engine.scripts())
{
    closeUngatedInterfaces(*engine.scripts());
    keepAddressesOutOfCopies(*engine.scripts());
    requests.listenTo(opaqueFrames);
    engine.setUrlRequestInterceptor(&requests);
    engine.setHttpCacheType(QWebEngineProfile::MemoryHttpCache);
    engine.setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    engine.setHttpAcceptLanguage(u"tr-TR,tr;q=0.9,en-US;q=0.8,en;q=0.7"_s);
    const QString dictionary = spelling::language();
    if (!dictionary.isEmpty())
        engine.setSpellCheckLanguages({dictionary});
    engine.setSpellCheckEnabled(!dictionary.isEmpty());
}

PageParts::PageParts(const CertificateJudge& certificates_, PageDialogs& dialogs_, AllowedPrograms& programs_)
    : PageParts(certificates_, dialogs_, programs_, nullptr)
{
}

PageParts::PageParts(PageParts& owner)
    : PageParts(owner.certificates, owner.dialogs, owner.programs, &owner.profile)
{
    gatekeeper.setRules(owner.gatekeeper.rules());
    setWay(owner.way);
}

PageParts::PageParts(const CertificateJudge& certificates_, PageDialogs& dialogs_, AllowedPrograms& programs_,
                     PageProfile* shared)
    : certificates(certificates_)
    , dialogs(dialogs_)
    , programs(programs_)
    , gatekeeper(programs)
    , m_ownProfile(shared ? nullptr : std::make_unique<PageProfile>(gatekeeper))
    , profile(shared ? *shared : *m_ownProfile)
    , page(&profile.engine, gatekeeper, profile.requests, certificates, dialogs)
    , load(page, nullptr)
    , patientGuard(page, gatekeeper, profile.patientFields, profile.requests, load)
    , controls(page, gatekeeper)
    , logins(page, gatekeeper)
    , printing(page, profile.downloads, gatekeeper)
{
}

void PageParts::setWay(const PagesWay* newWay)
{
    way = newWay;
    load.setWay(way);
    logins.setWay(way);
}

PageParts::~PageParts()
{
    Q_ASSERT_X(!dialogs.isOpen(), "PageParts", "deleted while a page dialog is open");
    delete view;
}

} // namespace hekim
