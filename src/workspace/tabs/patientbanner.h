#pragma once

#include "core/identity/identitynumber.h"
#include "core/launch/reason.h"

#include <QFrame>

#include <memory>

namespace Ui {
class PatientBanner;
}

namespace hekim {

/// Says for whom the tab was opened, all the time (rule P1). The number never changes during the banner's
/// life.
class PatientBanner : public QFrame
{
    Q_OBJECT

public:
    /// Without a patient the banner says that the form was opened empty.
    explicit PatientBanner(const std::optional<IdentityNumber>& patient, QWidget* parent = nullptr);
    ~PatientBanner() override;

    /// The views of the tab are chosen beside the number.
    void setViews(QWidget& switcher);
    /// The page's tools stand at the end of the banner.
    void addTools(QWidget& tools);
    void setReason(std::optional<Reason> reason);

private:
    void copyNumber();

    std::unique_ptr<Ui::PatientBanner> m_ui;
    std::optional<IdentityNumber> m_patient;
};

} // namespace hekim
