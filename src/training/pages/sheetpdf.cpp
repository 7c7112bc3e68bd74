#include "training/pages/sheetpdf.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPdfWriter>
#include <QTextDocument>

#include <mutex>

namespace hekim::training {

using namespace Qt::StringLiterals;

QByteArray sheetPdf(const QString& title, const Html& sheet)
{
    static std::mutex fonts; // one document at a time: Qt's font database is shared by all threads
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    const std::scoped_lock lock(fonts);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                     QMarginsF(18, 16, 18, 16), QPageLayout::Millimeter));
    QTextDocument document;
    document.setDefaultFont(QFont(u"Sans Serif"_s, 10));
    document.setHtml(sheet.text());
    document.print(&writer);
    buffer.close();
    return pdf;
}

} // namespace hekim::training
