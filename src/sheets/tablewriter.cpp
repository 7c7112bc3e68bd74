#include "sheets/tablewriter.h"

#include "core/text/csv.h"

#include <xlsxwriter.h>

#include <QFile>
#include <QTemporaryDir>

#include <clocale>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr double columnWidth = 20;
// Of a cell in Excel; longer ones libxlsxwriter refuses.
constexpr qsizetype longestText = 32767;

/// libxlsxwriter writes numbers by the C library, which Qt has set to the user's language: in Turkish with a
/// comma, which no reader of XLSX takes. While this lives, those of this thread have a point.
class PlainNumbers
{
#ifndef Q_OS_WIN // where Qt leaves the C library alone
public:
    PlainNumbers() : m_plain(newlocale(LC_ALL_MASK, "C", nullptr)), m_before(uselocale(m_plain)) {}
    ~PlainNumbers()
    {
        uselocale(m_before);
        if (m_plain)
            freelocale(m_plain);
    }
    Q_DISABLE_COPY_MOVE(PlainNumbers)

private:
    locale_t m_plain;
    locale_t m_before;
#endif
};

void writeRow(lxw_worksheet* sheet, lxw_row_t number, const QStringList& row, lxw_format* format)
{
    for (qsizetype column = 0; column < row.size(); ++column)
        worksheet_write_string(sheet, number, static_cast<lxw_col_t>(column),
                               row.at(column).left(longestText).toUtf8().constData(), format);
}

} // namespace

QByteArray csvOf(const ExportTable& table)
{
    QByteArray csv = csvBegin + csvRow(table.heading);
    for (const QStringList& row : table.rows)
        csv += csvRow(row);
    return csv;
}

Result<QByteArray> xlsxOf(const ExportTable& table, const QString& temporaryFolder)
{
    const auto failed = [] { return badInput(u"export"_s, InputFault::Unreadable); };
    [[maybe_unused]] const PlainNumbers plain;
    const QTemporaryDir folder(temporaryFolder + u"/xlsx"_s);
    if (!folder.isValid())
        return failed();
    const QString path = folder.filePath(u"table.xlsx"_s);
    QByteArray temporary = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    lxw_workbook* workbook = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    if (!workbook)
        return failed();
    lxw_worksheet* sheet = workbook_add_worksheet(workbook, nullptr);
    lxw_format* bold = workbook_add_format(workbook);
    format_set_bold(bold);
    writeRow(sheet, 0, table.heading, bold);
    for (qsizetype row = 0; row < table.rows.size(); ++row)
        writeRow(sheet, static_cast<lxw_row_t>(row + 1), table.rows.at(row), nullptr);
    if (!table.heading.isEmpty())
        worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(table.heading.size() - 1), columnWidth,
                             nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
    if (workbook_close(workbook) != LXW_NO_ERROR)
        return failed();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed();
    return file.readAll();
}

} // namespace hekim
