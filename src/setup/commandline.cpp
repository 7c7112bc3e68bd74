#include "setup/commandline.h"

#include "core/redaction.h"

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

} // namespace

Result<CommandLine> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    for (const QString& name : {u"provision"_s, u"config"_s, u"environment"_s, u"doctor"_s})
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
    if (provision->isEmpty() && !checks)
        return badInput(u"provision"_s, InputFault::Empty);
    if (!provision->isEmpty() && checks)
        return badInput(u"provision"_s, InputFault::NotAllowedHere);
    if (!doctor->isEmpty() && (!checks || *doctor != "-"_L1))
        return badInput(u"doctor"_s, InputFault::NotAllowedHere);
    CommandLine line{*provision, checks, parser.isSet(u"json"_s), !doctor->isEmpty(), *config, {}};
    if (!environment->isEmpty()) {
        line.environment = environmentFromString(*environment);
        if (!line.environment)
            return badInput(u"environment"_s, InputFault::OutOfRange);
    }
    return line;
}

} // namespace hekim
