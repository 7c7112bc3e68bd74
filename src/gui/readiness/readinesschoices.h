#pragma once

#include "readiness/readinessrecord.h"

#include <QWidget>

class QComboBox;

namespace hekim {

/// Which way to HES the institution has, and whether it gives remote health service: what decides which of
/// the guides' steps it has to take.
class ReadinessChoices : public QWidget
{
    Q_OBJECT

public:
    explicit ReadinessChoices(QWidget* parent);

    void show(const ReadinessRecord& record);

signals:
    void hesChosen(hekim::HesPath path);
    void remoteChosen(hekim::RemoteService service);

private:
    QComboBox* m_hes;
    QComboBox* m_remote;
};

} // namespace hekim
