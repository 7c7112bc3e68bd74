#include "workspace/reports/pastreportsview.h"

#include "ui_pastreportsview.h"

#include "audit/widgets/auditplace.h"
#include "core/call/background.h"
#include "core/error/errortext.h"
#include "services/erapor/pastreportsclient.h"
#include "widgets/announce.h"
#include "widgets/helptopic.h"
#include "widgets/print/savedfile.h"
#include "widgets/theme.h"
#include "workspace/print/pdfprinter.h"
#include "workspace/reports/pastreportspdf.h"

#include <QAction>
#include <QDateTime>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QPrinter>

namespace hekim {

using namespace Qt::StringLiterals;

PastReportsView::PastReportsView(const PastReportsClient& client, const QUrl& erapor,
                                 const IdentityNumber& patient, QWidget* parent)
    : QWidget(parent)
    , m_client(client)
    , m_erapor(erapor)
    , m_patient(patient)
    , m_ui(std::make_unique<Ui::PastReportsView>())
    , m_model(new PastReportsModel(this))
{
    m_ui->setupUi(this);
    setHelpTopic(*this, HelpTopic::PastReports);
    m_ui->table->setModel(m_model);
    theme::setTextSize(*m_ui->loadingText, theme::TextSize::Large);
    theme::setTextSize(*m_ui->forIt, theme::TextSize::Small);
    m_ui->noMatch->hide();
    setFocusProxy(m_ui->filter);

    const auto tool = [this](QToolButton* button, const QString& icon, const QList<QKeySequence>& keys,
                             auto what) {
        button->setIcon(theme::icon(icon));
        button->setAccessibleName(button->text());
        if (!keys.isEmpty())
            button->setToolTip(
                u"%1 (%2)"_s.arg(button->text(), keys.first().toString(QKeySequence::NativeText)));
        auto* action = new QAction(this);
        action->setShortcuts(keys);
        addAction(action); // its keys work as long as this view is on screen
        connect(action, &QAction::triggered, button, &QToolButton::click);
        connect(button, &QToolButton::clicked, this, what);
    };
    tool(m_ui->refresh, u"retry"_s, {Qt::Key_F5, Qt::CTRL | Qt::Key_R}, &PastReportsView::load);
    tool(m_ui->print, u"print"_s, {QKeySequence::Print}, &PastReportsView::print);
    tool(m_ui->copy, u"copy"_s, {}, [this] { m_ui->table->copyAction()->trigger(); });
    m_ui->copy->setToolTip(tr("Copy what is selected (%1)")
                               .arg(QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText)));
    connect(m_ui->table->copyAction(), &QAction::changed, this,
            [this] { m_ui->copy->setEnabled(m_ui->table->copyAction()->isEnabled()); });

    auto* find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    addAction(find);
    connect(find, &QAction::triggered, this, [this] {
        m_ui->filter->setFocus();
        m_ui->filter->selectAll();
    });
    auto* clear = new QAction(m_ui->filter);
    clear->setShortcut(Qt::Key_Escape);
    clear->setShortcutContext(Qt::WidgetShortcut);
    m_ui->filter->addAction(clear);
    connect(clear, &QAction::triggered, m_ui->filter, &QLineEdit::clear);
    connect(m_ui->filter, &QLineEdit::textChanged, this, &PastReportsView::filter);
    connect(m_ui->filter, &QLineEdit::returnPressed, this, [this] {
        if (m_model->rowCount() > 0)
            m_ui->table->setFocus();
    });

    connect(m_ui->cancel, &QPushButton::clicked, this, &PastReportsView::cancel);
    connect(m_ui->retry, &QPushButton::clicked, this, &PastReportsView::load);
    connect(m_ui->openReport, &QPushButton::clicked, this, &PastReportsView::reportAsked);
    setBusy(false);
}

PastReportsView::~PastReportsView() = default;

