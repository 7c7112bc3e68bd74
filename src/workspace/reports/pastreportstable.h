#pragma once

#include "services/erapor/pastreports.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace hekim {

/// Past reports as they are shown: texts in the local way, places to sort by and keys to filter by. All of it
/// is made once, off the window's thread, so that sorting and filtering compute nothing while the doctor
/// types (rule W2).
class PastReportsTable
{
    Q_DECLARE_TR_FUNCTIONS(PastReportsTable)

public:
    PastReportsTable() = default;
    PastReportsTable(const PastReports& reports, const QLocale& locale);

    [[nodiscard]] int columnCount() const { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] int rowCount() const { return static_cast<int>(m_texts.size()); }
    [[nodiscard]] const PastReports::Column& column(int column) const { return m_columns.at(column); }
    /// The column's name for people: a translated one where its meaning is known, else the service's own.
    [[nodiscard]] QString heading(int column) const;
    /// It holds numbers only, which stand under each other by their last digit.
    [[nodiscard]] bool isNumeric(int column) const { return m_isNumeric.at(column); }
    [[nodiscard]] const QString& text(int row, int column) const { return m_texts.at(row).at(column); }
    /// The column that tells when a report was written, or -1.
    [[nodiscard]] int dateColumn() const;

    /// The rows that hold every word of `filter`, in the service's order. Capitals do not count, by the
    /// Turkish rules; dotted and dotless i are one letter, since codes are written with either.
    [[nodiscard]] QList<int> matching(const QString& filter) const;
    /// Puts rows into the order of a column: dates by time, numbers by size, texts by the Turkish alphabet
    /// with numbers in them by size. What is no date or number comes after those that are, and what is empty
    /// last, in both directions.
    void sort(QList<int>& rows, int column, Qt::SortOrder order) const;

private:
    struct Place
    {
        int group = 0; ///< times before numbers before texts before nothing, in both directions
        int rank = 0;  ///< equal values have equal ranks
    };
    [[nodiscard]] static QString shown(const QVariant& value, const PastReports::Column& column,
                                       const QLocale& locale, bool withTime);
    void addTexts(const PastReports& reports, const QLocale& locale);
    void addPlaces(const PastReports& reports);

    QList<PastReports::Column> m_columns;
    QList<QStringList> m_texts;   ///< by row
    QList<bool> m_isNumeric;      ///< by column
    QStringList m_keys;           ///< by row: what the filter looks in
    QList<QList<Place>> m_places; ///< by column and row
};

} // namespace hekim
