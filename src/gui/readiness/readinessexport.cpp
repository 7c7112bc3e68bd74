#include "gui/readiness/readinessexport.h"

#include "core/call/background.h"
#include "core/files/wholefile.h"
#include "gui/readiness/readinesspdf.h"
#include "platform/files/userfolders.h"

#include <QFileDialog>

#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;

ReadinessExport::ReadinessExport(Content content, QWidget* window)
    : QObject(window), m_content(std::move(content)), m_window(window)
{
}

void ReadinessExport::askWhere()
{
    auto* dialog = new QFileDialog(m_window, tr("Save the readiness record"), documentsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("PDF document (*.pdf)")});
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(tr("readiness-%1", "file name").arg(m_content.institutionCode));
    connect(dialog, &QFileDialog::fileSelected, this, &ReadinessExport::write);
    connect(dialog, &QFileDialog::rejected, this, &QObject::deleteLater);
    dialog->open();
}

void ReadinessExport::write(const QString& path)
{
    inBackground(
        this,
        [content = m_content, path] {
            return writeWholeFile(path, readinessPdf(content.record, content.institutionName,
                                                     content.environment, QDate::currentDate()))
                .has_value();
        },
        [this, path](bool done) {
            if (done)
                emit saved(path);
            else
                emit failed(path);
            deleteLater();
        });
}

} // namespace hekim
