#include "training/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace hekim::training {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hekim::training::Arguments", text);
}

std::optional<int> numberBetween(int lowest, int highest, const QString& text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && number >= lowest && number <= highest ? std::optional(number) : std::nullopt;
}

} // namespace

tl::expected<Arguments, QString> Arguments::parse(const QStringList& words)
{
    QCommandLineParser parser;
    parser.addOptions({{{u"h"_s, u"help"_s}, {}},
                       {{u"v"_s, u"version"_s}, {}},
                       {u"port"_s, {}, u"n"_s},
                       {u"stop-with-stdin"_s, {}},
                       {u"token-lifetime"_s, {}, u"s"_s},
                       {u"misbehave"_s, {}, u"what"_s}});
    if (!parser.parse(QStringList{u"hekim-asistani-training"_s} + words)) {
        return tl::make_unexpected(parser.errorText());
    }
    if (const auto strays = parser.positionalArguments(); !strays.isEmpty()) {
        return tl::make_unexpected(tr("Unexpected argument '%1'; see --help.").arg(strays.first()));
    }
    for (const auto& name : {u"port"_s, u"token-lifetime"_s, u"misbehave"_s}) {
        if (parser.values(name).size() > 1) {
            return tl::make_unexpected(tr("--%1 is given twice.").arg(name));
        }
    }

    Arguments arguments;
    if (parser.isSet(u"help"_s)) {
        arguments.wish = Wish::Help;
        return arguments;
    }
    if (parser.isSet(u"version"_s)) {
        arguments.wish = Wish::Version;
        return arguments;
    }
    arguments.stopWithStdin = parser.isSet(u"stop-with-stdin"_s);

    const auto port =
        parser.isSet(u"port"_s) ? numberBetween(0, 65535, parser.value(u"port"_s)) : defaultPort;
    if (!port) {
        return tl::make_unexpected(tr("--port must be a number from 0 to 65535."));
    }
    arguments.port = *port;

    const auto lifetime = parser.isSet(u"token-lifetime"_s)
                              ? numberBetween(1, 24 * 60 * 60, parser.value(u"token-lifetime"_s))
                              : defaultTokenLifetimeSeconds;
    if (!lifetime) {
        return tl::make_unexpected(tr("--token-lifetime must be a number of seconds from 1 to 86400."));
    }
    arguments.tokenLifetimeSeconds = *lifetime;

    if (parser.isSet(u"misbehave"_s)) {
        const auto parts = parser.value(u"misbehave"_s).split(u':');
        const auto order = parts.size() <= 3
                               ? Misbehaviour::parse(parts.value(0), parts.value(1), parts.value(2))
                               : tl::make_unexpected(u"what[:where[:times]] is expected"_s);
        if (!order) {
            return tl::make_unexpected(tr("--misbehave: %1.").arg(order.error()));
        }
        arguments.misbehaviour = *order;
    }
    return arguments;
}

QString Arguments::help()
{
    return tr("Usage: hekim-asistani-training [options]\n"
              "\n"
              "A training ministry on this machine alone (127.0.0.1): e-Rapor and teleradiology of the "
              "Ministry's services,\n"
              "with invented people, strict about every request. It keeps nothing when it ends.\n"
              "\n"
              "  --port <n>             port to listen on; 0 for any free one (default: %1)\n"
              "  --token-lifetime <s>   seconds until a token expires (default: %2)\n"
              "  --misbehave <what[:where[:times]]>\n"
              "                         misbehave from the start, see below\n"
              "  --stop-with-stdin      end when standard input is closed, and print the first line only\n"
              "  --help, --version\n"
              "\n"
              "The first line on standard output is a JSON object with the addresses: "
              "{\"erapor\":\"http://127.0.0.1:…\", …}.\n"
              "\n"
              "Misbehaving on demand, while it runs:\n"
              "  curl 'http://127.0.0.1:%1/training/misbehave?what=slow&where=token&times=1'\n"
              "  what   none      answer properly again\n"
              "         slow      answer after 3 seconds\n"
              "         500, 401, 429   answer with that status\n"
              "         cut       close the connection in the middle of the answer\n"
              "         html      answer with a web page where data is expected, and with a strange one for "
              "a page\n"
              "         empty     answer 200 with nothing in it\n"
              "         stuck     do not answer\n"
              "         drip      answer one byte a second\n"
              "         redirect  send the caller to the same address on another host name (localhost)\n"
              "         dates     write each date in the data as one that cannot be: 31.12.2026 25:61\n"
              "  where  token, pages, api, ogn, teletip, viewer or all (default: all)\n"
              "  times  for so many requests (default: until told otherwise)\n"
              "\n"
              "Exit codes: 0 ended as asked, 2 malformed arguments, 5 the port cannot be used.\n")
        .arg(defaultPort)
        .arg(defaultTokenLifetimeSeconds);
}

} // namespace hekim::training
