#pragma once

#include <QObject>

class QAction;
class QToolButton;

namespace hekim {

class ReadinessDesk;

/// Shows on the doctor's menu that guide 003's checks of this doctor are missing or have run out, in words
/// and by a sign, and leads to the record. It stops nobody from anything.
class DoctorNotice : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the button.
    DoctorNotice(QToolButton& button, const ReadinessDesk& desk);

signals:
    void readinessAsked();

private:
    void follow();

    QToolButton& m_button;
    const ReadinessDesk& m_desk;
    QAction* m_action;
};

} // namespace hekim
