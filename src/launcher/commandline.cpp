#include "launcher/commandline.h"

#include "core/text/redaction.h"

#include <QCommandLineParser>
#include <QDate>

#include <array>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr std::array fieldOptions{"patient"_L1,   "reason"_L1, "doctor"_L1,
                                  "accession"_L1, "hes"_L1,    "page"_L1};
constexpr std::array sourceOptions{"request"_L1, "environment"_L1, "config"_L1, "provision"_L1, "audit"_L1};
constexpr std::array rangeOptions{"from"_L1, "to"_L1};
constexpr std::array switches{"logout"_L1,  "check"_L1, "json"_L1, "integrate"_L1, "remove-integration"_L1,
                              "version"_L1, "help"_L1};

void declareOptions(QCommandLineParser& parser)
{
    const auto withValue = [&parser](QLatin1StringView name) {
        parser.addOption(QCommandLineOption(QString(name), {}, u"value"_s));
    };
    const auto plain = [&parser](QLatin1StringView name) {
        parser.addOption(QCommandLineOption(QString(name)));
    };
    std::ranges::for_each(fieldOptions, withValue);
    std::ranges::for_each(sourceOptions, withValue);
    std::ranges::for_each(rangeOptions, withValue);
    std::ranges::for_each(switches, plain);
}

/// What QCommandLineParser stumbled over, as a value; its own texts may hold what was typed.
Error refusalOf(const QCommandLineParser& parser, const QStringList& arguments)
{
    const auto refused = [](const QString& field, InputFault fault) {
        return badInput(field, fault).value();
    };
    if (const QStringList unknown = parser.unknownOptionNames(); !unknown.isEmpty())
        return refused(u"--"_s + redacted(unknown.constFirst()), InputFault::UnknownField);
    for (const QLatin1StringView name : switches) {
        if (!arguments.filter(u"--%1="_s.arg(name)).isEmpty())
            return refused(u"--"_s + name, InputFault::OutOfRange);
    }
    return refused(redacted(arguments.constLast().mid(2)), InputFault::Empty); // it lacks its value
}

/// Without what pads a column of a database.
QStringList valuesOf(const QCommandLineParser& parser, QLatin1StringView name)
{
    QStringList values = parser.values(name);
    for (QString& value : values)
        value = value.trimmed();
    return values;
}

Result<QString> singleValue(const QCommandLineParser& parser, QLatin1StringView name)
{
    const QStringList values = valuesOf(parser, name);
    if (values.size() > 1)
        return badInput(name, InputFault::GivenTwice);
    if (!values.isEmpty() && values.constFirst().isEmpty())
        return badInput(name, InputFault::Empty);
    return values.value(0);
}

/// The check takes a doctor, whose login is tried, and nothing else of a request.
Result<void> checkOfCheck(const QCommandLineParser& parser, const CommandLine& line)
{
    if (!parser.isSet(u"check"_s))
        return parser.isSet(u"json"_s) ? Result<void>(badInput(u"--json"_s, InputFault::NotAllowedHere))
                                       : Result<void>();
    const bool anotherField =
        std::ranges::any_of(line.fields, [](const auto& field) { return field.first != "doctor"_L1; });
    if (anotherField || parser.isSet(u"request"_s) || parser.isSet(u"logout"_s) ||
        parser.isSet(u"provision"_s))
        return badInput(u"--check"_s, InputFault::NotAllowedHere);
    if (line.fields.size() > 1)
        return badInput(u"doctor"_s, InputFault::GivenTwice);
    if (!line.fields.isEmpty() && line.fields.constFirst().second.isEmpty())
        return badInput(u"doctor"_s, InputFault::Empty);
    return {};
}

/// The trail takes a range and a request that says whom to search for; a number never stands on its line.
Result<void> checkOfAudit(const QCommandLineParser& parser, const CommandLine& line)
{
    if (!parser.isSet(u"audit"_s)) {
        for (const QLatin1StringView range : rangeOptions) {
            if (parser.isSet(range))
                return badInput(u"--"_s + range, InputFault::NotAllowedHere);
        }
        return {};
    }
    if (!line.fields.isEmpty() || parser.isSet(u"logout"_s) || parser.isSet(u"provision"_s) ||
        parser.isSet(u"check"_s))
        return badInput(u"--audit"_s, InputFault::NotAllowedHere);
    const QStringList asked = valuesOf(parser, "audit"_L1);
    const bool verifies = asked == QStringList{u"verify"_s};
    if (asked.size() == 1 && !verifies && asked.constFirst() != "export"_L1)
        return badInput(u"--audit"_s,
                        asked.constFirst().isEmpty() ? InputFault::Empty : InputFault::OutOfRange);
    if (verifies && parser.isSet(u"request"_s))
        return badInput(u"--audit"_s, InputFault::NotAllowedHere);
    for (const QLatin1StringView range : rangeOptions) {
        const QStringList days = valuesOf(parser, range);
        if (verifies && !days.isEmpty())
            return badInput(u"--audit"_s, InputFault::NotAllowedHere);
        if (days.size() == 1 && !QDate::fromString(days.constFirst(), Qt::ISODate).isValid())
            return badInput(u"--"_s + range, InputFault::OutOfRange);
    }
    return {};
}

