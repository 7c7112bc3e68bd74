#include "workspace/hes/hesexamples.h"

#include "core/settings/training.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

HesExamples::HesExamples(QWidget* parent) : QFrame(parent)
{
    setObjectName(u"card"_s);
    auto* title = new QLabel(tr("Codes for training"), this);
    theme::setTextSize(*title, theme::TextSize::Large);
    auto* hint = wrappingLabel(
        tr("Click a code to fill it in, then check it. All of these people are invented."), this);
    auto* list = new QListWidget(this);
    list->setAccessibleName(title->text());
    list->setFrameShape(QFrame::NoFrame);
    for (const training::HesExample& example : training::hesExamples()) {
        auto* item = new QListWidgetItem(u"%1   %2"_s.arg(example.code, example.meaning), list);
        item->setData(Qt::UserRole, example.code);
    }
    const auto choose = [this](QListWidgetItem* item) { emit chosen(item->data(Qt::UserRole).toString()); };
    connect(list, &QListWidget::itemClicked, this, choose);
    connect(list, &QListWidget::itemActivated, this, choose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapLarge, theme::gap, theme::gapLarge, theme::gap);
    layout->setSpacing(theme::gapSmall);
    layout->addWidget(title);
    layout->addWidget(hint);
    layout->addWidget(list, 1);
}

} // namespace hekim
