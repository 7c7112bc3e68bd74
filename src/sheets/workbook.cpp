#include "sheets/workbook.h"

#include "sheets/archive.h"

#include <orcus/orcus_ods.hpp>
#include <orcus/orcus_xlsx.hpp>
#include <orcus/spreadsheet/import_interface.hpp>

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <list>
#include <stdexcept>
#include <vector>

namespace hekim {

namespace {

namespace ss = orcus::spreadsheet;

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())).left(longestCell);
}

QString text(double value)
{
    // A whole number as it was typed, without exponent.
    if (std::isfinite(value) && std::floor(value) == value && std::fabs(value) < 1e15)
        return QString::number(static_cast<qint64>(value));
    return QString::number(value, 'g', 15);
}

class Strings : public ss::iface::import_shared_strings
{
public:
    size_t append(std::string_view s) override
    {
        m_strings.push_back(text(s));
        return m_strings.size() - 1;
    }
    size_t add(std::string_view s) override { return append(s); }
    void set_segment_font(size_t) override {}
    void set_segment_bold(bool) override {}
    void set_segment_italic(bool) override {}
    void set_segment_font_name(std::string_view) override {}
    void set_segment_font_size(double) override {}
    void set_segment_font_color(ss::color_elem_t, ss::color_elem_t, ss::color_elem_t,
                                ss::color_elem_t) override
    {
    }
    void append_segment(std::string_view s) override { m_segments.append(s); }
    size_t commit_segments() override { return append(std::exchange(m_segments, {})); }

    [[nodiscard]] QString at(size_t index) const
    {
        return index < m_strings.size() ? m_strings[index] : QString();
    }

private:
    std::vector<QString> m_strings;
    std::string m_segments;
};

class Sheet : public ss::iface::import_sheet, public ss::iface::import_formula
{
public:
    Sheet(const Strings& strings, const QString& name) : m_strings(strings) { m_table.name = name; }

    [[nodiscard]] const Table& table() const { return m_table; }

    void set_auto(ss::row_t row, ss::col_t col, std::string_view s) override { put(row, col, text(s)); }
    void set_string(ss::row_t row, ss::col_t col, ss::string_id_t index) override
    {
        put(row, col, m_strings.at(index));
    }
    void set_value(ss::row_t row, ss::col_t col, double value) override { put(row, col, text(value)); }
    void set_bool(ss::row_t, ss::col_t, bool) override {}
    void set_date_time(ss::row_t row, ss::col_t col, int year, int month, int day, int, int, double) override
    {
        put(row, col, QStringLiteral("%1.%2.%3").arg(day).arg(month).arg(year));
    }
    void set_format(ss::row_t, ss::col_t, size_t) override {}
    void set_format(ss::row_t, ss::col_t, ss::row_t, ss::col_t, size_t) override {}
    void fill_down_cells(ss::row_t row, ss::col_t col, ss::row_t count) override
    {
        const QString value = at(row, col);
        const ss::row_t last = std::min<qint64>(qint64(row) + count, mostTableRows - 1);
        for (ss::row_t next = row; next < last && !value.isEmpty(); ++next)
            put(next + 1, col, value);
    }
    [[nodiscard]] ss::range_size_t get_sheet_size() const override { return {1048576, 16384}; }

    ss::iface::import_formula* get_formula() override { return this; }
    void set_position(ss::row_t row, ss::col_t col) override
    {
        m_row = row;
        m_column = col;
    }
    void set_formula(ss::formula_grammar_t, std::string_view) override {}
    void set_shared_formula_index(size_t) override {}
    void set_result_string(std::string_view value) override { put(m_row, m_column, text(value)); }
    void set_result_value(double value) override { put(m_row, m_column, text(value)); }
    void set_result_bool(bool) override {}
    void set_result_empty() override {}
    void commit() override {}

private:
    [[nodiscard]] QString at(ss::row_t row, ss::col_t col) const
    {
        return row >= 0 && row < m_table.rows.size() ? m_table.rows.at(row).value(col) : QString();
    }

