#include "core/launchrequest.h"

#include "core/accession.h"

#include "core/redaction.h"
#include "core/strictjson.h"

#include <QJsonArray>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <cmath>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxAccessions = 32;
constexpr qsizetype maxUrlLength = 4096;

struct NamedPage
{
    LandingPage page{};
    QStringView word;
};
constexpr std::array pages{
    NamedPage{LandingPage::Create, u"create"},   NamedPage{LandingPage::Mine, u"mine"},
    NamedPage{LandingPage::History, u"history"}, NamedPage{LandingPage::Images, u"images"},
    NamedPage{LandingPage::Hes, u"hes"},
};

struct NamedSource
{
    LaunchSource source{};
    QStringView word;
};
constexpr std::array sources{
    NamedSource{LaunchSource::Options, u"options"},
    NamedSource{LaunchSource::Request, u"request"},
    NamedSource{LaunchSource::Url, u"url"},
};

Result<LandingPage> pageFromString(QStringView text)
{
    if (text.isEmpty())
        return badInput(u"page"_s, InputFault::Empty);
    for (const auto& page : pages) {
        if (page.word == text)
            return page.page;
    }
    return badInput(u"page"_s, InputFault::OutOfRange);
}

/// Hands a parsed value to its place, or the error on.
template <class Value, class Place>
Result<void> assign(Result<Value> value, Place& place)
{
    if (!value)
        return tl::make_unexpected(value.error());
    place = *std::move(value);
    return {};
}

Result<void> takeAccession(LaunchRequest& request, const QString& text)
{
    auto accession = parseAccession(text);
    if (!accession)
        return tl::make_unexpected(accession.error());
    if (!request.accessions.contains(*accession))
        request.accessions += *accession;
    if (request.accessions.size() > maxAccessions)
        return badInput(u"accession"_s, InputFault::TooLong);
    return {};
}

Result<void> takeField(LaunchRequest& request, const QString& name, const QString& text,
                       EnvironmentName environment)
{
    if (name == u"patient")
        return assign(IdentityNumber::parseFor(environment, text, name), request.patient);
    if (name == u"doctor")
        return assign(IdentityNumber::parseFor(environment, text, name), request.doctor);
    if (name == u"reason")
        return assign(reasonFromString(text), request.reason);
    if (name == u"hes")
        return assign(HesCode::parse(text, name), request.hes);
    if (name == u"page")
        return assign(pageFromString(text), request.page);
    if (name == u"accession")
        return takeAccession(request, text);
    return badInput(redacted(name.left(40)), InputFault::UnknownField);
}

Result<void> checkNeedsPatient(const LaunchRequest& request)
{
    if (request.patient)
        return {};
    if (request.reason)
        return badInput(u"reason"_s, InputFault::NeedsPatient);
    if (!request.accessions.isEmpty())
        return badInput(u"accession"_s, InputFault::NeedsPatient);
    if (request.page == LandingPage::History || request.page == LandingPage::Images)
        return badInput(u"page"_s, InputFault::NeedsPatient);
    return {};
}

/// The members of the outermost object, counted in text that QJsonDocument has found to be JSON: QJsonObject
/// keeps one of two members of the same name without a word, and Qt has no way to be told. Each member has
/// one ":" at depth 1.
qsizetype countMembers(const QByteArray& json)
{
    qsizetype members = 0;
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ':' && depth == 1) {
            ++members;
        }
    }
    return members;
}

Result<QString> reasonText(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (!value.isDouble())
        return badInput(u"reason"_s, InputFault::NotText);
    const double number = value.toDouble();
    if (number != std::floor(number) || number < 0 || number > 3)
        return badInput(u"reason"_s, InputFault::OutOfRange);
    return QString::number(static_cast<int>(number));
}

Result<void> appendAccessions(LaunchFields& fields, const QJsonArray& values)
{
    const QString field = u"accession"_s;
    if (values.isEmpty())
        return badInput(field, InputFault::Empty);
    if (values.size() > maxAccessions)
        return badInput(field, InputFault::TooLong);
    for (const auto& value : values) {
        if (!value.isString())
            return badInput(field, InputFault::NotText);
        fields.append({field, value.toString()});
    }
    return {};
}

Result<LaunchFields> fieldsOf(const QJsonObject& object)
{
    LaunchFields fields;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString name = member.key();
        const QJsonValue value = member.value();
        if (name == u"reason") {
            const auto text = reasonText(value);
            if (!text)
                return tl::make_unexpected(text.error());
            fields.append({name, *text});
        } else if (name == u"accession" && value.isArray()) {
            if (const auto taken = appendAccessions(fields, value.toArray()); !taken)
                return tl::make_unexpected(taken.error());
        } else if (value.isString()) {
            fields.append({name, value.toString()});
        } else {
            static const QStringList known{u"patient"_s, u"doctor"_s, u"accession"_s, u"hes"_s, u"page"_s};
            return known.contains(name) ? badInput(name, InputFault::NotText)
                                        : badInput(redacted(name.left(40)), InputFault::UnknownField);
        }
    }
    return fields;
}

