#pragma once

#include "core/call/callhandle.h"
#include "gui/firstrun/setupstep.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace hekim {

class HttpClient;
class IdentityField;

/// The institution's passwords: shown as dots, each tried at its service as soon as it is typed in. One that
/// was refused goes out again only when the user asks for it (rule W3).
class SetupSecretsStep : public SetupStep
{
    Q_OBJECT

public:
    SetupSecretsStep(HttpClient& http, QWidget* parent);
    ~SetupSecretsStep() override;

    void load(const SetupDraft& draft, const Settings& shown) override;
    void store(SetupDraft& draft) const override;
    void takeKeyboard() override;

private:
    enum class Standing { Untried, Trying, Accepted, Refused };
    struct Secret
    {
        SecretName name;
        QWidget* box = nullptr;
        QLineEdit* line = nullptr;
        QPushButton* tryIt = nullptr; ///< null where it cannot be tried
        QLabel* says = nullptr;
        Standing standing = Standing::Untried;
        QStringList triedWith{}; ///< the password and all that goes with it
        CallHandle call{};
    };

    void addDoctor();
    void addSecret(SecretName name);
    [[nodiscard]] QStringList triedWith(const Secret& secret) const;
    /// `asked`: by the button, so even what was refused goes out once more.
    void attempt(qsizetype index, bool asked);
    void ended(qsizetype index, const Result<void>& result);
    void say(Secret& secret, const QString& text);

    HttpClient& m_http;
    Settings m_shown;
    QWidget* m_doctorBox = nullptr;
    IdentityField* m_doctor = nullptr;
    QList<Secret> m_secrets;
};

} // namespace hekim
