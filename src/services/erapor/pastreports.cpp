#include "services/erapor/pastreports.h"

#include "services/erapor/reportdate.h"
#include "services/http/replytext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

using Meaning = PastReports::Meaning;

/// How deep the list may lie in the objects around it.
constexpr int deepestList = 3;

struct Known
{
    Meaning meaning = Meaning::Other;
    /// Names, folded, the better one first: words are preferred to codes.
    QList<QStringView> names;
};

const std::array knownMembers{
    Known{Meaning::Number, {u"raporno", u"raporid", u"raporkodu", u"reportno", u"reportnumber", u"reportid"}},
    Known{Meaning::Reference,
          {u"raporreferansno", u"referansno", u"reportreferenceno", u"reportreferencenumber", u"referenceno",
           u"referencenumber", u"referans", u"reference"}},
    Known{Meaning::Date,
          {u"raportarihi", u"tarih", u"verilistarihi", u"duzenlemetarihi", u"duzenlenmetarihi",
           u"olusturmatarihi", u"olusturulmatarihi", u"islemtarihi", u"kayittarihi", u"baslangictarihi",
           u"reportdate", u"date", u"createddate", u"createdate"}},
    Known{Meaning::Reason,
          {u"verilisnedeniaciklama", u"verilisnedeniaciklamasi", u"verilisnedeniadi", u"nedenaciklama",
           u"nedenadi", u"reasondescription", u"reasonname", u"verilisnedeni", u"verilinedeni",
           u"raporverilisnedeni", u"raporunverilisnedeni", u"raporverilisneden", u"raporneden",
           u"raporuverilisnedeni", u"neden", u"raporamaci", u"reason"}},
    Known{Meaning::Doctor,
          {u"hekimadisoyadi", u"hekimadsoyad", u"hekimadi", u"hekimad", u"doktoradisoyadi", u"doktoradsoyad",
           u"doktoradi", u"doktorad", u"raporuverenhekim", u"raporuduzenleyenhekim", u"doctorname",
           u"physicianname", u"hekim", u"doktor", u"doctor", u"physician", u"hekimtckn", u"hekimtcno",
           u"doktortckn"}},
    Known{Meaning::Institution,
          {u"kurumadi", u"kurumad", u"tesisadi", u"tesisad", u"sagliktesisiadi", u"saglikkurumuadi",
           u"hastaneadi", u"institutionname", u"kurum", u"tesis", u"sagliktesisi", u"saglikkurumu",
           u"hastane", u"institution", u"facility", u"kurumkodu"}},
};

/// Letters and digits only, small, without Turkish marks, "numarası" as "no": services spell their members as
/// they like.
QString folded(const QString& member)
{
    QString name;
    for (const QChar c : member.normalized(QString::NormalizationForm_D)) {
        if (c == u'ı' || c == u'I')
            name += u'i';
        else if (c.isLetterOrNumber())
            name += c.toLower();
    }
    name.replace(u"numarasi"_s, u"no"_s);
    return name;
}

struct Failure
{
    QString host;
    int status = 0;

    [[nodiscard]] tl::unexpected<Error> operator()(ErrorKind kind, const QString& detail) const
    {
        return tl::make_unexpected(Error{
            .kind = kind, .step = Step::PastReports, .host = host, .httpStatus = status, .detail = detail});
    }
};

bool isList(const QJsonValue& value)
{
    const QJsonArray array = value.toArray();
    return value.isArray() &&
           std::all_of(array.begin(), array.end(), [](const QJsonValue& item) { return item.isObject(); });
}

bool isReport(const QJsonObject& object)
{
    const QStringList members = object.keys();
    return std::any_of(members.begin(), members.end(), [](const QString& member) {
        const QString name = folded(member);
        return std::any_of(knownMembers.begin(), knownMembers.begin() + 2, [&](const Known& known) {
            return std::find(known.names.begin(), known.names.end(), name) != known.names.end();
        });
    });
}

/// The list in a reply. Of several only the one that holds something can be meant; two such are no answer.
std::optional<QJsonArray> listIn(const QJsonObject& object, int depth)
{
    // A report may hold lists of its own (codes, signatures): it is the report that counts.
    if (isReport(object))
        return QJsonArray{object};
    QList<QJsonArray> full;
    QList<QJsonArray> empty;
    for (const QJsonValue member : object) {
        if (isList(member))
            (member.toArray().isEmpty() ? empty : full).append(member.toArray());
    }
    if (full.size() == 1)
        return full.constFirst();
    if (full.size() > 1)
        return std::nullopt;
    for (const QJsonValue member : object) {
        if (!member.isObject() || depth == deepestList)
            continue;
        if (auto list = listIn(member.toObject(), depth + 1); list && !list->isEmpty())
            return list;
        else if (list)
            empty.append(*list);
    }
    return empty.size() == 1 ? std::optional(empty.constFirst()) : std::nullopt;
}

