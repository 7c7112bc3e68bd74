#include "widgets/print/savedfile.h"

#include "core/call/background.h"
#include "core/files/wholefile.h"
#include "platform/files/userfolders.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace hekim {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void askForPdfPlace(QWidget* window, const QString& title, const QString& name,
                    const std::function<void(const QString&)>& chosen)
{
    auto* dialog = new QFileDialog(window, title, documentsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({QCoreApplication::translate("hekim::PrintDialog", "PDF document (*.pdf)")});
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, chosen);
    dialog->open();
}

void writeInBackground(const QString& path, const QByteArray& bytes, QObject* context,
                       std::function<void(bool)> done)
{
    inThreadOfItsOwn(
        context, 1min, [path, bytes] { return !bytes.isEmpty() && writeWholeFile(path, bytes); },
        [done = std::move(done)](std::optional<bool> written) { done(written.value_or(false)); });
}

} // namespace hekim
