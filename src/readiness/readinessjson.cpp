#include "readiness/readinessjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int format = 1;

template <class Value, std::size_t count>
using Words = std::array<std::pair<Value, const char16_t*>, count>;

constexpr Words<HesPath, 4> hesWords{{{HesPath::NotChosen, u"notChosen"},
                                      {HesPath::Clinic, u"clinic"},
                                      {HesPath::LocalAuthority, u"localAuthority"},
                                      {HesPath::NotUsed, u"notUsed"}}};
constexpr Words<RemoteService, 3> remoteWords{{{RemoteService::NotChosen, u"notChosen"},
                                               {RemoteService::Given, u"given"},
                                               {RemoteService::NotGiven, u"notGiven"}}};
constexpr Words<Proof, 3> proofWords{{{Proof::EraporLogin, u"eraporLogin"},
                                      {Proof::HesLogin, u"hesLogin"},
                                      {Proof::DoctorRegistry, u"doctorRegistry"}}};
constexpr Words<Statement::Kind, 2> kindWords{
    {{Statement::Kind::Done, u"done"}, {Statement::Kind::NotNeeded, u"notNeeded"}}};

template <class Value, std::size_t count>
QString wordOf(Value value, const Words<Value, count>& words)
{
    for (const auto& [candidate, word] : words)
        if (candidate == value)
            return QString::fromUtf16(word);
    return {};
}

/// Reads members and remembers whether one was not what it must be.
class Reader
{
public:
    [[nodiscard]] bool isGood() const { return m_good; }

    QJsonObject object(const QJsonValue& value)
    {
        check(value.isObject() || value.isUndefined());
        return value.toObject();
    }
    QJsonArray array(const QJsonValue& value)
    {
        check(value.isArray() || value.isUndefined());
        return value.toArray();
    }
    QString text(const QJsonValue& value)
    {
        check(value.isString() || value.isUndefined());
        return value.toString();
    }
    QDate day(const QJsonValue& value)
    {
        const QString written = text(value);
        const QDate date = QDate::fromString(written, Qt::ISODate);
        check(written.isEmpty() || date.isValid());
        return date;
    }
    QDateTime time(const QJsonValue& value)
    {
        const QDateTime time = QDateTime::fromString(text(value), Qt::ISODateWithMs);
        check(time.isValid());
        return time.toUTC();
    }
    template <class Value, std::size_t count>
    Value word(const QJsonValue& value, const Words<Value, count>& words)
    {
        const QString written = text(value);
        for (const auto& [candidate, word] : words)
            if (written == QStringView(word))
                return candidate;
        check(false);
        return words.front().first;
    }
    EnvironmentName environment(const QString& written)
    {
        const auto name = environmentFromString(written);
        check(name.has_value());
        return name.value_or(EnvironmentName::Training);
    }

private:
    void check(bool good) { m_good = m_good && good; }

    bool m_good = true;
};

QJsonObject objectOf(const QMap<QString, Statement>& statements)
{
    QJsonObject object;
    for (auto entry = statements.begin(); entry != statements.end(); ++entry) {
        QJsonObject told{{u"state"_s, wordOf(entry->kind, kindWords)},
                         {u"by"_s, entry->by},
                         {u"at"_s, entry->made.toUTC().toString(Qt::ISODateWithMs)}};
        const auto add = [&told](const QString& name, const QString& value) {
            if (!value.isEmpty())
                told.insert(name, value);
        };
        add(u"document"_s, entry->document);
        add(u"documentDate"_s, entry->documentDate.toString(Qt::ISODate));
        add(u"note"_s, entry->note);
        add(u"renewBy"_s, entry->renewBy.toString(Qt::ISODate));
        object.insert(entry.key(), told);
    }
    return object;
}

QMap<QString, Statement> statementsIn(const QJsonObject& object, Reader& read)
{
    QMap<QString, Statement> statements;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonObject told = read.object(entry.value());
        statements.insert(entry.key(),
                          {read.word(told.value(u"state"), kindWords), read.text(told.value(u"document")),
                           read.day(told.value(u"documentDate")), read.text(told.value(u"by")),
                           read.text(told.value(u"note")), read.day(told.value(u"renewBy")),
                           read.time(told.value(u"at"))});
    }
    return statements;
}

