#include "workspace/print/pdfprinter.h"

#include "core/call/background.h"
#include "widgets/print/printing.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QPrinter>

#include <algorithm>

namespace hekim {

namespace {

/// Above this a page's picture takes hundreds of megabytes and is no sharper on paper.
constexpr int highestResolution = 300;

bool print(const QByteArray& pdf, QPrinter& printer)
{
    QBuffer bytes;
    bytes.setData(pdf);
    bytes.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&bytes);
    if (document.status() != QPdfDocument::Status::Ready || document.pageCount() == 0)
        return false;
    const int last = document.pageCount();
    const int from = std::clamp(printer.fromPage() > 0 ? printer.fromPage() : 1, 1, last);
    const int to = std::clamp(printer.toPage() > 0 ? printer.toPage() : last, from, last);

    QPainter painter;
    for (int page = from; page <= to; ++page) {
        const QSizeF points = document.pagePointSize(page - 1);
        printer.setPageOrientation(points.width() > points.height() ? QPageLayout::Landscape
                                                                    : QPageLayout::Portrait);
        if (page == from ? !painter.begin(&printer) : !printer.newPage())
            return false;
        const QRectF paper = printer.pageLayout().paintRectPixels(printer.resolution());
        QSizeF size = points.scaled(paper.size(), Qt::KeepAspectRatio);
        const qreal coarser = std::min(1.0, qreal(highestResolution) / printer.resolution());
        const QImage image = document.render(page - 1, (size * coarser).toSize());
        if (image.isNull())
            return false;
        const QPointF corner((paper.width() - size.width()) / 2, (paper.height() - size.height()) / 2);
        QImage onPaper(image.size(), QImage::Format_RGB32); // paper is white where the document says nothing
        onPaper.fill(Qt::white);
        QPainter(&onPaper).drawImage(0, 0, image);
        painter.drawImage(QRectF(corner, size), onPaper);
    }
    return painter.end();
}

} // namespace

void printPdf(const QByteArray& pdf, MakePrinter makePrinter, QObject* context,
              std::function<void(bool)> done)
{
    inThreadOfItsOwn(
        context, printingDeadline,
        [pdf, makePrinter = std::move(makePrinter)] {
            const std::unique_ptr<QPrinter> printer = makePrinter();
            return printer && print(pdf, *printer);
        },
        [done = std::move(done)](std::optional<bool> printed) { done(printed.value_or(false)); });
}

} // namespace hekim
