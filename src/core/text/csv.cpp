#include "core/text/csv.h"

#include <QByteArrayList>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

// =, +, - and @ begin a formula, in some programs also after a tabulator or a line break.
bool canBeFormula(const QString& cell)
{
    return !cell.isEmpty() && u"=+-@\t\r\n|"_s.contains(cell.front());
}

QByteArray csvCell(const QString& cell)
{
    QString text = canBeFormula(cell) ? u'\'' + cell : cell;
    text.replace(u'"', u"\"\""_s);
    return '"' + text.toUtf8() + '"';
}

} // namespace

QByteArray csvRow(const QStringList& cells)
{
    QByteArrayList quoted;
    for (const QString& cell : cells)
        quoted.append(csvCell(cell));
    return quoted.join(';') + "\r\n";
}

} // namespace hekim