void PastReportsView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_wasAsked)
        load();
}

void PastReportsView::load()
{
    m_wasAsked = true;
    m_call.cancel();
    m_ui->notice->dismiss();
    setBusy(true);
    m_reading = auditedDeed(*this, AuditAction::PastReportsRead);
    m_call = m_client.load(m_erapor, m_patient, this,
                           [this](const Result<PastReports>& reports) { take(reports); });
}

void PastReportsView::take(const Result<PastReports>& reports)
{
    m_reading.end(reports.has_value(), reports ? QString() : auditDetailOf(reports.error()));
    if (!reports) {
        if (m_isThere) { // an older list is better than none, as long as it is said
            setBusy(false);
            m_ui->notice->show(theme::State::Error, sentenceFor(reports.error()),
                               {{tr("Try again"), [this] { load(); }}});
        } else {
            showMessage(sentenceFor(reports.error()), reports.error());
        }
        return;
    }
    auto alive = std::make_shared<bool>(true);
    m_call = CallHandle([alive] { *alive = false; });
    inBackground(
        this, [reports = *reports, locale = QLocale()] { return PastReportsTable(reports, locale); },
        [this, alive](const PastReportsTable& table) {
            if (*alive)
                showTable(table);
        });
}

void PastReportsView::showTable(const PastReportsTable& table)
{
    const bool newColumns = m_model->columnCount() != table.columnCount();
    m_model->setTable(table);
    if (newColumns || !m_isThere) {
        m_ui->table->setSortingEnabled(false);
        if (table.dateColumn() >= 0)
            m_ui->table->horizontalHeader()->setSortIndicator(table.dateColumn(), Qt::DescendingOrder);
        m_ui->table->setSortingEnabled(table.columnCount() > 0);
        m_ui->table->fitColumns();
    }
    m_isThere = true;
    setBusy(false);
    if (table.rowCount() == 0)
        showMessage(tr("No report was written for this patient before. A new one is written in the view "
                       "“Report”."),
                    {.kind = ErrorKind::Cancelled});
}

/// An error that is none (Cancelled) tells a state, not a failure.
void PastReportsView::showMessage(const QString& text, const Error& error)
{
    const bool failed = error.kind != ErrorKind::Cancelled;
    const bool hadKeyboard = isAncestorOf(window()->focusWidget());
    setBusy(false);
    m_ui->messageIcon->setPixmap(
        theme::iconOf(failed ? theme::State::Error : theme::State::Info).pixmap(24, 24));
    m_ui->messageText->setText(text);
    m_ui->forIt->setText(failed ? tr("For IT: %1").arg(lineForIt(error)) : QString());
    m_ui->forIt->setVisible(failed);
    m_ui->retry->setVisible(!m_isThere);
    m_ui->openReport->setVisible(m_isThere);
    m_ui->states->setCurrentWidget(m_ui->messageState);
    if (hadKeyboard)
        (m_isThere ? m_ui->openReport : m_ui->retry)->setFocus();
    announce(*m_ui->messageText);
}

void PastReportsView::cancel()
{
    m_call.cancel();
    m_reading = {}; // it was asked for all the same
    if (m_isThere)
        setBusy(false);
    else
        showMessage(tr("The past reports were not asked for to the end. Try again when you need them."),
                    {.kind = ErrorKind::Cancelled});
}

void PastReportsView::setBusy(bool busy)
{
    const bool hasRows = m_isThere && m_model->total() > 0;
    const bool hadKeyboard = m_ui->states->isAncestorOf(window()->focusWidget());
    m_ui->states->setCurrentWidget(busy      ? m_ui->loadingState
                                   : hasRows ? m_ui->tableState
                                             : m_ui->messageState);
    if (hadKeyboard)
        (busy ? static_cast<QWidget*>(m_ui->cancel) : m_ui->filter)->setFocus();
    m_ui->refresh->setEnabled(!busy);
    m_ui->filter->setEnabled(busy || hasRows);
    m_ui->print->setEnabled(!busy && hasRows);
    m_ui->copy->setEnabled(!busy && m_ui->table->copyAction()->isEnabled());
    count();
}

