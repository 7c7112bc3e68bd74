#include "widgets/print/printing.h"

#include <QPrinter>
#include <QPrinterInfo>

#include <algorithm>
#include <limits>

namespace hekim {

Printers findPrinters()
{
    return {QPrinterInfo::availablePrinterNames(), QPrinterInfo::defaultPrinterName()};
}

std::unique_ptr<QPrinter> makePrinter(const PrintWish& wish)
{
    const QPrinterInfo info = QPrinterInfo::printerInfo(wish.printer);
    if (info.isNull())
        return nullptr;
    auto printer = std::make_unique<QPrinter>(info, QPrinter::HighResolution);
    printer->setCopyCount(wish.copies);
    printer->setFromTo(wish.firstPage, wish.lastPage > 0 ? std::max(wish.firstPage, wish.lastPage)
                                                         : std::numeric_limits<int>::max());
    printer->setPageOrientation(wish.orientation);
    if (wish.sides != PrintWish::Sides::AsSetUp)
        printer->setDuplex(wish.sides == PrintWish::Sides::Both ? QPrinter::DuplexAuto
                                                                : QPrinter::DuplexNone);
    if (wish.blackAndWhite)
        printer->setColorMode(QPrinter::GrayScale);
    return printer;
}

QPageLayout paperOf(const PrintWish& wish)
{
    const QPageSize size = QPrinterInfo::printerInfo(wish.printer).defaultPageSize();
    return {size.isValid() ? size : QPageSize(QPageSize::A4), wish.orientation, {}};
}

} // namespace hekim