QJsonArray arrayOf(const QList<DoctorChecks>& doctors)
{
    QJsonArray array;
    for (const DoctorChecks& doctor : doctors)
        array.append(QJsonObject{
            {u"key"_s, doctor.key}, {u"name"_s, doctor.name}, {u"steps"_s, objectOf(doctor.statements)}});
    return array;
}

tl::unexpected<Error> damaged(const QString& file, InputFault fault)
{
    return badSettings(file, fault);
}

} // namespace

QByteArray toJson(const ReadinessRecord& record)
{
    QJsonArray verified;
    for (const Verification& seen : record.verifications)
        verified.append(QJsonObject{{u"proof"_s, wordOf(seen.proof, proofWords)},
                                    {u"environment"_s, toString(seen.environment)},
                                    {u"at"_s, seen.made.toUTC().toString(Qt::ISODateWithMs)},
                                    {u"passed"_s, seen.passed}});
    QJsonObject doctors;
    for (auto entry = record.doctors.begin(); entry != record.doctors.end(); ++entry)
        doctors.insert(toString(entry.key()), arrayOf(entry.value()));
    QJsonArray live;
    for (const WentLive& switched : record.wentLive)
        live.append(QJsonObject{{u"at"_s, switched.made.toUTC().toString(Qt::ISODateWithMs)},
                                {u"by"_s, switched.by},
                                {u"missing"_s, QJsonArray::fromStringList(switched.missing)}});
    return QJsonDocument(QJsonObject{{u"format"_s, format},
                                     {u"institution"_s, record.institution},
                                     {u"hes"_s, wordOf(record.hes, hesWords)},
                                     {u"remote"_s, wordOf(record.remote, remoteWords)},
                                     {u"steps"_s, objectOf(record.statements)},
                                     {u"verified"_s, verified},
                                     {u"doctors"_s, doctors},
                                     {u"live"_s, live}})
        .toJson(QJsonDocument::Indented);
}

Result<ReadinessRecord> recordFromJson(const QByteArray& json, const QString& file)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return damaged(file, InputFault::NotJson);
    const QJsonObject root = document.object();
    if (!root.value(u"format").isDouble())
        return damaged(file, InputFault::NotText);
    if (root.value(u"format").toInt() > format)
        return damaged(file, InputFault::NotInThisVersion);

    Reader read;
    ReadinessRecord record;
    record.institution = read.text(root.value(u"institution"));
    record.hes = read.word(root.value(u"hes"), hesWords);
    record.remote = read.word(root.value(u"remote"), remoteWords);
    record.statements = statementsIn(read.object(root.value(u"steps")), read);
    for (const QJsonValue value : read.array(root.value(u"verified"))) {
        const QJsonObject seen = read.object(value);
        record.verifications.append({read.word(seen.value(u"proof"), proofWords),
                                     read.environment(read.text(seen.value(u"environment"))),
                                     read.time(seen.value(u"at")), seen.value(u"passed").toBool()});
    }
    const QJsonObject doctors = read.object(root.value(u"doctors"));
    for (auto entry = doctors.begin(); entry != doctors.end(); ++entry) {
        QList<DoctorChecks>& list = record.doctors[read.environment(entry.key())];
        for (const QJsonValue value : read.array(entry.value())) {
            const QJsonObject doctor = read.object(value);
            list.append({read.text(doctor.value(u"key")), read.text(doctor.value(u"name")),
                         statementsIn(read.object(doctor.value(u"steps")), read)});
        }
    }
    for (const QJsonValue value : read.array(root.value(u"live"))) {
        const QJsonObject switched = read.object(value);
        QStringList missing;
        for (const QJsonValue id : read.array(switched.value(u"missing")))
            missing.append(read.text(id));
        record.wentLive.append({read.time(switched.value(u"at")), read.text(switched.value(u"by")), missing});
    }
    if (!read.isGood())
        return damaged(file, InputFault::NotText);
    return record;
}

} // namespace hekim
