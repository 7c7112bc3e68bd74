#include "gui/firstrun/setupstep.h"

#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hekim {

SetupStep::SetupStep(const QString& title, const QString& intro, QWidget* parent)
    : QWidget(parent), m_title(title), m_content(new QWidget), m_fields(new QVBoxLayout(m_content))
{
    auto* head = new QLabel(title, this);
    theme::setTextSize(*head, theme::TextSize::Large);
    auto* text = wrappingLabel(intro, this);
    auto* area = new QScrollArea(this);
    area->setWidget(m_content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // the fields in it take the keyboard, and it follows them
    m_fields->setContentsMargins(0, 0, theme::gapLarge, 0);
    m_fields->setSpacing(theme::gapSmall);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    layout->addWidget(head);
    layout->addWidget(text);
    layout->addSpacing(theme::gap);
    layout->addWidget(area, 1);
}

} // namespace hekim
