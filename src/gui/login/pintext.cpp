#include "gui/login/pintext.h"

#include "core/error/errortext.h"
#include <QCoreApplication>

namespace hekim {

namespace {

struct PinText
{
    Q_DECLARE_TR_FUNCTIONS(PinText)
};

QString inWords(std::chrono::seconds time)
{
    constexpr int secondsInMinute = 60;
    const int seconds = static_cast<int>(time.count());
    if (seconds <= secondsInMinute)
        return PinText::tr("%n second(s)", nullptr, seconds);
    return PinText::tr("%n minute(s)", nullptr, (seconds + secondsInMinute - 1) / secondsInMinute);
}

} // namespace

QString sentenceFor(PinFault fault)
{
    switch (fault) {
    case PinFault::None:
        return {};
    case PinFault::NotDigits:
        return PinText::tr("A PIN has digits only.");
    case PinFault::TooShort:
        return PinText::tr("A PIN has at least six digits.");
    case PinFault::TooLong:
        return PinText::tr("This PIN is too long.");
    case PinFault::Repeats:
        return PinText::tr("The same digits over and over are guessed easily. Choose another PIN.");
    case PinFault::Run:
        return PinText::tr("Digits in a row are guessed easily. Choose another PIN.");
    case PinFault::OfNumber:
        return PinText::tr("This PIN is a part of your identity number. Choose another one.");
    }
    return {};
}

QString sentenceFor(const PinAnswer& answer)
{
    switch (answer.kind) {
    case PinAnswer::Kind::Right:
        return {};
    case PinAnswer::Kind::NoPin:
        return PinText::tr("Your PIN was reset. Log in again and choose a new one.");
    case PinAnswer::Kind::NoKeyring:
        return PinText::tr("This computer has no password store (keyring), so PINs cannot be used on it. "
                           "Call your IT.");
    case PinAnswer::Kind::Wrong:
        return answer.wait.count() > 0
                   ? PinText::tr("The PIN is wrong. You can try again in %1.").arg(inWords(answer.wait))
                   : PinText::tr("The PIN is wrong.");
    case PinAnswer::Kind::MustWait:
        return PinText::tr("The PIN was wrong too often. You can try again in %1; your IT can reset it.")
            .arg(inWords(answer.wait));
    }
    return {};
}

QString sentenceForPinError(const Error& error)
{
    if (error.kind == ErrorKind::KeychainUnavailable)
        return PinText::tr("The password store of this computer (keyring) does not answer, so PINs can be "
                           "neither checked nor "
                           "kept. Try again in a minute; if it still does not answer, call your IT.");
    if (error.kind == ErrorKind::KeychainLocked)
        return sentenceFor(error);
    return PinText::tr("The stored PIN cannot be read. Your IT can reset it.");
}

} // namespace hekim
