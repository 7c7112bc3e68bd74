#pragma once

#include "core/identitynumber.h"
#include "core/pinrules.h"
#include "services/callhandle.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QWidget;

namespace hekim {

class PinDialog;
class PinStore;
class Settings;

/// The PIN of the doctor who logs in and works here (login/pin): asked for at the login, chosen at the first
/// one, asked for again where the screen was locked.
class PinDesk : public QObject
{
    Q_OBJECT

public:
    /// All outlive the desk; its dialog belongs to `window`.
    PinDesk(const Settings& settings, PinStore& store, QWidget& window, QObject* parent = nullptr);

    [[nodiscard]] bool isUsed() const { return m_use != PinUse::Off; }
    /// Somebody works who has a PIN.
    [[nodiscard]] bool guards() const { return m_standing == Standing::Guarded; }

    /// `done` gets why the doctor may not log in, in words; empty: the doctor may.
    using Done = std::function<void(const QString& refusal)>;
    CallHandle admit(const IdentityNumber& doctor, const QString& pin, QObject* context, Done done);
    /// The doctor who was admitted is logged in: who has no PIN chooses one now.
    void begin();
    /// The PIN of the doctor who works here.
    CallHandle check(const QString& pin, QObject* context, Done done);
    /// The session is over.
    void end();

signals:
    void refused(const hekim::IdentityNumber& doctor);
    void chosen(const hekim::IdentityNumber& doctor);
    /// A PIN is required, and the doctor chose none: the session ends.
    void logOutAsked();

private:
    enum class Standing { Unguarded, ToChoose, Guarded };
    void keep(const QString& pin);

    PinUse m_use;
    PinStore& m_store;
    QWidget& m_window;
    std::optional<IdentityNumber> m_doctor;
    Standing m_standing = Standing::Unguarded;
    QPointer<PinDialog> m_dialog;
};

} // namespace hekim
