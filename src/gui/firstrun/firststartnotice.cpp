#include "gui/firstrun/firststartnotice.h"

#include "core/settings/settings.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hekim {

FirstStartNotice::FirstStartNotice(QWidget* parent) : QFrame(parent)
{
    theme::wear(*this, theme::State::Info);
    setAutoFillBackground(true);
    auto* icon = new QLabel(this);
    icon->setPixmap(theme::iconOf(theme::State::Info).pixmap(20, 20));
    auto* text =
        wrappingLabel(tr("No institution is set up on this computer yet: this is training with invented "
                         "people."),
                      this);
    auto* setup = new QPushButton(tr("Set up the institution"), this);
    setup->setAutoDefault(false);
    connect(setup, &QPushButton::clicked, this, &FirstStartNotice::setupAsked);

    auto* words = new QVBoxLayout;
    words->setSpacing(theme::gap);
    words->addWidget(text);
    words->addWidget(setup, 0, Qt::AlignLeft);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::gap, theme::gap, theme::gap, theme::gap);
    layout->setSpacing(theme::gap);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
}

bool FirstStartNotice::isWanted(const Settings& settings)
{
    return !settings.environmentWasNamed() && settings.institutionCode().isEmpty();
}

} // namespace hekim
