#include "gui/readiness/readinesstree.h"

#include "gui/readiness/readinesstext.h"
#include "widgets/theme.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowRole = Qt::UserRole;

} // namespace

ReadinessTree::ReadinessTree(QWidget* parent) : QTreeWidget(parent)
{
    setAccessibleName(tr("Steps"));
    setHeaderLabels({tr("Step"), tr("State")});
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

void ReadinessTree::fill(const ReadinessRecord& record, EnvironmentName environment)
{
    const Row* current = currentRow();
    const QString selected = current ? current->id() : QString();
    const QSignalBlocker quiet(this);
    clear();
    m_rows.clear();
    m_record = record;
    m_environment = environment;
    if (const auto steps = hesSteps(record.hes); !steps.isEmpty())
        addList(tr("HES access"), steps);
    if (record.remote == RemoteService::Given)
        addList(tr("Remote health service"), remoteServiceSteps());
    expandAll();
    select(selected);
}

void ReadinessTree::select(const QString& id)
{
    for (QTreeWidgetItemIterator item(this); *item; ++item) {
        const QVariant row = (*item)->data(0, rowRole);
        if (row.isValid() && m_rows.at(row.toInt()).id() == id) {
            setCurrentItem(*item);
            return;
        }
    }
}

ReadinessState ReadinessTree::stateOf(const Row& row) const
{
    return m_record.stateOf(row.step, m_environment, QDate::currentDate(),
                            m_record.doctor(m_environment, row.doctorKey));
}

void ReadinessTree::addRow(QTreeWidgetItem* parent, const Row& row)
{
    const ReadinessState state = stateOf(row);
    const QString text =
        row.doctorName.isEmpty() ? row.step.title : u"%1: %2"_s.arg(row.doctorName, row.step.title);
    auto* item = new QTreeWidgetItem(parent, {text, displayName(state)});
    item->setIcon(1, theme::iconOf(themeOf(state)));
    item->setToolTip(0, text);
    item->setData(0, rowRole, m_rows.size());
    item->setData(0, Qt::AccessibleTextRole, tr("%1: %2", "step: state").arg(text, displayName(state)));
    m_rows.append(row);
}

void ReadinessTree::addList(const QString& title, const QList<ChecklistStep>& steps)
{
    auto* list = new QTreeWidgetItem(this);
    list->setFirstColumnSpanned(true);
    QFont bold = font();
    bold.setBold(true);
    list->setFont(0, bold);
    const auto first = m_rows.size();
    QTreeWidgetItem* part = list;
    const bool hasParts = !steps.isEmpty() && steps.first().part != steps.last().part;
    const auto& doctors = m_record.doctors.value(m_environment);
    for (const ChecklistStep& step : steps) {
        if (hasParts && part->text(0) != step.part) {
            part = new QTreeWidgetItem(list, {step.part});
            part->setFirstColumnSpanned(true);
        }
        if (!step.perDoctor) {
            addRow(part, {step, {}, {}});
            continue;
        }
        if (doctors.isEmpty()) {
            auto* item = new QTreeWidgetItem(part, {step.title, tr("no professional yet")});
            item->setToolTip(0, step.title);
        }
        for (const DoctorChecks& doctor : doctors)
            addRow(part, {step, doctor.key, doctor.name});
    }
    QList<ReadinessState> states;
    for (auto row = first; row < m_rows.size(); ++row)
        states.append(stateOf(m_rows.at(row)));
    list->setText(0, tr("%1 – %2", "list – progress").arg(title, progressText(states)));
}

const ReadinessTree::Row* ReadinessTree::currentRow() const
{
    const QTreeWidgetItem* item = currentItem();
    const QVariant row = item ? item->data(0, rowRole) : QVariant();
    return row.isValid() && row.toInt() < m_rows.size() ? &m_rows.at(row.toInt()) : nullptr;
}

} // namespace hekim
