#pragma once

#include "core/call/callhandle.h"
#include "core/identity/identitynumber.h"
#include "core/settings/settings.h"
#include "services/secrets/persondigests.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace hekim {

class Keychain;

/// What a doctor's PIN says about a try.
struct PinAnswer
{
    enum class Kind {
        NoPin,     ///< this doctor has none on this computer
        NoKeyring, ///< likewise no doctor, and none can be kept: there is no keyring and never was one
        Right,
        Wrong,
        MustWait ///< it was not looked at
    };
    Kind kind = Kind::NoPin;
    std::chrono::seconds wait{0}; ///< until the next try is looked at
};

/// The doctors' PINs on this computer: an Argon2id hash each in the operating system's keychain, and the
/// number of wrong tries beside it. The entries are named by a digest of the number (rule S1), and a wrong
/// try is written down before the caller hears of it, so that starting the program again does not help.
class PinStore : public QObject
{
    Q_OBJECT

public:
    /// All outlive the store.
    PinStore(const Settings& settings, Keychain& keychain, PersonDigests& persons, QObject* parent = nullptr);

    /// KeychainUnavailable or KeychainLocked where it cannot be known; BadSettings where the entry is
    /// damaged.
    CallHandle check(const IdentityNumber& doctor, const QString& pin, QObject* context,
                     std::function<void(Result<PinAnswer>)> done);
    /// Replaces the doctor's PIN, unless it is cancelled before it is written. Whether it is a good one is
    /// for judgeNewPin() to say.
    CallHandle set(const IdentityNumber& doctor, const QString& pin, QObject* context,
                   std::function<void(Result<void>)> done);

signals:
    /// It was written, whatever has become of the caller.
    void changed(const hekim::IdentityNumber& doctor);

private:
    [[nodiscard]] QString entryOf(const IdentityNumber& doctor, const PersonDigest& digest) const;

    const Settings& m_settings;
    Keychain& m_keychain;
    PersonDigests& m_persons;
};

/// "hekim-asistani/<environment>/pin/<digest>"
QString pinEntry(EnvironmentName environment, const QString& digest);
/// The wrong tries at it.
QString pinTriesEntry(const QString& pinEntry);

} // namespace hekim
