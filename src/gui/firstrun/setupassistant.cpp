#include "gui/firstrun/setupassistant.h"

#include "core/error/errortext.h"
#include "gui/firstrun/setupfieldsstep.h"
#include "gui/firstrun/setupsecretsstep.h"
#include "gui/firstrun/setupsummarystep.h"
#include "widgets/comfortablesize.h"
#include "widgets/helptopic.h"
#include "widgets/messagebar.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

SetupAssistant::SetupAssistant(const Settings& stored, const SettingsPlaces& places, HttpClient& http,
                               const SetupDraft& draft, QWidget* parent)
    : QDialog(parent)
    , m_stored(stored)
    , m_shown(stored)
    , m_places(places)
    , m_http(http)
    , m_draft(draft)
    , m_where(new QLabel(this))
    , m_failure(new MessageBar(this))
    , m_steps(new QStackedWidget(this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(this))
{
    setWindowTitle(tr("Set up the institution"));
    setAttribute(Qt::WA_DeleteOnClose);
    setHelpTopic(*this, HelpTopic::Setup);
    resizeComfortably(*this, {720, 640});
    theme::setTextSize(*m_where, theme::TextSize::Small);
    addSteps();

    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setToolTip(tr("Stores nothing. What you typed stays here until the window closes."));
    cancel->setAutoDefault(false);
    m_back->setAutoDefault(false);
    m_next->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::gap);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapSection, theme::gapLarge, theme::gapSection, theme::gapLarge);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_where);
    layout->addWidget(m_failure);
    layout->addWidget(m_steps, 1);
    layout->addSpacing(theme::gap);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, [this] {
        stepAt(m_draft.step)->store(m_draft);
        turnTo(m_draft.step - 1);
    });
    connect(m_next, &QPushButton::clicked, this, &SetupAssistant::forward);

    if (const auto shown = Settings::load(m_places, {}, m_draft.settings))
        m_shown = *shown;
    turnTo(m_draft.step);
}

void SetupAssistant::addSteps()
{
    const auto addFields = [this](const QString& title, const QString& intro, const QStringList& keys,
                                  const QStringList& required) {
        m_steps->addWidget(new SetupFieldsStep(title, intro, keys, required, m_places, m_steps));
    };
    addFields(tr("Environment"),
              tr("Choose “Live” for real reports. With “Test” the Ministry's test services are tried first."),
              {u"environment/name"_s, u"endpoints/erapor"_s, u"endpoints/ogn"_s, u"endpoints/teletip"_s,
               u"endpoints/viewer"_s, u"endpoints/hes"_s},
              {u"endpoints/erapor"_s});
    addFields(tr("Institution"), tr("As the Ministry knows the institution."),
              {u"institution/code"_s, u"institution/name"_s}, {u"institution/code"_s});
    addFields(tr("Application codes"), tr("They stand in the Ministry's message to the institution."),
              {u"erapor/applicationCode"_s, u"ogn/applicationCode"_s}, {u"erapor/applicationCode"_s});
    m_steps->addWidget(new SetupSecretsStep(m_http, m_steps));
    addFields(tr("HES"), tr("Where visitors are checked. Leave it empty when no visitors are checked."),
              {u"hes/enabled"_s, u"hes/city"_s, u"hes/district"_s, u"hes/address"_s, u"hes/latitude"_s,
               u"hes/longitude"_s},
              {});
    addFields(
        tr("E-signature"),
        tr("Only programs that are named here may be started by the Ministry's pages. Leave it empty when "
           "you do not know them yet."),
        {u"web/externalSchemes"_s, u"web/agentPorts"_s}, {});
    m_steps->addWidget(new SetupSummaryStep(m_steps));
}

SetupStep* SetupAssistant::stepAt(int index) const
{
    return static_cast<SetupStep*>(m_steps->widget(index));
}

void SetupAssistant::turnTo(int step)
{
    m_failure->dismiss();
    m_draft.step = step;
    SetupStep* shown = stepAt(step);
    shown->load(m_draft, m_shown);
    m_steps->setCurrentWidget(shown);
    m_where->setText(tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps->count()).arg(shown->title()));
    m_back->setEnabled(step > 0);
    const bool isLast = step + 1 == m_steps->count();
    m_next->setText(isLast ? tr("Save and start") : tr("Next"));
    if (isLast)
        m_next->setFocus();
    else
        shown->takeKeyboard();
}

bool SetupAssistant::takeOver()
{
    SetupStep* step = stepAt(m_draft.step);
    if (!step->check())
        return false;
    step->store(m_draft);
    const auto shown = Settings::load(m_places, {}, m_draft.settings);
    if (!shown) {
        showFailure(shown.error());
        return false;
    }
    m_shown = *shown;
    return true;
}

void SetupAssistant::forward()
{
    if (m_draft.step + 1 == m_steps->count())
        finish();
    else if (takeOver())
        turnTo(m_draft.step + 1);
}

void SetupAssistant::finish()
{
    // What came back of a trial since that step was left counts as well.
    for (int i = 0; i < m_steps->count(); ++i) {
        if (auto* secrets = qobject_cast<SetupSecretsStep*>(m_steps->widget(i)))
            secrets->store(m_draft);
    }
    if (const auto whole = m_draft.data(m_stored, m_shown))
        emit finishAsked(*whole);
    else
        showFailure(whole.error());
}

SetupDraft SetupAssistant::draft() const
{
    SetupDraft draft = m_draft;
    stepAt(draft.step)->store(draft);
    return draft;
}

void SetupAssistant::showFailure(const Error& error)
{
    setBusy(false);
    m_failure->show(theme::State::Error, sentenceFor(error));
}

void SetupAssistant::setBusy(bool busy)
{
    m_steps->setEnabled(!busy);
    m_back->setEnabled(!busy && m_draft.step > 0);
    m_next->setEnabled(!busy);
}

} // namespace hekim
