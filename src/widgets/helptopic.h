#pragma once

#include <QString>

class QWidget;

namespace hekim {

/// Where F1 leads from a place in the window.
enum class HelpTopic {
    Overview,
    Login,
    MyReports,
    NewPatient,
    Report,
    PastReports,
    Images,
    Hes,
    Messages,
    Settings,
    ConnectionCheck,
    Readiness,
    Setup,
    SupportFile,
};

/// "page#section" of HelpBook.
QString addressOf(HelpTopic topic);

/// Says what a widget and everything in it is about.
void setHelpTopic(QWidget& widget, HelpTopic topic);
/// The topic of the nearest widget that has one, upwards; the overview where none has.
HelpTopic helpTopicOf(const QWidget* widget);

} // namespace hekim