/// One of options, URL and --request; and nothing beside what does not open the window.
Result<void> checkCombination(const QCommandLineParser& parser, const CommandLine& line)
{
    const bool anyOption = !parser.optionNames().isEmpty();
    const auto urls = parser.positionalArguments().size();
    if (urls > 1)
        return badInput(u"url"_s, InputFault::GivenTwice);
    if (urls == 1 && anyOption)
        return badInput(u"url"_s, InputFault::MixedSources);
    if (Result<void> check = checkOfCheck(parser, line); !check || parser.isSet(u"check"_s))
        return check;
    if (Result<void> audit = checkOfAudit(parser, line); !audit || parser.isSet(u"audit"_s))
        return audit;
    const bool hasFields = !line.fields.isEmpty();
    const bool hasRequest = parser.isSet(u"request"_s);
    if (hasFields && hasRequest)
        return badInput(u"request"_s, InputFault::MixedSources);
    const bool logsOut = parser.isSet(u"logout"_s);
    const bool provisions = parser.isSet(u"provision"_s);
    if (logsOut && (hasFields || hasRequest || provisions))
        return badInput(u"--logout"_s, InputFault::NotAllowedHere);
    if (provisions && (hasFields || hasRequest))
        return badInput(u"provision"_s, InputFault::NotAllowedHere);
    for (const QString& alone : {u"integrate"_s, u"remove-integration"_s}) {
        if (parser.isSet(alone) && parser.optionNames().size() > 1)
            return badInput(u"--"_s + alone, InputFault::NotAllowedHere);
    }
    return {};
}

CommandLine::Action actionOf(const QCommandLineParser& parser)
{
    if (parser.isSet(u"help"_s))
        return CommandLine::Action::Help;
    if (parser.isSet(u"version"_s))
        return CommandLine::Action::Version;
    if (parser.isSet(u"provision"_s))
        return CommandLine::Action::Provision;
    if (parser.isSet(u"check"_s))
        return CommandLine::Action::Check;
    if (parser.isSet(u"audit"_s))
        return CommandLine::Action::Audit;
    if (parser.isSet(u"logout"_s))
        return CommandLine::Action::LogOut;
    if (parser.isSet(u"integrate"_s))
        return CommandLine::Action::Integrate;
    if (parser.isSet(u"remove-integration"_s))
        return CommandLine::Action::RemoveIntegration;
    return CommandLine::Action::Open;
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    declareOptions(parser);
    if (!parser.parse(arguments))
        return tl::make_unexpected(refusalOf(parser, arguments));

    CommandLine line;
    for (const QLatin1StringView name : fieldOptions) {
        for (const QString& value : valuesOf(parser, name))
            line.fields.append({name, value});
    }
    if (const Result<void> combined = checkCombination(parser, line); !combined)
        return tl::make_unexpected(combined.error());

    QString environment;
    const std::array<std::pair<QLatin1StringView, QString*>, 5> targets{
        {{"environment"_L1, &environment},
         {"config"_L1, &line.settingsFile},
         {"request"_L1, &line.requestSource},
         {"provision"_L1, &line.provisionSource},
         {"audit"_L1, &line.audit}}};
    for (const auto& [name, target] : targets) {
        const Result<QString> value = singleValue(parser, name);
        if (!value)
            return tl::make_unexpected(value.error());
        *target = *value;
    }
    for (const QLatin1StringView name : rangeOptions) {
        const Result<QString> value = singleValue(parser, name);
        if (!value)
            return tl::make_unexpected(value.error());
        if (!value->isEmpty())
            line.auditRange << u"--"_s + name << *value;
    }
    if (!environment.isEmpty()) {
        line.environment = environmentFromString(environment);
        if (!line.environment)
            return badInput(u"environment"_s, InputFault::OutOfRange);
    }
    line.url = parser.positionalArguments().value(0);
    line.action = actionOf(parser);
    line.asJson = parser.isSet(u"json"_s);
    return line;
}

} // namespace hekim
