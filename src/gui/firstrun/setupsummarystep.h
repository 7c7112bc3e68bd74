#pragma once

#include "gui/firstrun/setupstep.h"

class QFormLayout;
class QLabel;

namespace hekim {

/// What is about to be stored, and what the services said of the passwords. No password is shown.
class SetupSummaryStep : public SetupStep
{
    Q_OBJECT

public:
    explicit SetupSummaryStep(QWidget* parent);

    void load(const SetupDraft& draft, const Settings& shown) override;
    void store(SetupDraft&) const override {}
    void takeKeyboard() override {}

private:
    QFormLayout* m_rows;
};

} // namespace hekim
