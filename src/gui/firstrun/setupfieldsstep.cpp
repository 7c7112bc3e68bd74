#include "gui/firstrun/setupfieldsstep.h"

#include "gui/settings/settingfield.h"
#include "gui/settings/settingtexts.h"

#include <QVBoxLayout>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

SetupFieldsStep::SetupFieldsStep(const QString& title, const QString& intro, const QStringList& keys,
                                 const QStringList& required, const SettingsPlaces& places, QWidget* parent)
    : SetupStep(title, intro, parent), m_places(places)
{
    for (const QString& key : keys) {
        auto* field = new SettingField(*findSettingsKey(key), &content());
        field->setRequired(required.contains(key));
        m_fields.append(field);
        fields().addWidget(field);
        if (key == u"environment/name")
            connect(field, &SettingField::edited, this, &SetupFieldsStep::showAddresses);
    }
    fields().addStretch(1);
}

void SetupFieldsStep::load(const SetupDraft& draft, const Settings& shown)
{
    for (SettingField* field : std::as_const(m_fields)) {
        const SettingsKey& key = field->key();
        const SettingHold hold = holdOf(key, shown);
        // An address of another environment is nothing to fill in.
        const bool isOthers = hold == SettingHold::OtherEnvironment;
        const QString known = isOthers ? QString() : shown.value(key.name);
        field->setValue(hold == SettingHold::Policy ? known : draft.settings.value(key.name, known));
        field->setHold(isOthers ? QString() : holdText(key, hold, m_places));
    }
    showAddresses();
}

void SetupFieldsStep::showAddresses()
{
    const auto environment = std::ranges::find_if(
        m_fields, [](const SettingField* field) { return field->key().name == u"environment/name"; });
    if (environment == m_fields.end())
        return;
    const bool isCustom = (*environment)->value() == toString(EnvironmentName::Custom);
    for (SettingField* field : std::as_const(m_fields))
        field->setVisible(isCustom || !field->key().isEndpoint());
}

void SetupFieldsStep::store(SetupDraft& draft) const
{
    for (const SettingField* field : m_fields) {
        if (!field->isHeld() && !field->isHidden())
            draft.settings.insert(field->key().name, field->value());
    }
}

bool SetupFieldsStep::check()
{
    SettingField* wrong = nullptr;
    for (SettingField* field : std::as_const(m_fields)) {
        if (!field->isHidden() && !field->check() && !wrong)
            wrong = field;
    }
    if (wrong)
        wrong->setFocus();
    return wrong == nullptr;
}

void SetupFieldsStep::takeKeyboard()
{
    const auto free = std::ranges::find_if(
        m_fields, [](const SettingField* field) { return !field->isHeld() && !field->isHidden(); });
    (free == m_fields.end() ? m_fields.constFirst() : *free)->setFocus();
}

} // namespace hekim
