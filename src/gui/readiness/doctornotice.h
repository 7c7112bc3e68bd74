#pragma once

#include <QObject>

class QAction;
class QToolButton;

namespace hekim {

class ReadinessController;

/// Shows on the doctor's menu that guide 003's checks of this doctor are missing or have run out, in words
/// and by a sign, and leads to the record. It stops no work.
class DoctorNotice : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the button.
    DoctorNotice(QToolButton& button, const ReadinessController& controller);

signals:
    void readinessAsked();

private:
    void follow();

    QToolButton& m_button;
    const ReadinessController& m_controller;
    QAction* m_action;
};

} // namespace hekim
