#include "training/ministry.h"

#include "core/settings/training.h"
#include "training/http/addresses.h"
#include "training/services.h"

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

Html rowsOf(const QList<Person>& people)
{
    Html rows;
    for (const auto& person : people) {
        rows += filled(u"personrow.html"_s,
                       {{u"number"_s, person.number}, {u"name"_s, person.name}, {u"title"_s, person.title}});
    }
    return rows;
}

/// "/": what this is, for those who open the address in a browser.
Reply welcome(const Request&)
{
    return page(200, {u"Eğitim bakanlığı"_s},
                filled(u"welcome.html"_s, {{u"institution"_s, QStringView(institutionName).toString()},
                                           {u"code"_s, QStringView(institutionCode).toString()},
                                           {u"password"_s, QStringView(ussPassword).toString()},
                                           {u"application"_s, QStringView(applicationCode).toString()},
                                           {u"doctors"_s, rowsOf(doctors())},
                                           {u"patients"_s, rowsOf(patients())}}));
}

/// /training/misbehave: tells the running ministry what to do wrong; without parameters says what it is
/// doing.
Reply misbehave(const Request& request, Misbehaviour& misbehaviour)
{
    if (!request.query.isEmpty() && !request.body.isEmpty())
        return jsonRefusal(400, u"Parameters belong in the address or in the body, not in both."_s);
    const auto& encoded = request.query.isEmpty() ? request.body : request.query;
    const auto given =
        Parameters::read(encoded, {u"what"_s, u"where"_s, u"times"_s}, Parameters::Names::Exact);
    if (!given)
        return jsonRefusal(400, given.error());
    if (!encoded.isEmpty()) {
        const auto order =
            Misbehaviour::parse(given->value(u"what"_s), given->value(u"where"_s), given->value(u"times"_s));
        if (!order)
            return jsonRefusal(400, order.error());
        misbehaviour.set(*order);
    }
    const auto now = misbehaviour.current();
    return json(
        200, {{u"what"_s, toString(now.what)}, {u"where"_s, toString(now.where)}, {u"times"_s, now.times}});
}

} // namespace

Ministry::Ministry(const Clock& clock, int tokenLifetimeSeconds)
    : m_tokens(clock, tokenLifetimeSeconds)
    , m_sessions(clock, tokenLifetimeSeconds)
    , m_reports(clock)
    , m_images(clock, tokenLifetimeSeconds)
{
    writePastReports(m_reports, clock());
    addErapor(m_router, m_tokens, m_reports);
    addReportForm(m_router, m_access, m_reports);
    addReportList(m_router, m_access, m_reports);
    addTryout(m_router, m_access);
    addRadiology(m_router, m_images);
    addHes(m_router, clock);
    m_router.add(address::welcome, "GET", {}, welcome);
    for (const auto* method : {"GET", "POST"})
        m_router.add(address::misbehave, method, {},
                     [this](const Request& request) { return misbehave(request, m_misbehaviour); });
    m_router.addFiles(address::content, {u"erapor.css"_s, u"erapor.js"_s, u"tryout.js"_s, u"icon.svg"_s});
}

} // namespace hekim::training
