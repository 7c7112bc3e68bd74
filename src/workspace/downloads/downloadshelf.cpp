#include "workspace/downloads/downloadshelf.h"

#include "audit/widgets/auditplace.h"
#include "browser/page/isolatedpage.h"
#include "browser/page/loadfailure.h"
#include "workspace/downloads/downloadbar.h"

#include <QDir>
#include <QFileDialog>
#include <QPointer>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

DownloadShelf::DownloadShelf(QWidget* parent) : QWidget(parent), m_bars(new QVBoxLayout(this))
{
    m_bars->setContentsMargins(0, 0, 0, 0);
    m_bars->setSpacing(0);
    hide();
}

void DownloadShelf::serve(IsolatedPage& page)
{
    m_withoutPage = false;
    connect(&page, &IsolatedPage::downloadOffered, this, &DownloadShelf::take);
    connect(&page, &IsolatedPage::failed, this,
            [this](const Error& error) { m_withoutPage = error.step == Step::PageNotShown; });
    connect(&page, &IsolatedPage::loadingChanged, this, [this](bool loading) {
        if (loading)
            m_withoutPage = false;
    });
}

void DownloadShelf::take(Download* download)
{
    const DownloadOffer& offer = download->offer();
    // "Görüntüle": a document that was asked for is shown, and can be saved from there; so is one that came
    // in place of the page. One that is too large for that can be saved only.
    if (download->canBeShown() && (offer.asked || m_withoutPage)) {
        emit documentAsked(download);
        return;
    }
    DownloadBar* bar = addBar(download);
    // Out of sight, behind the lock or another patient's tab, the bar waits with its button: a dialog of the
    // desktop's own would come over them (rules P1, P6).
    if (offer.asked && !m_asking && isVisible())
        askWhereTo(bar);
}

void DownloadShelf::keep(Download* download)
{
    if (!download)
        return;
    askForPlace(download, download->offer().name, [this, download](const QString& path) {
        if (download->isSaving())
            return;
        DownloadBar* bar = addBar(download);
        bar->borrow();
        save(bar, path);
    });
}

DownloadBar* DownloadShelf::addBar(Download* download)
{
    auto* bar = new DownloadBar(*download, this);
    connect(bar, &DownloadBar::saveAsked, this, [this, bar] { askWhereTo(bar); });
    connect(bar, &DownloadBar::showAsked, this, [this, bar] {
        Download* shown = bar->letGo();
        remove(bar);
        if (shown)
            emit documentAsked(shown);
    });
    connect(bar, &DownloadBar::savedTo, this, [this, bar](const QString& path) {
        const bool sameName = path.endsWith(u".jnlp", Qt::CaseInsensitive);
        if (bar->download() && bar->download()->offer().isJnlp && sameName)
            emit jnlpSaved(path);
    });
    connect(bar, &DownloadBar::done, this, [this, bar] { remove(bar); });
    connect(download, &QObject::destroyed, bar, [this, bar] { remove(bar); });
    bar->offer();
    m_bars->addWidget(bar);
    show();
    return bar;
}

void DownloadShelf::askWhereTo(DownloadBar* bar)
{
    const Download* download = bar->download();
    if (!download)
        return;
    askForPlace(
        bar, download->offer().name,
        [this, bar](const QString& path) {
            if (bar->download())
                save(bar, path);
        },
        [this, bar] { remove(bar); });
}

void DownloadShelf::askForPlace(QObject* context, const QString& name,
                                std::function<void(const QString&)> chosen, std::function<void()> rejected)
{
    if (m_asking)
        return;
    m_asking = true;
    if (m_lastFolder.isEmpty())
        m_lastFolder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    if (!QDir(m_lastFolder).exists())
        m_lastFolder = QDir::homePath();
    auto* dialog = new QFileDialog(this, tr("Save file"), m_lastFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(name.isEmpty() ? tr("file") : name);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { m_lastFolder = QFileInfo(path).absolutePath(); });
    connect(dialog, &QFileDialog::fileSelected, context, std::move(chosen));
    if (rejected)
        connect(dialog, &QDialog::rejected, context, std::move(rejected));
    connect(context, &QObject::destroyed, dialog, [dialog, context] {
        dialog->disconnect(context); // it is not all there any more
        dialog->reject();
    });
    connect(dialog, &QDialog::finished, this, [this] { m_asking = false; });
    dialog->open();
}

void DownloadShelf::save(DownloadBar* bar, const QString& path)
{
    const AuditDeed deed = auditedDeed(*this, AuditAction::Download);
    connect(bar->download(), &Download::saved, bar, [deed] { deed.end(true); });
    connect(bar->download(), &Download::failed, bar, [deed] { deed.end(false); });
    bar->save(path);
}

void DownloadShelf::remove(DownloadBar* bar)
{
    bar->hide();
    bar->deleteLater();
    m_bars->removeWidget(bar);
    setVisible(m_bars->count() > 0);
}

} // namespace hekim
