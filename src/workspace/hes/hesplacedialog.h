#pragma once

#include "core/settings/settings.h"
#include "services/hes/hesquery.h"

#include <QDialog>

class QLineEdit;

namespace hekim {

/// Where visitors are checked, for this session. What the administrator has fixed is shown and stays.
class HesPlaceDialog : public QDialog
{
    Q_OBJECT

public:
    HesPlaceDialog(const HesPlace& place, const Settings& settings, QWidget* parent);

signals:
    void chosen(const hekim::HesPlace& place);

private:
    QLineEdit* addField(const QString& key, const QString& name, const QString& value,
                        const Settings& settings);
    void choose();

    QLineEdit* m_city;
    QLineEdit* m_district;
    QLineEdit* m_address;
    double m_latitude;
    double m_longitude;
};

} // namespace hekim
