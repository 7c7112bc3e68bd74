#pragma once

#include "gui/firstrun/setupstep.h"

namespace hekim {

class SettingField;

/// A step of settings, each in its field. Addresses are asked for in the custom environment only.
class SetupFieldsStep : public SetupStep
{
    Q_OBJECT

public:
    SetupFieldsStep(const QString& title, const QString& intro, const QStringList& keys,
                    const QStringList& required, const SettingsPlaces& places, QWidget* parent);

    void load(const SetupDraft& draft, const Settings& shown) override;
    void store(SetupDraft& draft) const override;
    bool check() override;
    void takeKeyboard() override;

private:
    void showAddresses();

    SettingsPlaces m_places;
    QList<SettingField*> m_fields;
};

} // namespace hekim
