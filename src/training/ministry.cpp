#include "training/ministry.h"

#include "training/erapor/pastreports.h"
#include "training/http/addresses.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

Router::Handler file(const QString& name, const QByteArray& type)
{
    return [type, bytes = resource(name)](const Request&) { return Reply{200, type, bytes, {}}; };
}

} // namespace

Ministry::Ministry(const Clock& clock, int tokenLifetimeSeconds)
    : m_tokens(clock, tokenLifetimeSeconds)
    , m_sessions(clock, tokenLifetimeSeconds)
    , m_reports(clock)
    , m_images(clock, tokenLifetimeSeconds)
    , m_hes(clock)
{
    writePastReports(m_reports, clock());
    layOut();
}

void Ministry::layOut()
{
    using namespace address;
    const auto add = [this](QStringView path, const QByteArray& method, std::optional<Area> area,
                            Router::Handler handler) {
        m_router.add(path.toString(), method, area, std::move(handler));
    };

    add(token, "POST", Area::Token, [this](const Request& r) { return m_tokenEndpoint.answer(r); });
    add(pastReports, "GET", Area::Api, [this](const Request& r) { return m_pastReports.answer(r); });

    add(createReport, "GET", Area::Pages, [this](const Request& r) { return m_createReport.show(r); });
    add(createReport, "POST", Area::Pages, [this](const Request& r) { return m_createReport.save(r); });
    add(choosePatient, "POST", Area::Pages,
        [this](const Request& r) { return m_createReport.choosePatient(r); });
    add(savedReport, "GET", Area::Pages, [this](const Request& r) { return m_createReport.showSaved(r); });
    add(doctorIndex, "GET", Area::Pages, [this](const Request& r) { return m_doctorIndex.show(r); });
    add(signReport, "POST", Area::Pages, [this](const Request& r) { return m_doctorIndex.sign(r); });
    add(deleteReport, "POST", Area::Pages, [this](const Request& r) { return m_doctorIndex.remove(r); });
    add(reportPdf, "GET", Area::Pages, [this](const Request& r) { return m_reportPdf.answer(r); });

    layOutHes();
    m_tryout.layOut(m_router);

    add(ognToken, "POST", Area::Ogn, [this](const Request& r) { return m_ogn.answer(r); });
    add(postOtac, "POST", Area::Teletip, [this](const Request& r) { return m_postOtac.answer(r); });
    m_router.takeJson(postOtac.toString());
    add(viewer, "GET", Area::Viewer, [](const Request&) { return ViewerEndpoint::page(); });
    add(viewerStudy, "POST", Area::Viewer, [this](const Request& r) { return m_viewer.study(r); });
    for (const auto& name : {u"viewer.js"_s, u"phantom.js"_s})
        m_router.add(viewer.toString() + name, "GET", {}, file(name, "text/javascript; charset=utf-8"));
    m_router.add(viewer.toString() + u"viewer.css"_s, "GET", {},
                 file(u"viewer.css"_s, "text/css; charset=utf-8"));

    add(welcome, "GET", {}, [this](const Request& r) { return m_welcome.answer(r); });
    add(misbehave, "GET", {}, [this](const Request& r) { return m_misbehave.answer(r); });
    add(misbehave, "POST", {}, [this](const Request& r) { return m_misbehave.answer(r); });
    const auto contents = content.toString();
    m_router.add(contents + u"erapor.css"_s, "GET", {}, file(u"erapor.css"_s, "text/css; charset=utf-8"));
    m_router.add(contents + u"erapor.js"_s, "GET", {},
                 file(u"erapor.js"_s, "text/javascript; charset=utf-8"));
    m_router.add(contents + u"tryout.js"_s, "GET", {},
                 file(u"tryout.js"_s, "text/javascript; charset=utf-8"));
    m_router.add(contents + u"icon.svg"_s, "GET", {}, file(u"icon.svg"_s, "image/svg+xml"));
}

void Ministry::layOutHes()
{
    const auto add = [this](QStringView path, Reply (HesEndpoint::*answer)(const Request&) const) {
        m_router.add(path.toString(), "POST", Area::Api,
                     [this, answer](const Request& r) { return (m_hes.*answer)(r); });
        m_router.takeJson(path.toString());
    };
    add(address::hesVisitor, &HesEndpoint::visitor);
    add(address::hesEmployee, &HesEndpoint::employee);
    add(address::hesWithDetails, &HesEndpoint::withDetails);
    add(address::hesBatch, &HesEndpoint::batch);
}

} // namespace hekim::training