Result<LaunchRequest> requestFromObject(const QJsonObject& object, LaunchSource source,
                                        EnvironmentName environment)
{
    return fieldsOf(object).and_then(
        [&](const LaunchFields& fields) { return launchRequestFromFields(fields, source, environment); });
}

} // namespace

LandingPage LaunchRequest::landing() const
{
    if (page)
        return *page;
    if (hes)
        return LandingPage::Hes;
    if (!accessions.isEmpty())
        return LandingPage::Images;
    return patient ? LandingPage::Create : LandingPage::Mine;
}

bool LaunchRequest::isEmpty() const
{
    return !patient && !reason && !doctor && accessions.isEmpty() && !hes && !page;
}

Result<LaunchRequest> launchRequestFromFields(const LaunchFields& fields, LaunchSource source,
                                              EnvironmentName environment)
{
    LaunchRequest request;
    request.source = source;
    QSet<QString> seen;
    for (const auto& [name, text] : fields) {
        if (seen.contains(name) && name != u"accession")
            return badInput(redacted(name.left(40)), InputFault::GivenTwice);
        seen.insert(name);
        if (const auto taken = takeField(request, name, text, environment); !taken)
            return tl::make_unexpected(taken.error());
    }
    if (const auto checked = checkNeedsPatient(request); !checked)
        return tl::make_unexpected(checked.error());
    return request;
}

Result<LaunchRequest> launchRequestFromJson(const QByteArray& document, EnvironmentName environment)
{
    const QString field = u"request"_s;
    const auto object = strictJsonObject(document, maxRequestBytes);
    if (!object)
        return badInput(field, object.error());
    if (countMembers(document) != object->size())
        return badInput(field, InputFault::GivenTwice);
    return requestFromObject(*object, LaunchSource::Request, environment);
}

Result<LaunchRequest> launchRequestFromUrl(const QString& url, EnvironmentName environment)
{
    const QString field = u"url"_s;
    if (url.size() > maxUrlLength)
        return badInput(field, InputFault::TooLong);
    // A browser hands over graphic ASCII; whatever else stands there was put in by hand.
    if (!std::all_of(url.begin(), url.end(), [](QChar c) { return c > u' ' && c <= u'~'; }))
        return badInput(field, InputFault::BadUrl);
    // Judged on the raw text: QUrl drops an empty port and user, and makes an IPv4 address of a number as
    // host.
    static const QString start = u"hekim-asistani://open"_s;
    if (!url.startsWith(start, Qt::CaseInsensitive))
        return badInput(field, InputFault::BadUrl);
    const QStringView rest = QStringView(url).sliced(start.size());
    const bool ends = rest.isEmpty() || rest == u"/" || rest.startsWith(u'?') || rest.startsWith(u"/?");
    const QUrl parsed(url, QUrl::StrictMode);
    if (!ends || rest.contains(u'#') || !parsed.isValid())
        return badInput(field, InputFault::BadUrl);
    LaunchFields fields;
    const QUrlQuery query(parsed.query(QUrl::FullyEncoded));
    for (const auto& [name, value] : query.queryItems(QUrl::FullyDecoded))
        fields.append({name, value});
    return launchRequestFromFields(fields, LaunchSource::Url, environment);
}

QJsonObject toJson(const LaunchRequest& request)
{
    QJsonObject object;
    if (request.patient)
        object.insert(u"patient"_s, request.patient->digits());
    if (request.reason)
        object.insert(u"reason"_s, static_cast<int>(*request.reason));
    if (request.doctor)
        object.insert(u"doctor"_s, request.doctor->digits());
    if (!request.accessions.isEmpty())
        object.insert(u"accession"_s, QJsonArray::fromStringList(request.accessions));
    if (request.hes)
        object.insert(u"hes"_s, request.hes->text());
    for (const auto& page : pages) {
        if (request.page == page.page)
            object.insert(u"page"_s, page.word.toString());
    }
    for (const auto& source : sources) {
        if (request.source == source.source)
            object.insert(u"source"_s, source.word.toString());
    }
    return object;
}

Result<LaunchRequest> launchRequestFromMessage(const QJsonObject& object, EnvironmentName environment)
{
    QJsonObject fields = object;
    const QJsonValue word = fields.take(u"source"_s);
    for (const auto& source : sources) {
        if (word.isString() && source.word == word.toString())
            return requestFromObject(fields, source.source, environment);
    }
    return badInput(u"source"_s, InputFault::OutOfRange);
}

} // namespace hekim
