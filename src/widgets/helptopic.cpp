#include "widgets/helptopic.h"

#include <QHash>
#include <QVariant>
#include <QWidget>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr char property[] = "hekimHelpTopic";

} // namespace

QString addressOf(HelpTopic topic)
{
    static const QHash<HelpTopic, QString> all{
        {HelpTopic::Overview, u"physician"_s},
        {HelpTopic::Login, u"physician#login"_s},
        {HelpTopic::MyReports, u"physician#mine"_s},
        {HelpTopic::NewPatient, u"physician#newpatient"_s},
        {HelpTopic::Report, u"physician#report"_s},
        {HelpTopic::PastReports, u"physician#history"_s},
        {HelpTopic::Images, u"physician#images"_s},
        {HelpTopic::Hes, u"physician#hes"_s},
        {HelpTopic::Messages, u"physician#messages"_s},
        {HelpTopic::Settings, u"it#layers"_s},
        {HelpTopic::ConnectionCheck, u"it#check"_s},
        {HelpTopic::Readiness, u"it#ready"_s},
        {HelpTopic::Setup, u"it#setup"_s},
        {HelpTopic::SupportFile, u"it#support"_s},
    };
    return all.value(topic);
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
