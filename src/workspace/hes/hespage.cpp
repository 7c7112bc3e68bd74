#include "workspace/hes/hespage.h"

#include "audit/widgets/auditplace.h"
#include "core/error/errortext.h"
#include "core/settings/training.h"
#include "widgets/messagebar.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"
#include "workspace/hes/hescheckcard.h"
#include "workspace/hes/hesexamples.h"
#include "workspace/hes/heslogindialog.h"
#include "workspace/hes/hesresultstable.h"
#include "workspace/hes/hesstaffcard.h"
#include "workspace/hes/hesverdict.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int inputWidth = 380;

} // namespace

HesPage::HesPage(HttpClient& http, CredentialStore& credentials, const Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_credentials(credentials)
    , m_settings(settings)
    , m_client(http, credentials, settings)
    , m_batch(m_client)
    , m_notices(new MessageBar(this))
    , m_single(new HesCheckCard(settings, this))
    , m_staff(new HesStaffCard(this))
    , m_verdict(new HesVerdict(this))
    , m_table(new HesResultsTable(this))
{
    connect(&m_client, &HesClient::loginTaken, this, &HesPage::loginTaken);
    auto* inputs = new QVBoxLayout;
    inputs->setSpacing(theme::gap);
    inputs->addWidget(m_single);
    inputs->addWidget(m_staff, 1);
    auto* columns = new QHBoxLayout;
    columns->setContentsMargins(theme::gapLarge, theme::gap, theme::gapLarge, theme::gap);
    columns->setSpacing(theme::gapLarge);
    // Wider for those who read large letters.
    const int width =
        std::max({inputWidth, m_single->minimumSizeHint().width(), m_staff->minimumSizeHint().width()});
    m_single->setFixedWidth(width);
    m_staff->setFixedWidth(width);
    columns->addLayout(inputs);
    columns->addWidget(makeResults(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    layout->addLayout(columns, 1);

    connect(m_single, &HesCheckCard::checkAsked, this, &HesPage::askFor);
    connect(m_single, &HesCheckCard::stopAsked, this, [this] {
        m_call.cancel();
        m_single->setBusy(false);
        m_verdict->clear();
    });
    connectStaff();
    setFocusProxy(m_single);
    if (settings.endpoints().hes.isEmpty())
        tell({.kind = ErrorKind::NotPublished, .step = Step::Hes}, {});
}

QWidget* HesPage::makeResults()
{
    auto* results = new QWidget(this);
    results->setAccessibleName(tr("Results"));
    if (m_settings.environment() == EnvironmentName::Training) {
        auto* examples = new HesExamples(results);
        connect(examples, &HesExamples::chosen, m_single, &HesCheckCard::setCode);
        m_empty = examples;
    } else {
        auto* hint = wrappingLabel(
            tr("Results are shown here. Type, paste or scan a HES code on the left and press Enter."),
            results);
        hint->setAlignment(Qt::AlignCenter);
        m_empty = hint;
    }
    auto* layout = new QVBoxLayout(results);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_verdict);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addStretch(0);
    m_table->hide();
    return results;
}

void HesPage::setCode(const HesCode& code)
{
    m_single->setCode(code.text());
}

void HesPage::askFor(HesQuery query, const HesCode& code)
{
    // Guide 004 section 5.1: told before the first visitor of a day.
    if (query == HesQuery::Visitor && m_noticeRead != QDate::currentDate()) {
        m_notices->show(
            theme::State::Warning,
            tr("The Ministry of Health reports visitors whose code is risky to the Ministry of the "
               "Interior."),
            {{tr("Understood, check"), [this, query, code] {
                  m_noticeRead = QDate::currentDate();
                  check(query, code);
              }}});
        return;
    }
    check(query, code);
}

void HesPage::check(HesQuery query, const HesCode& code)
{
    m_notices->dismiss();
    m_call.cancel();
    m_single->setBusy(true);
    m_empty->setVisible(m_settings.environment() == EnvironmentName::Training && m_table->isHidden());
    m_verdict->showWaiting(code);
    m_checking = auditedDeed(*this, AuditAction::HesQuery);
    m_call = m_client.check(
        query, code, m_single->place(), this, [this, query, code](const Result<HesResult>& result) {
            m_single->setBusy(false);
            m_checking.end(result.has_value(), result ? hesMethod(query) : auditDetailOf(result.error()));
            if (result) {
                m_verdict->show(code, *result);
                return;
            }
            m_verdict->clear();
            tell(result.error(), [this, query, code] { check(query, code); });
        });
}

void HesPage::connectStaff()
{
    connect(m_staff, &HesStaffCard::listRead, this, [this](const HesList& list, bool insist) {
        m_notices->dismiss();
        m_table->setEntries(list.entries);
        m_empty->hide();
        m_table->show();
        beginBatch();
        m_batch.start(list.codes(), insist);
    });
    connect(m_staff, &HesStaffCard::stopAsked, &m_batch, &HesBatch::stop);
    connect(m_staff, &HesStaffCard::fileRefused, this,
            [this](const QString& reason) { m_notices->show(theme::State::Error, reason); });
    connect(&m_batch, &HesBatch::answered, m_table, &HesResultsTable::take);
    connect(&m_batch, &HesBatch::progressed, this, [this] { m_staff->showProgress(m_batch.progress()); });
    connect(&m_batch, &HesBatch::ended, this, &HesPage::endBatch);
    connect(m_table, &HesResultsTable::saved, this, [this](const QString& path) {
        m_notices->show(theme::State::Ok,
                        tr("The results were saved: %1").arg(QDir::toNativeSeparators(path)));
    });
    connect(m_table, &HesResultsTable::notSaved, this, [this](const QString& path) {
        m_notices->show(
            theme::State::Error,
            tr("%1 could not be written. Choose another folder.").arg(QDir::toNativeSeparators(path)));
    });
}

void HesPage::beginBatch()
{
    m_staff->setRunning(true);
    m_checkingStaff = auditedDeed(*this, AuditAction::HesQuery, QStringView(hesBatchMethod).toString());
}

void HesPage::endBatch(const std::optional<Error>& error)
{
    m_staff->setRunning(false);
    m_checkingStaff.end(!error, error ? auditDetailOf(*error)
                                      : u"%1: %2"_s.arg(hesBatchMethod).arg(m_batch.progress().done));
    m_staff->showProgress(m_batch.progress());
    m_table->settle();
    const auto resume = [this] {
        beginBatch();
        m_batch.resume();
    };
    if (error) {
        tell(*error, resume);
    } else if (const auto open = static_cast<int>(m_batch.open()); open > 0) {
        m_notices->show(theme::State::Info,
                        tr("Stopped. What came is kept; %n code(s) were not asked.", nullptr, open),
                        {{tr("Go on"), resume}});
    } else {
        m_notices->show(theme::State::Ok, tr("All codes are checked."));
    }
}

void HesPage::tell(const Error& error, const std::function<void()>& again)
{
    QList<MessageBar::Action> actions;
    if (again && HesLoginDialog::helpsWith(error)) {
        actions.append(
            {tr("Enter user name and password…"), [this, again] {
                 auto* dialog = new HesLoginDialog(this);
                 connect(dialog, &HesLoginDialog::given, this,
                         [this, again](const QString& user, const QString& password) {
                             m_credentials.keepInMemory(SecretName::HesUsername,
                                                        ownerOf(SecretName::HesUsername, m_settings), user);
                             m_credentials.keepInMemory(SecretName::HesPassword,
                                                        ownerOf(SecretName::HesPassword, m_settings),
                                                        password);
                             again();
                         });
                 dialog->open();
             }});
    } else if (again && error.kind != ErrorKind::NotPublished) {
        actions.append({tr("Try again"), again});
    }
    m_notices->show(theme::State::Error, sentenceFor(error) + u'\n' + tr("For IT: %1").arg(lineForIt(error)),
                    actions);
}

} // namespace hekim
