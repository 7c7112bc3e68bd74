#include "widgets/environmentbanner.h"

#include "widgets/theme.h"

namespace hekim {

EnvironmentBanner::EnvironmentBanner(QWidget* parent) : QLabel(parent)
{
    setAlignment(Qt::AlignCenter);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

void EnvironmentBanner::setEnvironment(EnvironmentName environment, bool reachesLive)
{
    switch (environment) {
    case EnvironmentName::Live:
        hide();
        break;
    case EnvironmentName::Training:
        wear(QColor(0x6A1B7A), tr("TRAINING — invented people, nothing is sent to the Ministry"));
        break;
    case EnvironmentName::Test:
        wear(QColor(0x8A3B00), tr("TEST ENVIRONMENT — reports written here are not valid"));
        break;
    case EnvironmentName::Custom:
        wear(QColor(0x3A464C),
             reachesLive ? tr("CUSTOM ENVIRONMENT — with the Ministry's live services: reports are valid")
                         : tr("CUSTOM ENVIRONMENT — addresses of this installation, not the Ministry's"));
        break;
    }
}

void EnvironmentBanner::wear(const QColor& colour, const QString& text)
{
    QPalette worn = palette();
    worn.setColor(QPalette::Window, colour);
    worn.setColor(QPalette::WindowText, Qt::white);
    setPalette(worn);
    setAutoFillBackground(true);
    theme::setTextSize(*this, theme::TextSize::Small);
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    setText(text);
    setAccessibleName(text);
}

} // namespace hekim
