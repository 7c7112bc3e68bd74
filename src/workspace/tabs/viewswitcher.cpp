#include "workspace/tabs/viewswitcher.h"

#include "widgets/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array allViews{PatientView::Report, PatientView::History, PatientView::Images,
                              PatientView::SideBySide};

QKeySequence keyOf(PatientView view)
{
    return {Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(view))};
}

} // namespace

QString displayName(PatientView view)
{
    switch (view) {
    case PatientView::Report:
        return ViewSwitcher::tr("Report");
    case PatientView::History:
        return ViewSwitcher::tr("Past reports");
    case PatientView::Images:
        return ViewSwitcher::tr("Images");
    case PatientView::SideBySide:
        return ViewSwitcher::tr("Side by side");
    }
    return {};
}

ViewSwitcher::ViewSwitcher(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Views"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* group = new QButtonGroup(this);
    for (const PatientView view : allViews) {
        auto* button = new QToolButton(this);
        button->setObjectName(u"view"_s);
        button->setText(displayName(view));
        button->setAccessibleName(displayName(view));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setShortcut(keyOf(view));
        button->setToolTip(
            u"%1 (%2)"_s.arg(displayName(view), keyOf(view).toString(QKeySequence::NativeText)));
        // Assistive technology toggles such a button, which is no click.
        connect(button, &QToolButton::toggled, this, [this, view](bool down) {
            if (down)
                emit chosen(view);
        });
        group->addButton(button);
        row->addWidget(button);
        m_buttons.append(button);
    }
    setOffered({});
}

void ViewSwitcher::setOffered(const QList<PatientView>& views)
{
    for (const PatientView view : allViews)
        m_buttons.at(static_cast<int>(view))->setVisible(views.contains(view));
    setVisible(!views.isEmpty());
}

void ViewSwitcher::setCurrent(PatientView view)
{
    QToolButton* button = m_buttons.at(static_cast<int>(view));
    const QSignalBlocker notChosen(button);
    button->setChecked(true);
}

} // namespace hekim