/// Where a text that can be a date is one: a column of dates writes them all in one way.
ReportDateForms datesOf(const PastReports::Column& column)
{
    const QString name = folded(column.member);
    return column.meaning == Meaning::Date || name.contains(u"tarih"_s) || name.contains(u"date"_s)
               ? ReportDateForms::All
               : ReportDateForms::IsoOnly;
}

QVariant cellOf(const QJsonValue& value, const PastReports::Column& column)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return {};
    case QJsonValue::Bool:
        return value.toBool();
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger();
        return double(whole) == value.toDouble() ? QVariant(whole) : QVariant(value.toDouble());
    }
    case QJsonValue::String: {
        const QString text = value.toString();
        const QVariant date = readReportDate(text, datesOf(column));
        return date.isValid() ? date : text.isEmpty() ? QVariant() : QVariant(text);
    }
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    return {};
}

QList<PastReports::Column> columnsOf(const QJsonArray& list)
{
    struct Member
    {
        QString name;
        QString folded;
    };
    QList<Member> members; // of all reports, in the order in which they come up
    QSet<QString> seen;
    for (const QJsonValue report : list) {
        for (const QString& name : report.toObject().keys()) {
            if (!seen.contains(name)) {
                seen.insert(name);
                members.append({name, folded(name)});
            }
        }
    }

    QList<PastReports::Column> columns;
    for (const Known& known : knownMembers) {
        for (const QStringView name : known.names) {
            const auto member = std::find_if(members.begin(), members.end(),
                                             [&](const Member& m) { return m.folded == name; });
            if (member == members.end())
                continue;
            columns.append({known.meaning, member->name});
            members.erase(member);
            break;
        }
    }
    for (const Member& member : members)
        columns.append({Meaning::Other, member.name});
    return columns;
}

PastReports tableOf(const QJsonArray& list)
{
    PastReports reports;
    reports.columns = columnsOf(list);
    reports.rows.reserve(list.size());
    for (const QJsonValue report : list) {
        const QJsonObject object = report.toObject();
        QVariantList row;
        row.reserve(reports.columns.size());
        for (const PastReports::Column& column : reports.columns)
            row.append(cellOf(object.value(column.member), column));
        reports.rows.append(row);
    }
    return reports;
}

} // namespace

Result<HttpRequest> pastReportsRequest(const QUrl& erapor, const IdentityNumber& patient)
{
    if (erapor.isEmpty()) {
        return tl::make_unexpected(Error{
            .kind = ErrorKind::NotPublished, .step = Step::PastReports, .detail = u"endpoints/erapor"_s});
    }
    HttpRequest request;
    // Guide 000 section 5.3: 5 is "e-Durum Bildirir Tek Hekim".
    request.url = QUrl::fromEncoded(erapor.toEncoded(QUrl::StripTrailingSlash) +
                                        "/externalapi/api/Hbys/HastaninDurumBildirirRaporlari?hastaTCKN=" +
                                        QUrl::toPercentEncoding(patient.digits()) + "&reportType=5",
                                    QUrl::StrictMode);
    request.headers = {{"Accept", "application/json"}};
    request.step = Step::PastReports;
    return request;
}

Result<PastReports> readPastReports(const HttpReply& reply, const QString& host)
{
    const Failure failure{host, reply.status};
    const bool succeeded = reply.status >= 200 && reply.status < 300;
    const QString text = replyText(reply.body);
    const QJsonValue value = replyJson(text);
    const QString words = replyWords(value.toObject());

    if (reply.status >= 500 || reply.status == 429)
        return failure(ErrorKind::ServerFailed, words);
    if (reply.status == 403)
        return failure(ErrorKind::CredentialsRefused, words);
    if (!succeeded)
        return failure(ErrorKind::BadReply, words);
    if (reply.status == 204 && text.isEmpty())
        return PastReports{};
    if (text.isEmpty())
        return failure(ErrorKind::BadReply, u"empty reply"_s);
    if (isPage(text))
        return failure(ErrorKind::NetworkLogin, u"a web page instead of a list"_s);
    if (!value.isArray() && !value.isObject())
        return failure(ErrorKind::BadReply, u"no JSON"_s);
    if (value.isArray()) {
        if (!isList(value))
            return failure(ErrorKind::BadReply, u"a list of something other than objects"_s);
        return tableOf(value.toArray());
    }
    if (auto list = listIn(value.toObject(), 1))
        return tableOf(*list);
    return failure(ErrorKind::BadReply, words.isEmpty() ? u"no list in the reply"_s : words);
}

} // namespace hekim
