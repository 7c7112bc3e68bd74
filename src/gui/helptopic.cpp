#include "gui/helptopic.h"

#include <QVariant>
#include <QWidget>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
constexpr char property[] = "hekimHelpTopic";
}

const QList<HelpTopic>& allHelpTopics()
{
    static const QList<HelpTopic> topics{
        HelpTopic::Overview, HelpTopic::Login,       HelpTopic::MyReports, HelpTopic::NewPatient,
        HelpTopic::Report,   HelpTopic::PastReports, HelpTopic::Images,    HelpTopic::Hes,
        HelpTopic::Messages, HelpTopic::Settings,
    };
    return topics;
}

QString addressOf(HelpTopic topic)
{
    switch (topic) {
    case HelpTopic::Overview:
        return u"physician"_s;
    case HelpTopic::Login:
        return u"physician#login"_s;
    case HelpTopic::MyReports:
        return u"physician#mine"_s;
    case HelpTopic::NewPatient:
        return u"physician#newpatient"_s;
    case HelpTopic::Report:
        return u"physician#report"_s;
    case HelpTopic::PastReports:
        return u"physician#history"_s;
    case HelpTopic::Images:
        return u"physician#images"_s;
    case HelpTopic::Hes:
        return u"physician#hes"_s;
    case HelpTopic::Messages:
        return u"physician#messages"_s;
    case HelpTopic::Settings:
        return u"it#layers"_s;
    }
    return {};
}

void setHelpTopic(QWidget& widget, HelpTopic topic)
{
    widget.setProperty(property, static_cast<int>(topic));
}

HelpTopic helpTopicOf(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget())
        if (const QVariant topic = widget->property(property); topic.isValid())
            return static_cast<HelpTopic>(topic.toInt());
    return HelpTopic::Overview;
}

} // namespace hekim
