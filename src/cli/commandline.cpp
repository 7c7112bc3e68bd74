#include "cli/commandline.h"

#include "core/text/redaction.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

Result<QString> single(const QCommandLineParser& parser, const QString& name)
{
    const QStringList values = parser.values(name);
    if (values.size() > 1)
        return badInput(name, InputFault::GivenTwice);
    if (parser.isSet(name) && values.constFirst().isEmpty())
        return badInput(name, InputFault::Empty);
    return values.value(0);
}

Result<std::optional<QDate>> day(const QCommandLineParser& parser, const QString& name)
{
    const auto text = single(parser, name);
    if (!text)
        return tl::make_unexpected(text.error());
    if (text->isEmpty())
        return std::optional<QDate>();
    const QDate date = QDate::fromString(*text, Qt::ISODate);
    return date.isValid() ? Result<std::optional<QDate>>(date) : badInput(name, InputFault::OutOfRange);
}

/// `--audit` and what goes with it, and nothing else.
Result<CommandLine> auditLine(const QCommandLineParser& parser)
{
    const auto audit = single(parser, u"audit"_s);
    const auto request = single(parser, u"request"_s);
    const auto from = day(parser, u"from"_s);
    const auto to = day(parser, u"to"_s);
    if (!audit || !request)
        return tl::make_unexpected((audit ? request : audit).error());
    if (!from || !to)
        return tl::make_unexpected((from ? to : from).error());
    CommandLine line;
    if (*audit == "verify"_L1)
        line.audit = CommandLine::Audit::Verify;
    else if (*audit == "export"_L1)
        line.audit = CommandLine::Audit::Export;
    else
        return badInput(u"audit"_s, InputFault::OutOfRange);
    const bool narrowed = !request->isEmpty() || *from || *to;
    for (const QString& other : {u"provision"_s, u"check"_s, u"json"_s, u"doctor"_s}) {
        if (parser.isSet(other))
            return badInput(other, InputFault::NotAllowedHere);
    }
    if (narrowed && line.audit == CommandLine::Audit::Verify)
        return badInput(u"audit"_s, InputFault::NotAllowedHere);
    line.requestFrom = *request;
    line.from = *from;
    line.to = *to;
    return line;
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    for (const QString& name : {u"provision"_s, u"config"_s, u"environment"_s, u"doctor"_s, u"audit"_s,
                                u"request"_s, u"from"_s, u"to"_s})
        parser.addOption(QCommandLineOption(name, {}, u"value"_s));
    for (const QString& name : {u"check"_s, u"json"_s})
        parser.addOption(QCommandLineOption(name));
    if (!parser.parse(arguments)) {
        const QStringList unknown = parser.unknownOptionNames();
        // The parser's own text may hold what was typed.
        if (unknown.isEmpty())
            return badInput(redacted(arguments.constLast().mid(2)), InputFault::Empty);
        return badInput(u"--"_s + redacted(unknown.constFirst()), InputFault::UnknownField);
    }
    if (!parser.positionalArguments().isEmpty())
        return badInput({}, InputFault::UnknownField);
    const auto provision = single(parser, u"provision"_s);
    const auto config = single(parser, u"config"_s);
    const auto environment = single(parser, u"environment"_s);
    const auto doctor = single(parser, u"doctor"_s);
    for (const auto* value : {&provision, &config, &environment, &doctor}) {
        if (!*value)
            return tl::make_unexpected(value->error());
    }
    const bool checks = parser.isSet(u"check"_s);
    CommandLine line;
    if (parser.isSet(u"audit"_s)) {
        const auto audit = auditLine(parser);
        if (!audit)
            return audit;
        line = *audit;
    } else {
        if (provision->isEmpty() && !checks)
            return badInput(u"provision"_s, InputFault::Empty);
        if (!provision->isEmpty() && checks)
            return badInput(u"provision"_s, InputFault::NotAllowedHere);
        if (!doctor->isEmpty() && (!checks || *doctor != "-"_L1))
            return badInput(u"doctor"_s, InputFault::NotAllowedHere);
        for (const QString& option : {u"request"_s, u"from"_s, u"to"_s}) {
            if (parser.isSet(option))
                return badInput(option, InputFault::NotAllowedHere);
        }
        line.provisionFrom = *provision;
        line.checks = checks;
        line.asJson = parser.isSet(u"json"_s);
        line.doctorFollows = !doctor->isEmpty();
    }
    line.settingsFile = *config;
    if (!environment->isEmpty()) {
        line.environment = environmentFromString(*environment);
        if (!line.environment)
            return badInput(u"environment"_s, InputFault::OutOfRange);
    }
    return line;
}

} // namespace hekim