void PastReportsView::filter()
{
    // The row that the doctor has come to stays current as long as the filter leaves it in.
    const QModelIndex current = m_ui->table->currentIndex();
    const int kept = current.isValid() ? m_model->tableRow(current.row()) : -1;
    m_model->setFilter(m_ui->filter->text());
    if (const int row = kept < 0 ? -1 : m_model->shownRow(kept); row >= 0)
        m_ui->table->setCurrentIndex(m_model->index(row, current.column()));
    count();
}

void PastReportsView::count()
{
    const int shown = m_model->rowCount();
    m_ui->count->setVisible(m_isThere && m_ui->states->currentWidget() != m_ui->loadingState);
    m_ui->count->setText(tr("%1 / %n report(s)", nullptr, m_model->total()).arg(QLocale().toString(shown)));
    const bool nothingMatches = shown == 0 && m_model->total() > 0;
    m_ui->noMatch->setText(nothingMatches
                               ? tr("No report has “%1” in it. Change the search or clear it (Esc).")
                                     .arg(m_ui->filter->text().simplified())
                               : QString());
    m_ui->noMatch->setVisible(nothingMatches);
}

void PastReportsView::print()
{
    if (m_printing)
        return;
    m_printing = new PrintDialog(PrintDialog::Content::Document, this);
    connect(m_printing, &PrintDialog::printAsked, this, &PastReportsView::printOn);
    connect(m_printing, &PrintDialog::saveAsked, this, &PastReportsView::saveAsPdf);
    m_printing->open();
}

void PastReportsView::makePdf(QObject* context, std::function<void(const QByteArray&)> made)
{
    QList<int> rows;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows.append(m_model->tableRow(row));
    const QString title =
        tr("Past reports of patient %1, as of %2 (%3)")
            .arg(m_patient.grouped(), QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat),
                 m_ui->count->text());
    inBackground(
        context, [table = m_model->table(), rows, title] { return pastReportsPdf(table, rows, title); },
        std::move(made));
}

void PastReportsView::printOn(const PrintWish& wish)
{
    m_ui->notice->show(theme::State::Info, tr("The list is being printed…"));
    const AuditDeed deed = auditedDeed(*this, AuditAction::Print, u"past reports"_s);
    const auto tell = [self = QPointer(this), deed](bool done) {
        deed.end(done);
        if (!self)
            return;
        if (done)
            self->m_ui->notice->show(theme::State::Ok, tr("Sent to the printer."));
        else
            self->m_ui->notice->show(theme::State::Error,
                                     tr("The list could not be printed. Check the printer."));
    };
    makePdf(deed.context(), [wish, deed, tell](const QByteArray& pdf) {
        printPdf(
            pdf, [wish] { return makePrinter(wish); }, deed.context(), tell);
    });
}

void PastReportsView::saveAsPdf()
{
    askForPdfPlace(this, tr("Save the list"), tr("past-reports", "file name"), [this](const QString& path) {
        const AuditDeed deed = auditedDeed(*this, AuditAction::Export, u"past reports"_s);
        const auto tell = [self = QPointer(this), deed, path](bool written) {
            deed.end(written);
            if (!self)
                return;
            const QString name = QFileInfo(path).fileName();
            if (written)
                self->m_ui->notice->show(theme::State::Ok, tr("“%1” was saved.").arg(name));
            else
                self->m_ui->notice->show(theme::State::Error,
                                         tr("“%1” could not be written. Choose another folder.").arg(name));
        };
        makePdf(deed.context(), [deed, tell, path](const QByteArray& pdf) {
            writeInBackground(path, pdf, deed.context(), tell);
        });
    });
}

} // namespace hekim