    void put(ss::row_t row, ss::col_t col, const QString& value)
    {
        if (row < 0 || col < 0 || row >= mostTableRows || col >= mostTableColumns || value.isEmpty())
            return;
        while (m_table.rows.size() <= row)
            m_table.rows.emplaceBack();
        QStringList& cells = m_table.rows[row];
        while (cells.size() <= col)
            cells.emplaceBack();
        cells[col] = value;
    }

    const Strings& m_strings;
    Table m_table;
    ss::row_t m_row = -1;
    ss::col_t m_column = -1;
};

/// "B12" and "A1:B12", as XLSX places its cells by them. Formulas, which hold other kinds, are not read.
class References : public ss::iface::import_reference_resolver
{
public:
    ss::src_address_t resolve_address(std::string_view address) override
    {
        static const QRegularExpression pattern(
            QStringLiteral("\\A\\$?([A-Z]{1,3})\\$?([1-9][0-9]{0,6})\\z"));
        const auto match = pattern.match(text(address));
        if (!match.hasMatch())
            throw std::invalid_argument("no address of a cell");
        ss::col_t column = 0;
        for (const QChar letter : match.captured(1))
            column = column * 26 + (letter.unicode() - u'A' + 1);
        return {0, match.captured(2).toInt() - 1, column - 1};
    }
    ss::src_range_t resolve_range(std::string_view range) override
    {
        const size_t colon = range.find(':');
        const ss::src_address_t first = resolve_address(range.substr(0, colon));
        return {first, colon == std::string_view::npos ? first : resolve_address(range.substr(colon + 1))};
    }
};

class Factory : public ss::iface::import_factory
{
public:
    ss::iface::import_shared_strings* get_shared_strings() override { return &m_strings; }
    ss::iface::import_reference_resolver* get_reference_resolver(ss::formula_ref_context_t) override
    {
        return &m_references;
    }
    ss::iface::import_sheet* append_sheet(ss::sheet_t, std::string_view name) override
    {
        // One that is too many is read into the last, and does no harm there.
        if (static_cast<qsizetype>(m_sheets.size()) < mostTables)
            m_sheets.emplace_back(m_strings, text(name));
        return &m_sheets.back();
    }
    ss::iface::import_sheet* get_sheet(std::string_view name) override
    {
        const auto sheet = std::find_if(m_sheets.begin(), m_sheets.end(),
                                        [&](const Sheet& s) { return s.table().name == text(name); });
        return sheet == m_sheets.end() ? nullptr : &*sheet;
    }
    ss::iface::import_sheet* get_sheet(ss::sheet_t index) override
    {
        if (index < 0 || static_cast<size_t>(index) >= m_sheets.size())
            return nullptr;
        return &*std::next(m_sheets.begin(), index);
    }
    void finalize() override {}

    [[nodiscard]] QList<Table> tables() const
    {
        QList<Table> tables;
        for (const Sheet& sheet : m_sheets)
            tables.append(sheet.table());
        return tables;
    }

private:
    Strings m_strings;
    References m_references;
    std::list<Sheet> m_sheets;
};

template <class Filter>
tl::expected<QList<Table>, TableFault> readBy(std::string_view content)
{
    Factory factory;
    Filter filter(&factory);
    filter.read_stream(content);
    return factory.tables();
}

} // namespace

tl::expected<QList<Table>, TableFault> readWorkbook(const QByteArray& content)
{
    const auto clean = repacked(content);
    if (!clean)
        return tl::make_unexpected(clean.error());
    const auto* bytes = reinterpret_cast<const unsigned char*>(clean->constData());
    const auto size = static_cast<size_t>(clean->size());
    try {
        if (orcus::orcus_xlsx::detect(bytes, size))
            return readBy<orcus::orcus_xlsx>({clean->constData(), size});
        if (orcus::orcus_ods::detect(bytes, size))
            return readBy<orcus::orcus_ods>({clean->constData(), size});
    } catch (const std::exception&) {
        return tl::make_unexpected(TableFault::Damaged);
    }
    return tl::make_unexpected(TableFault::UnknownKind);
}

} // namespace hekim
