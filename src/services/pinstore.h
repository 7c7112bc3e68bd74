#pragma once

#include "core/identitynumber.h"
#include "core/settings.h"
#include "services/callhandle.h"
#include "services/persondigests.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace hekim {

class Keychain;

/// What a doctor's PIN says about a try.
struct PinAnswer
{
    enum class Kind {
        NoPin, ///< this doctor has none on this computer
        Right,
        Wrong,
        MustWait ///< it was not looked at
    };
    Kind kind = Kind::NoPin;
    std::chrono::seconds wait{0}; ///< until the next try is looked at
};

/// The doctors' PINs on this computer: an Argon2id hash each in the operating system's keychain, beside the
/// number of wrong tries. The entry is named by a digest of the number (rule S1), and a wrong try is written
/// down before anybody hears of it, so that starting the program again does not help.
class PinStore : public QObject
{
    Q_OBJECT

public:
    /// All outlive the store.
    PinStore(const Settings& settings, Keychain& keychain, PersonDigests& persons, QObject* parent = nullptr);

    /// KeychainUnavailable where it cannot be known; BadSettings where the entry is damaged.
    CallHandle check(const IdentityNumber& doctor, const QString& pin, QObject* context,
                     std::function<void(Result<PinAnswer>)> done);
    /// Replaces the doctor's PIN. Whether it is a good one is for judgeNewPin() to say.
    CallHandle set(const IdentityNumber& doctor, const QString& pin, QObject* context,
                   std::function<void(Result<void>)> done);

private:
    using WithKey = std::function<void(Result<QString>)>;
    void keyOf(const IdentityNumber& doctor, WithKey then);

    const Settings& m_settings;
    Keychain& m_keychain;
    PersonDigests& m_persons;
};

/// "hekim-asistani/<environment>/pin/<digest>"
QString pinEntry(EnvironmentName environment, const QString& digest);

} // namespace hekim
