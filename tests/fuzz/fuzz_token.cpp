// Whatever a service answers: a token, a list, an address or a HES result that is taken keeps its limits. The
// first byte chooses the status, all readers get the rest.
#include "services/hesreply.h"
#include "services/otacreply.h"
#include "services/pastreports.h"
#include "services/token.h"

#include <QDateTime>
#include <QUrl>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

constexpr int statuses[] = {200, 201, 204, 302, 400, 401, 403, 404, 429, 500, 503};

void checkToken(int status, const QByteArray& body, const QDateTime& now)
{
    const auto token = readTokenReply(status, body, u"token"_s, u"host"_s, now);
    if (token && (status < 200 || status > 299 || token->value.isEmpty()))
        std::abort();
}

void checkPastReports(int status, const QByteArray& body)
{
    const auto reports = readPastReports({status, body, "application/json", {}, {}}, u"host"_s);
    if (!reports)
        return;
    for (const QVariantList& row : reports->rows) {
        if (row.size() != reports->columns.size())
            std::abort();
    }
}

void checkViewer(const QByteArray& body)
{
    static const QUrl viewer(u"https://viewer.example"_s);
    const auto address = viewerAddress(body, viewer, u"images"_s, u"host"_s);
    if (address && (address->scheme() != viewer.scheme() || address->host() != viewer.host() ||
                    address->port(443) != 443 || !address->userInfo().isEmpty()))
        std::abort();
}

void checkHes(int status, const QByteArray& body)
{
    for (const bool withDetails : {false, true})
        (void)readHesReply(status, body, withDetails, u"host"_s);
    static const QList<HesCode> asked = {HesCode::parse(u"A1B2C3D4E5"_s, {}).value(),
                                         HesCode::parse(u"I1R1000020"_s, {}).value()};
    const auto results = readHesBatchReply(status, body, asked, u"host"_s);
    if (results && (results->size() != asked.size() || !results->contains(u"A1B2C3D4E5"_s)))
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size)
{
    if (size == 0)
        return 0;
    const int status = statuses[data[0] % std::size(statuses)];
    const QByteArray body(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    static const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    checkToken(status, body, now);
    checkPastReports(status, body);
    checkViewer(body);
    checkHes(status, body);
    return 0;
}
