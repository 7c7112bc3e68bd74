#include "gui/firstrun/setupsummarystep.h"

#include "gui/firstrun/setuptexts.h"
#include "gui/settings/settingtexts.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

SetupSummaryStep::SetupSummaryStep(QWidget* parent)
    : SetupStep(
          tr("Summary"),
          tr("Nothing has been stored yet. With “Save and start” all of this is stored together, and the "
             "window opens anew."),
          parent)
    , m_rows(new QFormLayout)
{
    m_rows->setHorizontalSpacing(theme::gapSection);
    m_rows->setVerticalSpacing(theme::gap);
    fields().addLayout(m_rows);
    fields().addStretch(1);
}

void SetupSummaryStep::load(const SetupDraft& draft, const Settings& shown)
{
    while (m_rows->rowCount() > 0)
        m_rows->removeRow(0);
    const auto add = [this](const QString& title, const QString& text) {
        auto* label = wrappingLabel(text, &content());
        label->setAccessibleName(title + u": "_s + text);
        m_rows->addRow(new QLabel(title, &content()), label);
    };
    for (const SettingsKey& key : allSettingsKeys()) {
        const bool isOthers = key.isEndpoint() && shown.environment() != EnvironmentName::Custom;
        if (draft.settings.contains(key.name) && !isOthers && !shown.value(key.name).isEmpty())
            add(key.shownTitle(), shownValue(key, shown.value(key.name)));
    }
    for (auto secret = draft.secrets.begin(); secret != draft.secrets.end(); ++secret) {
        if (ownerOf(secret.key(), shown).origin.isEmpty())
            continue;
        QString text = tr("not typed in; what is stored stays");
        if (!secret.value().isEmpty()) {
            const auto accepted = draft.accepted.constFind(secret.key());
            if (accepted == draft.accepted.constEnd())
                text = tr("typed in, not tried");
            else
                text = *accepted ? tr("✓ typed in, the service accepted it")
                                 : tr("✗ typed in, but the service refused it");
        }
        add(shownTitle(secret.key()), text);
    }
}

} // namespace hekim
