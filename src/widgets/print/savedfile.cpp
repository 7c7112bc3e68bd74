#include "widgets/print/savedfile.h"

#include "core/call/background.h"
#include "platform/files/userfolders.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>

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
        context, 1min,
        [path, bytes] {
            QSaveFile file(path);
            return !bytes.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
                   file.commit();
        },
        [done = std::move(done)](std::optional<bool> written) { done(written.value_or(false)); });
}

} // namespace hekim
