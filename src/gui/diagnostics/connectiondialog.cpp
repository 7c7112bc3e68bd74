#include "gui/diagnostics/connectiondialog.h"

#include "gui/diagnostics/checktree.h"
#include "services/diagnostics/connectiontext.h"
#include "widgets/announce.h"
#include "widgets/comfortablesize.h"
#include "widgets/helptopic.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize startSize{860, 560};

theme::State stateOf(const ConnectionReport& report)
{
    switch (report.state()) {
    case ConnectionReport::State::Passed:
        return theme::State::Ok;
    case ConnectionReport::State::Failed:
        return theme::State::Error;
    case ConnectionReport::State::Unfinished:
        break;
    }
    return theme::State::Warning;
}

} // namespace

ConnectionDialog::ConnectionDialog(HttpClient& http, const Settings& settings,
                                   std::function<ConnectionCheck::Logins()> logins, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_logins(std::move(logins))
    , m_check(http)
    , m_icon(new QLabel(this))
    , m_summary(wrappingLabel(this))
    , m_progress(new QProgressBar(this))
    , m_tree(new CheckTree(this))
    , m_findings(wrappingLabel(this))
    , m_again(new QPushButton(tr("Check again"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_copy(new QPushButton(tr("Copy"), this))
{
    setWindowTitle(tr("Connection check"));
    setAttribute(Qt::WA_DeleteOnClose);
    setHelpTopic(*this, HelpTopic::ConnectionCheck);
    resizeComfortably(*this, startSize);
    theme::setTextSize(*m_summary, theme::TextSize::Large);
    m_findings->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_findings->hide();
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(theme::gap);
    m_progress->setAccessibleName(tr("Progress"));
    m_copy->setToolTip(tr("Copies the result as text, for a mail to IT"));
    auto* close = new QPushButton(tr("Close"), this);
    for (QPushButton* button : {m_again, m_stop, m_copy, close})
        button->setAutoDefault(false);
    connect(m_again, &QPushButton::clicked, this, &ConnectionDialog::start);
    connect(m_stop, &QPushButton::clicked, &m_check, &ConnectionCheck::stop);
    connect(m_copy, &QPushButton::clicked, this, &ConnectionDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_check, &ConnectionCheck::changed, this, &ConnectionDialog::showProgress);
    connect(&m_check, &ConnectionCheck::finished, this, &ConnectionDialog::showResult);

    auto* head = new QHBoxLayout;
    head->setSpacing(theme::gap);
    head->addWidget(m_icon);
    head->addWidget(m_summary, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::gap);
    buttons->addWidget(m_again);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapLarge, theme::gapLarge, theme::gapLarge, theme::gapLarge);
    layout->setSpacing(theme::gap);
    layout->addLayout(head);
    layout->addWidget(m_progress);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_findings);
    layout->addLayout(buttons);
    m_tree->setFocus();
}

void ConnectionDialog::start()
{
    m_findings->hide();
    m_icon->hide();
    m_summary->setText(tr("The services are being checked…"));
    m_again->hide();
    m_stop->show();
    m_progress->show();
    m_copy->setEnabled(false);
    m_copy->setText(tr("Copy"));
    m_check.start(m_settings, m_logins());
    showProgress();
}

void ConnectionDialog::showProgress()
{
    int all = 0;
    int ended = 0;
    for (const ServiceReport& service : m_check.report().services) {
        for (const StepReport& step : service.steps) {
            ++all;
            ended += step.state == StepState::Waiting || step.state == StepState::Running ? 0 : 1;
        }
    }
    m_progress->setMaximum(std::max(1, all));
    m_progress->setValue(ended);
    m_tree->show(m_check.report());
}

void ConnectionDialog::showResult()
{
    const ConnectionReport& report = m_check.report();
    showProgress();
    m_tree->openFindings(report);
    m_summary->setText(connectiontext::summaryOf(report));
    m_icon->setPixmap(theme::iconOf(stateOf(report)).pixmap(24, 24));
    m_icon->show();
    QStringList findings;
    for (const ServiceReport& service : report.services) {
        if (const QString sentence = connectiontext::sentenceFor(service); !sentence.isEmpty())
            findings.append(tr("%1 · %2", "service · what was found")
                                .arg(connectiontext::nameOf(service.service), sentence));
    }
    findings.removeDuplicates();
    m_findings->setText(findings.join(u'\n'));
    m_findings->setVisible(!findings.isEmpty());
    m_progress->hide();
    const bool stopHadFocus = m_stop->hasFocus();
    m_again->show();
    if (stopHadFocus)
        m_again->setFocus();
    m_stop->hide();
    m_copy->setEnabled(true);
    announce(*m_summary);
}

void ConnectionDialog::copy()
{
    QGuiApplication::clipboard()->setText(connectiontext::toText(m_check.report()));
    m_copy->setText(tr("Copied"));
}

} // namespace hekim
