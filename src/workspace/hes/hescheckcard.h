#pragma once

#include "core/settings/settings.h"
#include "services/hes/hesquery.h"

#include <QFrame>

#include <optional>

class QButtonGroup;
class QLabel;
class QGroupBox;
class QLineEdit;
class QPushButton;

namespace hekim {

/// What a single check is asked with: the code, the kind, and for visitors the place.
class HesCheckCard : public QFrame
{
    Q_OBJECT

public:
    explicit HesCheckCard(const Settings& settings, QWidget* parent = nullptr);

    void setCode(const QString& text);
    /// While the doctor waits the button stops.
    void setBusy(bool busy);
    void setPlace(const HesPlace& place);
    [[nodiscard]] const HesPlace& place() const { return m_place; }
    void openPlaceDialog();

signals:
    void checkAsked(hekim::HesQuery query, const hekim::HesCode& code);
    void stopAsked();

private:
    void fillKinds();
    void check();
    void showPlace();
    void showHint(const QString& text, bool wrong);
    [[nodiscard]] HesQuery query() const;

    const Settings& m_settings;
    HesPlace m_place;
    QLineEdit* m_code;
    QLabel* m_hint;
    QGroupBox* m_kind;
    QButtonGroup* m_kinds;
    QWidget* m_placeRow;
    QLabel* m_placeText;
    QPushButton* m_check;
    bool m_busy = false;
};

} // namespace hekim
