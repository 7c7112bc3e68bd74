#include "workspace/hes/hesresultsmodel.h"

#include "services/hes/hestext.h"
#include "workspace/hes/hesverdict.h"

#include <algorithm>
#include <tuple>

namespace hekim {

namespace {

const HesResult& resultOf(const HesResultsModel::Row& row)
{
    static const HesResult none;
    return row.result ? *row.result : none;
}

} // namespace

HesClass hesClass(const std::optional<HesResult>& result)
{
    if (!result)
        return HesClass::Open;
    switch (result->outcome) {
    case HesResult::Outcome::NotFound:
        return HesClass::NotFound;
    case HesResult::Outcome::Expired:
        return HesClass::Expired;
    case HesResult::Outcome::Found:
        if (result->risk == HesRisk::Risky)
            return HesClass::Risky;
        if (result->risk == HesRisk::Riskless)
            return HesClass::Riskless;
        break;
    case HesResult::Outcome::Refused:
    case HesResult::Outcome::Unanswered:
        break;
    }
    return HesClass::Unknown; // rule P5
}

QString displayName(HesClass what)
{
    switch (what) {
    case HesClass::Risky:
        return HesResultsModel::tr("Risky");
    case HesClass::Unknown:
        return HesResultsModel::tr("Unknown");
    case HesClass::NotFound:
        return HesResultsModel::tr("Not found");
    case HesClass::Expired:
        return HesResultsModel::tr("Expired");
    case HesClass::Riskless:
        return HesResultsModel::tr("Riskless");
    case HesClass::Open:
        return HesResultsModel::tr("Not asked yet");
    }
    return {};
}

void HesResultsModel::setEntries(const QList<HesList::Entry>& entries)
{
    beginResetModel();
    m_rows.clear();
    m_places.clear();
    m_counts.clear();
    m_rows.reserve(entries.size());
    m_places.reserve(entries.size());
    for (const HesList::Entry& entry : entries) {
        m_places.insert(entry.code.text(), static_cast<int>(m_rows.size()));
        m_rows.append({entry.code, entry.line, {}});
    }
    m_counts.insert(static_cast<int>(HesClass::Open), static_cast<int>(m_rows.size()));
    endResetModel();
}

void HesResultsModel::take(const HesResults& results)
{
    int first = static_cast<int>(m_rows.size());
    int last = -1;
    for (auto result = results.begin(); result != results.end(); ++result) {
        const auto place = m_places.constFind(result.key());
        if (place == m_places.constEnd())
            continue;
        Row& row = m_rows[*place];
        --m_counts[static_cast<int>(hesClass(row.result))];
        row.result = *result;
        ++m_counts[static_cast<int>(hesClass(row.result))];
        first = std::min(first, *place);
        last = std::max(last, *place);
    }
    if (last >= 0)
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

int HesResultsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HesResultsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HesResultsModel::text(const Row& row, int column)
{
    switch (column) {
    case Line:
        return QString::number(row.line);
    case Code:
        return row.code.text();
    case Risk:
        return row.result ? hesHeadline(*row.result) : displayName(HesClass::Open);
    case Person:
        return hesPerson(resultOf(row));
    case IdentityNumber:
        return resultOf(row).identityNumber;
    case ValidUntil:
        return hesExpiry(resultOf(row));
    default:
        return {};
    }
}

QVariant HesResultsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == Qt::DecorationRole && index.column() == Risk && row.result)
        return hesIcon(*row.result);
    if (role == Qt::ToolTipRole && index.column() == Risk && row.result)
        return hesAdvice(*row.result);
    if (index.column() == Risk && hesClass(row.result) == HesClass::Risky) {
        const theme::StateColours colours = theme::coloursOf(theme::State::Error);
        if (role == Qt::BackgroundRole)
            return colours.background;
        if (role == Qt::ForegroundRole)
            return colours.text;
    }
    return {};
}

QVariant HesResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? heading(section) : QVariant();
}

QString HesResultsModel::heading(int column)
{
    switch (column) {
    case Line:
        return tr("Line");
    case Code:
        return tr("HES code");
    case Risk:
        return tr("Result");
    case Person:
        return tr("Person");
    case IdentityNumber:
        return tr("Identity number");
    case ValidUntil:
        return tr("Valid until");
    default:
        return {};
    }
}

ExportTable HesResultsModel::exportTable(const QList<Row>& rows)
{
    ExportTable table;
    for (int column = 0; column < ColumnCount; ++column)
        table.heading.append(heading(column));
    table.rows.reserve(rows.size());
    for (const Row& row : rows) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(text(row, column));
        table.rows.append(cells);
    }
    return table;
}

HesResultsView::HesResultsView(HesResultsModel& model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(&model);
    // Sorting anew with each part that comes would hold the window up: the table is sorted when it is asked
    // to.
    setDynamicSortFilter(false);
}

void HesResultsView::showOnly(std::optional<HesClass> what)
{
    m_class = what;
    invalidateFilter();
}

void HesResultsView::showWith(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool HesResultsView::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const HesResultsModel::Row& one = m_model.at(left.row());
    const HesResultsModel::Row& other = m_model.at(right.row());
    switch (left.column()) {
    case HesResultsModel::Code:
        return one.code.text() < other.code.text();
    case HesResultsModel::Risk:
        return hesClass(one.result) < hesClass(other.result);
    case HesResultsModel::Person:
        return std::tie(resultOf(one).firstName, resultOf(one).lastName) <
               std::tie(resultOf(other).firstName, resultOf(other).lastName);
    case HesResultsModel::IdentityNumber:
        return resultOf(one).identityNumber < resultOf(other).identityNumber;
    case HesResultsModel::ValidUntil:
        return resultOf(one).expiresAt < resultOf(other).expiresAt;
    default:
        return left.row() < right.row();
    }
}

bool HesResultsView::filterAcceptsRow(int row, const QModelIndex&) const
{
    const HesResultsModel::Row& entry = m_model.at(row);
    if (m_class && hesClass(entry.result) != *m_class)
        return false;
    return m_text.isEmpty() || entry.code.text().contains(m_text, Qt::CaseInsensitive) ||
           hesPerson(resultOf(entry)).contains(m_text, Qt::CaseInsensitive) ||
           resultOf(entry).identityNumber.contains(m_text);
}

} // namespace hekim
