#include "services/erapor/eraporpages.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

// A page below the base address, its query put together byte by byte: what QUrlQuery writes leaves "+" alone,
// which servers read as a blank.
QUrl page(const QUrl& base, const QByteArray& path, const QList<std::pair<QByteArray, QString>>& query)
{
    QByteArray address = base.toEncoded(QUrl::FullyEncoded | QUrl::RemoveQuery | QUrl::RemoveFragment |
                                        QUrl::StripTrailingSlash);
    address += path;
    char separator = '?';
    for (const auto& [name, value] : query) {
        address += separator + name + '=' + QUrl::toPercentEncoding(value);
        separator = '&';
    }
    return QUrl::fromEncoded(address, QUrl::StrictMode);
}

} // namespace

QUrl createReportPage(const QUrl& erapor, const Token& token, const std::optional<IdentityNumber>& patient,
                      std::optional<Reason> reason)
{
    // Guide 000 section 4: the parameters' names and their capitals as printed there.
    QList<std::pair<QByteArray, QString>> query{{"Authorization", token.value}};
    if (patient)
        query.append({"patientId", patient->digits()});
    if (reason)
        query.append({"Reason", QString::number(static_cast<int>(*reason))});
    return page(erapor, "/healthstatusweb/singledoctor/createreport", query);
}

QUrl doctorIndexPage(const QUrl& erapor, const Token& token)
{
    return page(erapor, "/healthstatusweb/singledoctor/doctorindex", {{"authorization", token.value}});
}

} // namespace hekim
