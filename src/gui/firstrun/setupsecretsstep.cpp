#include "gui/firstrun/setupsecretsstep.h"

#include "core/error/errortext.h"
#include "gui/firstrun/setuptexts.h"
#include "services/diagnostics/secrettrial.h"
#include "services/http/httpclient.h"
#include "widgets/fields/identityfield.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

SetupSecretsStep::SetupSecretsStep(HttpClient& http, QWidget* parent)
    : SetupStep(
          tr("Passwords"),
          tr("They are kept in this computer's keychain and nowhere else. What stays empty here stays as "
             "it is."),
          parent)
    , m_http(http)
{
    addDoctor();
    for (const SecretName name : {SecretName::UssPassword, SecretName::EnabizPassword,
                                  SecretName::HesUsername, SecretName::HesPassword})
        addSecret(name);
    fields().addStretch(1);
}

SetupSecretsStep::~SetupSecretsStep()
{
    for (Secret& secret : m_secrets)
        secret.call.cancel();
}

void SetupSecretsStep::addDoctor()
{
    m_doctorBox = new QWidget(&content());
    auto* layout = new QVBoxLayout(m_doctorBox);
    layout->setContentsMargins(0, 0, 0, theme::gapLarge);
    layout->setSpacing(theme::gapSmall);
    m_doctor = new IdentityField(m_doctorBox);
    const QString title = tr("A doctor's number for the trial");
    m_doctor->setAccessibleName(title);
    auto* label = new QLabel(title, m_doctorBox);
    label->setBuddy(m_doctor);
    auto* why =
        wrappingLabel(tr("e-Rapor lets the institution in only together with one of its doctors. The number "
                         "is not stored."),
                      m_doctorBox);
    theme::setTextSize(*why, theme::TextSize::Small);
    m_doctor->setAccessibleDescription(why->text());
    for (QWidget* widget : std::initializer_list<QWidget*>{label, m_doctor, why})
        layout->addWidget(widget);
    fields().addWidget(m_doctorBox);
    connect(m_doctor, &QLineEdit::editingFinished, this, [this] { attempt(0, false); });
}

void SetupSecretsStep::addSecret(SecretName name)
{
    const qsizetype index = m_secrets.size();
    Secret secret{name};
    secret.box = new QWidget(&content());
    secret.line = new QLineEdit(secret.box);
    secret.line->setEchoMode(QLineEdit::Password);
    secret.line->setAccessibleName(shownTitle(name));
    secret.says = wrappingLabel(shownExplanation(name), secret.box);
    theme::setTextSize(*secret.says, theme::TextSize::Small);
    auto* label = new QLabel(shownTitle(name), secret.box);
    label->setBuddy(secret.line);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::gap);
    row->addWidget(secret.line, 1);
    if (canBeTried(name)) {
        secret.tryIt = new QPushButton(tr("Try"), secret.box);
        secret.tryIt->setAutoDefault(false);
        secret.tryIt->setEnabled(false);
        secret.tryIt->setAccessibleName(tr("Try: %1").arg(shownTitle(name)));
        row->addWidget(secret.tryIt);
        connect(secret.tryIt, &QPushButton::clicked, this, [this, index] { attempt(index, true); });
    }
    auto* layout = new QVBoxLayout(secret.box);
    layout->setContentsMargins(0, 0, 0, theme::gapLarge);
    layout->setSpacing(theme::gapSmall);
    layout->addWidget(label);
    layout->addLayout(row);
    layout->addWidget(secret.says);
    fields().addWidget(secret.box);
    connect(secret.line, &QLineEdit::textEdited, this, [this, index] {
        Secret& edited = m_secrets[index];
        edited.call.cancel();
        edited.standing = Standing::Untried;
        if (edited.tryIt)
            edited.tryIt->setEnabled(!edited.line->text().isEmpty());
        say(edited, noiseInSecret(edited.line->text()));
    });
    connect(secret.line, &QLineEdit::editingFinished, this, [this, index] { attempt(index, false); });
    m_secrets.append(secret);
}

