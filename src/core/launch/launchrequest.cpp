#include "core/launch/launchrequest.h"

#include "core/launch/accession.h"

#include "core/text/redaction.h"
#include "core/text/strictjson.h"

#include <QJsonArray>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>
#include <array>

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

/// What QJsonDocument does not tell of text that it has found to be JSON: how often the outermost object
/// names a member (QJsonObject keeps one of two without a word; each has one ":" at depth 1), and which
/// member holds a number that is no plain integer: 1.0e10 is the same value, and no number of a person. A
/// reason may come as 2.0, as some libraries write an integer.
struct Outline
{
    qsizetype members = 0;
    QByteArray oddNumber; ///< the member's name as written, empty without one
};

Outline outlineOf(const QByteArray& json)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    Outline outline;
    QByteArray text; // the last string, and the last member's name
    QByteArray name;
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inString) {
            inString = c != '"';
            if (c == '\\')
                text += json.at(i++);
            if (inString)
                text += json.at(i);
        } else if (c == '"') {
            inString = true;
            text.clear();
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        } else if (c == ':' && depth == 1) {
            ++outline.members;
            name = text;
        } else if (name != "reason" &&
                   (c == '.' || c == '+' || c == 'E' || (c == 'e' && isDigit(json.at(i - 1))))) {
            outline.oddNumber = name;
        }
    }
    return outline;
}

/// A member's text: a string, or an integer. Nothing where the member counts as absent: null, or no more than
/// the blanks of a padded column.
Result<std::optional<QString>> textOf(const QString& name, const QJsonValue& value)
{
    constexpr qint64 none = -1;
    if (value.isNull())
        return std::nullopt;
    if (value.isDouble() && value.toInteger(none) == none && name == u"reason")
        return badInput(name, InputFault::OutOfRange);
    if (value.isDouble() && value.toInteger(none) != none)
        return QString::number(value.toInteger());
    if (!value.isString())
        return badInput(name, InputFault::NotText);
    QString text = value.toString().trimmed();
    return text.isEmpty() ? std::optional<QString>() : std::optional(std::move(text));
}

Result<LaunchFields> fieldsOf(const QJsonObject& object)
{
    static const QStringList known{u"patient"_s,   u"reason"_s, u"doctor"_s,
                                   u"accession"_s, u"hes"_s,    u"page"_s};
    LaunchFields fields;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString name = member.key();
        if (!known.contains(name))
            return badInput(redacted(name.left(40)), InputFault::UnknownField);
        const bool isList = name == u"accession" && member.value().isArray();
        const QJsonArray values = isList ? member.value().toArray() : QJsonArray{member.value()};
        if (values.isEmpty())
            return badInput(name, InputFault::Empty);
        if (values.size() > maxAccessions)
            return badInput(name, InputFault::TooLong);
        for (const QJsonValue value : values) {
            const auto text = textOf(name, value);
            if (!text)
                return tl::make_unexpected(text.error());
            if (*text)
                fields.append({name, **text});
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
        // Columns of a fixed width come padded: blanks, tabs, line breaks, U+00A0. What stands inside stays.
        if (const auto taken = takeField(request, name, text.trimmed(), environment); !taken)
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
    const Outline outline = outlineOf(document);
    if (outline.members != object->size())
        return badInput(field, InputFault::GivenTwice);
    auto request = requestFromObject(*object, LaunchSource::Request, environment);
    if (request && !outline.oddNumber.isEmpty())
        return badInput(redacted(QString::fromUtf8(outline.oddNumber)), InputFault::NotText);
    return request;
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
