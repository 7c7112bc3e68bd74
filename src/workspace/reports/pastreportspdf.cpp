#include "workspace/reports/pastreportspdf.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QTextDocument>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

QString htmlOf(const PastReportsTable& table, const QList<int>& rows, const QString& title)
{
    QString html = u"<p><b>%1</b></p><table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" width=\"100%\" "
                   u"style=\"border-collapse: collapse\"><thead><tr>"_s.arg(title.toHtmlEscaped());
    for (int column = 0; column < table.columnCount(); ++column)
        html += u"<th align=\"left\">"_s + table.heading(column).toHtmlEscaped() + u"</th>"_s;
    html += u"</tr></thead><tbody>"_s;
    for (const int row : rows) {
        html += u"<tr>"_s;
        for (int column = 0; column < table.columnCount(); ++column)
            html += (table.isNumeric(column) ? u"<td align=\"right\">"_s : u"<td>"_s) +
                    table.text(row, column).toHtmlEscaped() + u"</td>"_s;
        html += u"</tr>"_s;
    }
    return html + u"</tbody></table>"_s;
}

} // namespace

QByteArray pastReportsPdf(const PastReportsTable& table, const QList<int>& rows, const QString& title)
{
    constexpr int resolution = 300;
    constexpr qreal pointSize = 7.5;
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setPageLayout({QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(12, 12, 12, 12),
                          QPageLayout::Millimeter});
    writer.setTitle(title);
    QTextDocument document;
    QFont font = document.defaultFont();
    font.setPointSizeF(pointSize);
    document.setDefaultFont(font);
    document.setHtml(htmlOf(table, rows, title));
    document.print(&writer);
    buffer.close();
    return pdf;
}

} // namespace hekim
