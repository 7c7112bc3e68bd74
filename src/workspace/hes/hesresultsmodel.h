#pragma once

#include "services/hes/heslist.h"
#include "services/hes/hesreply.h"
#include "services/hes/hesresult.h"
#include "sheets/tablewriter.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSortFilterProxyModel>

#include <optional>

namespace hekim {

/// What a row of a batch stands for, in the order in which people want to see them sorted.
enum class HesClass { Risky, Unknown, NotFound, Expired, Riskless, Open };
HesClass hesClass(const std::optional<HesResult>& result);
QString displayName(HesClass what);

/// The codes of a batch and what came for them, in the order of their rows.
class HesResultsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, Code, Risk, Person, IdentityNumber, ValidUntil, ColumnCount };
    struct Row
    {
        HesCode code;
        int line = 0;
        std::optional<HesResult> result;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(const QList<HesList::Entry>& entries);
    void take(const HesResults& results);
    void clear() { setEntries({}); }

    [[nodiscard]] const Row& at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int count(HesClass what) const { return m_counts.value(static_cast<int>(what)); }
    /// All rows in their own order, whatever the view shows.
    [[nodiscard]] QList<Row> rows() const { return m_rows; }
    /// In any thread: ten thousand rows take longer than a frame.
    static ExportTable exportTable(const QList<Row>& rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString text(const Row& row, int column);
    static QString heading(int column);

    QList<Row> m_rows;
    QHash<QString, int> m_places; ///< by code
    QHash<int, int> m_counts;     ///< by HesClass
};

/// Sorts by what the columns mean, and shows one class of rows or those with a text.
class HesResultsView : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit HesResultsView(HesResultsModel& model, QObject* parent = nullptr);

    void showOnly(std::optional<HesClass> what);
    void showWith(const QString& text);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    const HesResultsModel& m_model;
    std::optional<HesClass> m_class;
    QString m_text;
};

} // namespace hekim