void SetupSecretsStep::load(const SetupDraft& draft, const Settings& shown)
{
    m_shown = shown;
    m_doctor->setEnvironment(shown.environment());
    if (m_doctor->text().isEmpty())
        m_doctor->setText(draft.doctor);
    m_doctorBox->setVisible(!shown.endpoints().erapor.isEmpty());
    for (Secret& secret : m_secrets) {
        // A service without an address has no password.
        secret.box->setVisible(!ownerOf(secret.name, shown).origin.isEmpty());
        secret.line->setText(draft.secrets.value(secret.name));
        if (secret.tryIt)
            secret.tryIt->setEnabled(!secret.line->text().isEmpty());
        // Another code or address than it was tried with: nothing is known of it.
        if (secret.standing != Standing::Untried && secret.triedWith != triedWith(secret)) {
            secret.call.cancel();
            secret.standing = Standing::Untried;
            say(secret, {});
        }
    }
}

void SetupSecretsStep::store(SetupDraft& draft) const
{
    draft.doctor = m_doctor->text();
    draft.accepted.clear();
    for (const Secret& secret : m_secrets) {
        draft.secrets.insert(secret.name, secret.line->text());
        if (secret.standing == Standing::Accepted || secret.standing == Standing::Refused)
            draft.accepted.insert(secret.name, secret.standing == Standing::Accepted);
    }
}

void SetupSecretsStep::takeKeyboard()
{
    if (!m_doctorBox->isHidden())
        m_doctor->setFocus();
    else
        m_secrets.constFirst().line->setFocus();
}

QStringList SetupSecretsStep::triedWith(const Secret& secret) const
{
    QStringList with{secret.line->text(), ownerOf(secret.name, m_shown).origin, m_shown.institutionCode()};
    if (secret.name == SecretName::UssPassword)
        with << m_shown.eraporApplicationCode() << m_doctor->text();
    else
        with << m_shown.ognApplicationCode();
    return with;
}

void SetupSecretsStep::attempt(qsizetype index, bool asked)
{
    Secret& secret = m_secrets[index];
    if (!secret.tryIt || secret.line->text().isEmpty() || secret.standing == Standing::Trying)
        return;
    if (!asked && secret.triedWith == triedWith(secret))
        return; // what was tried once is not sent again by itself (rule W3)
    const auto doctor = m_doctor->number();
    if (secret.name == SecretName::UssPassword && !doctor) {
        say(secret, tr("Type a doctor's number above, then it is tried."));
        return;
    }
    secret.standing = Standing::Trying;
    secret.triedWith = triedWith(secret);
    say(secret, tr("Being tried at the service…"));
    secret.call = trySecret(m_http, secret.name, m_shown, secret.line->text(), doctor, this,
                            [this, index](const Result<void>& result) { ended(index, result); });
}

void SetupSecretsStep::ended(qsizetype index, const Result<void>& result)
{
    Secret& secret = m_secrets[index];
    if (result) {
        secret.standing = Standing::Accepted;
        say(secret, tr("✓ The service accepted it."));
    } else if (result.error().kind == ErrorKind::CredentialsRefused) {
        secret.standing = Standing::Refused;
        say(secret,
            tr("✗ The service refused it. Check the password, the institution code, the application code "
               "and the doctor's number."));
    } else {
        secret.standing = Standing::Untried;
        say(secret, tr("! It could not be tried: %1").arg(sentenceFor(result.error())));
    }
}

void SetupSecretsStep::say(Secret& secret, const QString& text)
{
    const QString shown = text.isEmpty() ? shownExplanation(secret.name) : text;
    secret.says->setText(shown);
    if (secret.standing == Standing::Accepted)
        theme::wear(*secret.says, theme::State::Ok);
    else if (secret.standing == Standing::Refused)
        theme::wear(*secret.says, theme::State::Error);
    else
        secret.says->setPalette(palette());
    secret.says->setAutoFillBackground(true);
    secret.line->setAccessibleDescription(shown);
    QAccessibleEvent announcement(secret.line, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&announcement);
}

} // namespace hekim
