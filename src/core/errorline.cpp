// An error for IT; errortext.cpp has what the physician reads.

#include "core/errortext.h"

#include "core/redaction.h"

#include <algorithm>
#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

struct Word
{
    int value;
    const char* word;
};

#define HEKIM_WORD(Enum, name)                                                                               \
    Word                                                                                                     \
    {                                                                                                        \
        static_cast<int>(Enum::name), #name                                                                  \
    }
constexpr std::array kindWords{
    HEKIM_WORD(ErrorKind, Cancelled),
    HEKIM_WORD(ErrorKind, BadInput),
    HEKIM_WORD(ErrorKind, BadSettings),
    HEKIM_WORD(ErrorKind, NotConfigured),
    HEKIM_WORD(ErrorKind, KeychainUnavailable),
    HEKIM_WORD(ErrorKind, NotPublished),
    HEKIM_WORD(ErrorKind, NameNotResolved),
    HEKIM_WORD(ErrorKind, ConnectionFailed),
    HEKIM_WORD(ErrorKind, Proxy),
    HEKIM_WORD(ErrorKind, Tls),
    HEKIM_WORD(ErrorKind, TimedOut),
    HEKIM_WORD(ErrorKind, CredentialsRefused),
    HEKIM_WORD(ErrorKind, Unauthorized),
    HEKIM_WORD(ErrorKind, RequestRefused),
    HEKIM_WORD(ErrorKind, ForeignAddress),
    HEKIM_WORD(ErrorKind, ServerFailed),
    HEKIM_WORD(ErrorKind, NetworkLogin),
    HEKIM_WORD(ErrorKind, PageCrashed),
    HEKIM_WORD(ErrorKind, BadReply),
    HEKIM_WORD(ErrorKind, InstanceSilent),
    HEKIM_WORD(ErrorKind, InstanceElsewhere),
    HEKIM_WORD(ErrorKind, WindowNotStarted),
    HEKIM_WORD(ErrorKind, DamagedInstallation),
    HEKIM_WORD(ErrorKind, ChannelUnsafe),
};
constexpr std::array faultWords{
    HEKIM_WORD(InputFault, Empty),
    HEKIM_WORD(InputFault, NotDigits),
    HEKIM_WORD(InputFault, WrongLength),
    HEKIM_WORD(InputFault, WrongStart),
    HEKIM_WORD(InputFault, WrongChecksum),
    HEKIM_WORD(InputFault, OutOfRange),
    HEKIM_WORD(InputFault, BadCharacters),
    HEKIM_WORD(InputFault, TooLong),
    HEKIM_WORD(InputFault, TooLarge),
    HEKIM_WORD(InputFault, GivenTwice),
    HEKIM_WORD(InputFault, NeedsPatient),
    HEKIM_WORD(InputFault, UnknownField),
    HEKIM_WORD(InputFault, NotText),
    HEKIM_WORD(InputFault, NotJson),
    HEKIM_WORD(InputFault, NotUtf8),
    HEKIM_WORD(InputFault, BadUrl),
    HEKIM_WORD(InputFault, MixedSources),
    HEKIM_WORD(InputFault, Unreadable),
    HEKIM_WORD(InputFault, MalformedFile),
    HEKIM_WORD(InputFault, NotHttps),
    HEKIM_WORD(InputFault, LockedByPolicy),
    HEKIM_WORD(InputFault, NotAllowedHere),
    HEKIM_WORD(InputFault, NotInThisVersion),
};
#undef HEKIM_WORD

template <class Words>
QString wordOf(const Words& words, int value)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [value](const Word& w) { return w.value == value; });
    return found == words.end() ? QString() : QString::fromLatin1(found->word);
}

} // namespace

QString lineForIt(const Error& error)
{
    QStringList parts{wordOf(kindWords, static_cast<int>(error.kind))};
    if (!error.step.isEmpty())
        parts += u"step=\""_s + redacted(error.step) + u'"';
    if (error.fault != InputFault::None)
        parts += u"fault="_s + wordOf(faultWords, static_cast<int>(error.fault));
    if (!error.host.isEmpty())
        parts += u"host="_s + redacted(error.host);
    if (error.httpStatus != 0)
        parts += u"http="_s + QString::number(error.httpStatus);
    if (!error.detail.isEmpty())
        parts += u"detail=\""_s + redacted(error.detail) + u'"';
    return parts.join(u' ');
}

} // namespace hekim
