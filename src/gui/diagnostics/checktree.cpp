#include "gui/diagnostics/checktree.h"

#include "services/diagnostics/connectiontext.h"
#include "widgets/theme.h"

#include <QHeaderView>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Standing, Time, Note };

/// A state never speaks by its icon alone: the word stands beside it.
QIcon iconFor(StepState state)
{
    switch (state) {
    case StepState::Passed:
        return theme::iconOf(theme::State::Ok);
    case StepState::Warned:
        return theme::iconOf(theme::State::Warning);
    case StepState::Failed:
        return theme::iconOf(theme::State::Error);
    case StepState::Waiting:
    case StepState::Running:
    case StepState::NotNeeded:
    case StepState::NotTried:
    case StepState::NotReached:
        break;
    }
    return {};
}

QIcon iconFor(ServiceReport::State state)
{
    switch (state) {
    case ServiceReport::State::Passed:
        return iconFor(StepState::Passed);
    case ServiceReport::State::Warned:
        return iconFor(StepState::Warned);
    case ServiceReport::State::Failed:
        return iconFor(StepState::Failed);
    case ServiceReport::State::Unfinished:
        break;
    }
    return {};
}

bool isUnderWay(const ServiceReport& service)
{
    return std::ranges::any_of(service.steps,
                               [](const StepReport& s) { return s.state == StepState::Running; });
}

void setNote(QTreeWidgetItem& item, const QString& note)
{
    item.setText(Note, note);
    item.setToolTip(Note, note);
}

void showStep(QTreeWidgetItem& item, const ServiceReport& service, const StepReport& step)
{
    item.setText(Standing, connectiontext::wordFor(step.state));
    item.setIcon(Standing, iconFor(step.state));
    item.setText(Time, step.milliseconds > 0 ? CheckTree::tr("%L1 ms").arg(step.milliseconds) : QString());
    setNote(item, connectiontext::noteFor(service, step));
}

void showService(QTreeWidgetItem& item, const ServiceReport& service)
{
    item.setText(Standing, isUnderWay(service) ? connectiontext::wordFor(StepState::Running)
                                               : connectiontext::wordFor(service.state()));
    item.setIcon(Standing, iconFor(service.state()));
    qint64 milliseconds = 0;
    for (const StepReport& step : service.steps)
        milliseconds += step.milliseconds;
    item.setText(Time, milliseconds > 0 ? CheckTree::tr("%L1 ms").arg(milliseconds) : QString());
    const QString sentence = connectiontext::sentenceFor(service);
    setNote(item, sentence.isEmpty() ? service.address.toString() : sentence);
    for (int i = 0; i < item.childCount(); ++i)
        showStep(*item.child(i), service, service.steps.at(i));
}

} // namespace

CheckTree::CheckTree(QWidget* parent) : QTreeWidget(parent)
{
    setAccessibleName(tr("Services"));
    setHeaderLabels({tr("Service and step"), tr("State"), tr("Time"), tr("Note")});
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    // As wide as their words in the size that is set; the explanation takes the rest.
    for (const int column : {Name, Standing, Time})
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

void CheckTree::makeRows(const ConnectionReport& report)
{
    clear();
    for (const ServiceReport& service : report.services) {
        auto* item = new QTreeWidgetItem(this, {connectiontext::nameOf(service.service)});
        QFont font = item->font(Name);
        font.setWeight(QFont::DemiBold);
        item->setFont(Name, font);
        if (!service.needed)
            item->setText(Name, tr("%1 (not needed here)").arg(item->text(Name)));
        for (const StepReport& step : service.steps) {
            auto* row = new QTreeWidgetItem(item, {connectiontext::nameOf(step.step)});
            row->setTextAlignment(Time, Qt::AlignRight | Qt::AlignVCenter);
        }
        item->setTextAlignment(Time, Qt::AlignRight | Qt::AlignVCenter);
        item->setExpanded(true);
    }
}

void CheckTree::show(const ConnectionReport& report)
{
    const bool isAnother = [this, &report] {
        if (topLevelItemCount() != report.services.size())
            return true;
        for (int i = 0; i < topLevelItemCount(); ++i) {
            if (topLevelItem(i)->childCount() != report.services.at(i).steps.size())
                return true;
        }
        return false;
    }();
    if (isAnother)
        makeRows(report);
    for (int i = 0; i < topLevelItemCount(); ++i)
        showService(*topLevelItem(i), report.services.at(i));
}

void CheckTree::openFindings(const ConnectionReport& report)
{
    for (int i = 0; i < topLevelItemCount(); ++i)
        topLevelItem(i)->setExpanded(report.services.at(i).finding() != nullptr);
}

} // namespace hekim
