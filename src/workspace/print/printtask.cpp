#include "workspace/print/printtask.h"

#include "browser/downloads/download.h"
#include "browser/page/isolatedpage.h"

#include <QDialog>

#include <chrono>

namespace hekim {

using namespace std::chrono_literals;

PrintTask::PrintTask(IsolatedPage& page) : m_page(&page.printing())
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(30s);
    connect(&m_patience, &QTimer::timeout, this, &PrintTask::documentMissing);
    connect(m_page, &PrintableDocument::leaving, this, &PrintTask::pageChanged);
    connect(m_page, &QObject::destroyed, this, &PrintTask::pageChanged);
}

PrintTask::~PrintTask()
{
    if (m_download)
        m_download->deleteLater();
    if (m_question) {
        m_question->disconnect(this);
        m_question->reject();
    }
}

void PrintTask::begin(std::function<void(bool)> seen)
{
    m_page->look(this, [this, seen = std::move(seen)](const ShownContent& shown) {
        m_shown = shown;
        seen(!shown.pdf.isEmpty());
    });
}

void PrintTask::fetchDocument(std::function<void(const QByteArray&)> fetched)
{
    m_patience.start();
    m_page->fetchPdf(m_shown.pdf, this,
                     [this, fetched = std::move(fetched)](Download* download) { read(download, fetched); });
}

void PrintTask::read(Download* download, std::function<void(const QByteArray&)> done)
{
    m_download = download;
    connect(download, &Download::failed, this, &PrintTask::documentMissing);
    connect(download, &Download::ready, this, [this, done = std::move(done)](const QByteArray& pdf) {
        m_download->deleteLater();
        if (!pdf.contains("%PDF-")) { // the server answered the second time with something else
            emit documentMissing();
            return;
        }
        ifUnchanged([this, pdf, done] {
            m_patience.stop();
            done(pdf);
        });
    });
    download->read();
}

// The engine takes what is shown by the time that it lays it out, and tells of what a page changes in place
// in the order in which it does: what is the same behind the PDF as at the beginning was the same in it.
void PrintTask::layOut(const QPageLayout& paper, std::function<void(const QByteArray&)> laidOut)
{
    m_page->toPdf(paper, this, [this, laidOut = std::move(laidOut)](const QByteArray& pdf) {
        ifUnchanged([pdf, laidOut] { laidOut(pdf); });
    });
}

void PrintTask::ifUnchanged(std::function<void()> then)
{
    m_page->look(this, [this, then = std::move(then)](const ShownContent& shown) {
        if (!shown.documents.isEmpty() && shown == m_shown)
            then();
        else
            emit pageChanged();
    });
}

void PrintTask::hold(QDialog& question)
{
    m_question = &question;
    connect(&question, &QDialog::rejected, this, &PrintTask::givenUp);
}

} // namespace hekim
