#include "workspace/downloads/downloadbar.h"

#include "widgets/announce.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"
#include "workspace/page/programstart.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

struct DownloadFailures
{
    Q_DECLARE_TR_FUNCTIONS(DownloadFailures)
};

constexpr qint64 thousandth = 1000;

} // namespace

QString sentenceFor(Download::Failure failure)
{
    switch (failure) {
    case Download::Failure::NoSpace:
        return DownloadFailures::tr(
            "There is not enough room there. Free some, or choose another folder, and "
            "click in the page again.");
    case Download::Failure::NotAllowed:
        return DownloadFailures::tr("You may not write to that folder. Click in the page again and choose "
                                    "another one.");
    case Download::Failure::NotWritten:
        return DownloadFailures::tr(
            "The folder could not be written to. Check the disk or network drive, and "
            "click in the page again.");
    case Download::Failure::TooLarge:
        return DownloadFailures::tr("The file is too large for this computer's memory. Ask your IT.");
    case Download::Failure::Cut:
        return DownloadFailures::tr("The connection was cut before the file was complete. Click in the page "
                                    "again.");
    case Download::Failure::ServerFailed:
        return DownloadFailures::tr("The Ministry's server sent an error in place of the file. Click in the "
                                    "page again, later.");
    }
    return {};
}

DownloadBar::DownloadBar(Download& download, QWidget* parent)
    : QFrame(parent)
    , m_download(&download)
    , m_icon(new QLabel(this))
    , m_text(wrappingLabel(this))
    , m_progress(new QProgressBar(this))
    , m_buttons(new QHBoxLayout)
    , m_fileName(download.offer().name)
{
    setAccessibleName(tr("File"));
    setAutoFillBackground(true);
    m_progress->setAccessibleName(tr("Progress of saving"));
    m_progress->setMaximumWidth(200);
    m_progress->hide();

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::gapLarge, theme::gapSmall, theme::gap, theme::gapSmall);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addLayout(m_buttons);

    connect(&download, &Download::progress, this, &DownloadBar::showProgress);
    connect(&download, &Download::saved, this, &DownloadBar::showSaved);
    connect(&download, &Download::failed, this, [this](Download::Failure why) {
        m_progress->hide();
        clearButtons();
        addButton(tr("Close"), &DownloadBar::done);
        m_icon->setPixmap(theme::iconOf(theme::State::Error).pixmap(20, 20));
        say(tr("“%1” was not saved. %2").arg(nameShown(), sentenceFor(why)));
    });
}

DownloadBar::~DownloadBar()
{
    if (!m_download)
        return;
    m_download->disconnect(this);
    if (m_owned)
        delete m_download.data();
    else if (m_download->isSaving())
        m_download->cancel();
}

Download* DownloadBar::letGo()
{
    Download* download = m_download;
    m_download.clear();
    if (download)
        download->disconnect(this);
    return download;
}

QString DownloadBar::nameShown() const
{
    return m_fileName.isEmpty() ? tr("file") : m_fileName;
}

void DownloadBar::offer()
{
    const DownloadOffer& what = m_download->offer();
    m_icon->setPixmap(theme::iconOf(theme::State::Info).pixmap(20, 20));
    clearButtons();
    if (m_download->canBeShown())
        addButton(tr("Show"), &DownloadBar::showAsked);
    addButton(tr("Save…"), &DownloadBar::saveAsked);
    addButton(tr("Do not save"), &DownloadBar::done);
    say(tr("%1 offers the file “%2”.").arg(what.host, nameShown()));
}

void DownloadBar::save(const QString& path)
{
    m_fileName = QFileInfo(path).fileName();
    m_icon->setPixmap(theme::iconOf(theme::State::Info).pixmap(20, 20));
    clearButtons();
    addButton(tr("Stop"), &DownloadBar::done);
    m_progress->setRange(0, 0);
    m_progress->show();
    m_clock.start();
    say(tr("“%1” is being saved.").arg(nameShown()));
    m_download->save(path);
}

void DownloadBar::showProgress(qint64 received, qint64 size)
{
    if (!m_download || !m_download->isSaving())
        return;
    const QLocale locale;
    const qint64 seconds = std::max<qint64>(m_clock.elapsed(), 1);
    const QString rate = locale.formattedDataSize(received * thousandth / seconds, 1);
    if (size > 0) {
        m_progress->setRange(0, int(thousandth));
        m_progress->setValue(int(received * thousandth / size));
        m_text->setText(tr("“%1” is being saved: %2 of %3, %4 per second.")
                            .arg(nameShown(), locale.formattedDataSize(received, 1),
                                 locale.formattedDataSize(size, 1), rate));
    } else {
        m_text->setText(tr("“%1” is being saved: %2, %3 per second.")
                            .arg(nameShown(), locale.formattedDataSize(received, 1), rate));
    }
    setAccessibleDescription(m_text->text());
}

void DownloadBar::showSaved(const QString& path)
{
    m_progress->hide();
    m_icon->setPixmap(theme::iconOf(theme::State::Ok).pixmap(20, 20));
    clearButtons();
    const QString folder = QFileInfo(path).absolutePath();
    auto* open = new QPushButton(tr("Open folder"), this);
    connect(open, &QPushButton::clicked, this,
            [this, folder] { startInSight(*this, QUrl::fromLocalFile(folder)); });
    m_buttons->addWidget(open);
    addButton(tr("Close"), &DownloadBar::done);
    say(tr("“%1” was saved.").arg(nameShown()));
    emit savedTo(path);
}

void DownloadBar::say(const QString& text)
{
    m_text->setText(text);
    setAccessibleDescription(text);
    announce(*this);
}

void DownloadBar::addButton(const QString& text, void (DownloadBar::*asked)())
{
    auto* button = new QPushButton(text, this);
    connect(button, &QPushButton::clicked, this, asked);
    m_buttons->addWidget(button);
}

void DownloadBar::clearButtons()
{
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace hekim
