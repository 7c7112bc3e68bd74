#include "gui/printerquestion.h"

#include <QPrintDialog>
#include <QPrinter>

namespace hekim {

QDialog* askForPrinter(QWidget* window, std::function<void(const std::shared_ptr<QPrinter>&)> chosen)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto* dialog = new QPrintDialog(printer.get(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), window,
                     [printer, chosen = std::move(chosen)] { chosen(printer); });
    dialog->open();
    return dialog;
}

} // namespace hekim
