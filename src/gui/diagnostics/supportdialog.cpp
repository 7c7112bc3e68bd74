#include "gui/diagnostics/supportdialog.h"

#include "audit/widgets/auditplace.h"
#include "browser/engine/webgl.h"
#include "core/call/background.h"
#include "core/files/wholefile.h"
#include "gui/diagnostics/supportfile.h"
#include "platform/files/userfolders.h"
#include "platform/log/logfile.h"
#include "platform/process/sandboxstate.h"
#include "sheets/archive.h"
#include "widgets/announce.h"
#include "widgets/comfortablesize.h"
#include "widgets/helptopic.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize startSize{900, 560};
constexpr int namesWidth = 160;
constexpr std::array secretNames{SecretName::UssPassword, SecretName::EnabizPassword, SecretName::HesUsername,
                                 SecretName::HesPassword};

QStringList logFiles()
{
    const QString path = LogFile::standardFolder() + u"/desktop.log"_s;
    return {path + u".1"_s, path};
}

bool save(const QList<std::pair<QString, QByteArray>>& files, const QString& path)
{
    const QByteArray content = zipped(files);
    return !content.isEmpty() && writeWholeFile(path, content);
}

} // namespace

SupportDialog::SupportDialog(HttpClient& http, CredentialStore& credentials, const Settings& settings,
                             QString engine, QWidget* parent)
    : QDialog(parent)
    , m_credentials(credentials)
    , m_settings(settings)
    , m_engine(std::move(engine))
    , m_check(http)
    , m_state(wrappingLabel(this))
    , m_progress(new QProgressBar(this))
    , m_names(new QListWidget(this))
    , m_text(new QPlainTextEdit(this))
    , m_save(new QPushButton(tr("Save…"), this))
{
    setWindowTitle(tr("Support file"));
    setAttribute(Qt::WA_DeleteOnClose);
    setHelpTopic(*this, HelpTopic::SupportFile);
    resizeComfortably(*this, startSize);
    auto* about =
        wrappingLabel(tr("For whoever helps you: versions, settings, connection check and log. Identity "
                         "numbers are masked, and no password or token is in it. Read it, save it, and "
                         "send it yourself: nothing leaves this computer by itself."),
                      this);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(theme::gap);
    m_progress->setAccessibleName(tr("Progress"));
    m_names->setAccessibleName(tr("Files"));
    m_names->setFixedWidth(namesWidth);
    m_text->setAccessibleName(tr("Content"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_save->setEnabled(false);
    auto* close = new QPushButton(tr("Close"), this);
    m_save->setAutoDefault(false);
    close->setAutoDefault(false);
    connect(m_names, &QListWidget::currentRowChanged, this, &SupportDialog::showFile);
    connect(m_save, &QPushButton::clicked, this, &SupportDialog::chooseFile);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_check, &ConnectionCheck::finished, this, &SupportDialog::gatheredOne);

    auto* content = new QHBoxLayout;
    content->setSpacing(theme::gap);
    content->addWidget(m_names);
    content->addWidget(m_text, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::gap);
    buttons->addWidget(m_save);
    buttons->addWidget(m_state, 1);
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapLarge, theme::gapLarge, theme::gapLarge, theme::gapLarge);
    layout->setSpacing(theme::gap);
    layout->addWidget(about);
    layout->addWidget(m_progress);
    layout->addLayout(content, 1);
    layout->addLayout(buttons);
}

void SupportDialog::start(ConnectionCheck::Logins logins)
{
    m_state->setText(tr("The connection is being checked…"));
    m_missing = 1 + static_cast<int>(secretNames.size());
    readSecrets();
    m_check.start(m_settings, std::move(logins));
}

/// Known secrets are taken out of every text, in whatever form they may stand there.
void SupportDialog::readSecrets()
{
    for (const SecretName name : secretNames) {
        m_credentials.read(name, ownerOf(name, m_settings), this, [this](const Result<QString>& secret) {
            if (secret && !secret->isEmpty())
                m_secrets.append(*secret);
            gatheredOne();
        });
    }
}

void SupportDialog::gatheredOne()
{
    if (--m_missing > 0)
        return;
    const SupportFacts facts{m_settings,
                             m_check.report(),
                             logFiles(),
                             m_engine,
                             QString::fromLatin1(webgl::renderer()),
                             sandboxState(),
                             std::exchange(m_secrets, {})};
    inBackground(
        this, [facts] { return supportFiles(facts); },
        [this](const QList<std::pair<QString, QByteArray>>& files) { take(files); });
}

void SupportDialog::take(const QList<std::pair<QString, QByteArray>>& files)
{
    m_files = files;
    for (const auto& [name, content] : files)
        m_names->addItem(name);
    m_names->setCurrentRow(0);
    m_names->setFocus();
    m_progress->hide();
    m_save->setEnabled(true);
    m_state->setText(tr("Ready to be read and saved."));
}

void SupportDialog::showFile(int row)
{
    m_text->setPlainText(row < 0 ? QString() : QString::fromUtf8(m_files.at(row).second));
}

void SupportDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Save the support file"), documentsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("ZIP archive (*.zip)"));
    dialog->setDefaultSuffix(u"zip"_s);
    dialog->selectFile(u"hekim-asistani-%1.zip"_s.arg(QDate::currentDate().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &SupportDialog::saveTo);
    dialog->open();
}

void SupportDialog::saveTo(const QString& path)
{
    m_save->setEnabled(false);
    const AuditDeed deed = auditedDeed(*this, AuditAction::Export, u"support file"_s);
    inBackground(
        deed.context(), [files = m_files, path] { return save(files, path); },
        [self = QPointer(this), deed, path](bool done) {
            deed.end(done);
            if (!self)
                return;
            self->m_save->setEnabled(true);
            self->m_state->setText(done ? tr("Saved: %1").arg(QDir::toNativeSeparators(path))
                                        : tr("The file could not be saved there. Choose another folder."));
            announce(*self->m_state);
        });
}

} // namespace hekim
