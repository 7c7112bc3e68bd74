#include "widgets/messagebar.h"

#include "widgets/announce.h"
#include "widgets/helptopic.h"
#include "widgets/plaintext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace hekim {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(wrappingLabel(this))
    , m_actions(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    setHelpTopic(*this, HelpTopic::Messages);
    setAccessibleName(tr("Notice"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(theme::icon(u"close"_s));
    m_close->setAccessibleName(tr("Close notice"));
    m_close->setToolTip(tr("Close notice"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::gapLarge, theme::gapSmall, theme::gap, theme::gapSmall);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_actions);
    layout->addWidget(m_close);
    hide();
}

void MessageBar::show(theme::State state, const QString& text, const QList<Action>& actions)
{
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Action& action : actions) {
        auto* button = new QPushButton(action.text, this);
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            dismiss();
            run();
        });
        m_actions->addWidget(button);
    }

    theme::wear(*this, state);
    setAutoFillBackground(true);
    m_icon->setPixmap(theme::iconOf(state).pixmap(20, 20));
    m_text->setText(text);
    setAccessibleDescription(text);
    QFrame::show();

    announce(*this);
}

void MessageBar::dismiss()
{
    hide();
    m_text->clear();
    setAccessibleDescription({});
}

} // namespace hekim
