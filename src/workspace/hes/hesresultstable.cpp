#include "workspace/hes/hesresultstable.h"

#include "audit/widgets/auditplace.h"
#include "core/call/background.h"
#include "core/files/wholefile.h"
#include "platform/files/memoryfolder.h"
#include "platform/files/userfolders.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array classes{HesClass::Risky,   HesClass::Unknown,  HesClass::NotFound,
                             HesClass::Expired, HesClass::Riskless, HesClass::Open};

bool save(const QList<HesResultsModel::Row>& rows, const QString& path)
{
    const ExportTable table = HesResultsModel::exportTable(rows);
    QByteArray content;
    if (path.endsWith(u".csv"_s, Qt::CaseInsensitive)) {
        content = csvOf(table);
    } else {
        const MemoryFolder folder; // of a result nothing but the export itself is on a disk
        const auto workbook = xlsxOf(table, folder.path());
        if (!workbook)
            return false;
        content = *workbook;
    }
    return writeWholeFile(path, content).has_value();
}

} // namespace

HesResultsTable::HesResultsTable(QWidget* parent)
    : QFrame(parent)
    , m_view(m_model)
    , m_counts(wrappingLabel(this))
    , m_classes(new QComboBox(this))
    , m_table(new QTableView(this))
    , m_export(new QPushButton(tr("Export"), this))
{
    m_classes->setAccessibleName(tr("Show"));
    // On X11, Qt 6.4 tells a combo box's value as its name, and this one has no label that would say more.
    m_classes->setAccessibleDescription(m_classes->accessibleName());
    m_classes->addItem(tr("All results"));
    for (const HesClass what : classes)
        m_classes->addItem(displayName(what), static_cast<int>(what));
    connect(m_classes, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant chosen = m_classes->currentData();
        m_view.showOnly(chosen.isValid() ? std::optional(static_cast<HesClass>(chosen.toInt()))
                                         : std::nullopt);
    });
    auto* filter = new QLineEdit(this);
    filter->setPlaceholderText(tr("Search code or person"));
    filter->setAccessibleName(filter->placeholderText());
    filter->setClearButtonEnabled(true);
    connect(filter, &QLineEdit::textChanged, this, [this](const QString& text) { m_view.showWith(text); });
    connect(m_export, &QPushButton::clicked, this, &HesResultsTable::askWhere);

    m_table->setAccessibleName(tr("Results"));
    m_table->setModel(&m_view);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(HesResultsModel::Line, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAlternatingRowColors(true);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    // Fixed heights: measuring ten thousand rows takes longer than a frame.
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + theme::gap);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    for (const auto& [column, width] :
         {std::pair(HesResultsModel::Line, 60), std::pair(HesResultsModel::Code, 120),
          std::pair(HesResultsModel::Risk, 150), std::pair(HesResultsModel::Person, 150),
          std::pair(HesResultsModel::IdentityNumber, 120)})
        m_table->setColumnWidth(column, width);

    auto* tools = new QHBoxLayout;
    tools->setSpacing(theme::gap);
    tools->addWidget(m_classes);
    tools->addWidget(filter, 1);
    tools->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    layout->addWidget(m_counts);
    layout->addLayout(tools);
    layout->addWidget(m_table, 1);
    showCounts();
}

void HesResultsTable::setEntries(const QList<HesList::Entry>& entries)
{
    m_classes->setCurrentIndex(0);
    m_model.setEntries(entries);
    m_table->sortByColumn(HesResultsModel::Line, Qt::AscendingOrder);
    showCounts();
}

void HesResultsTable::take(const HesResults& results)
{
    m_model.take(results);
    showCounts();
}

void HesResultsTable::settle()
{
    m_view.invalidate();
    showCounts();
}

void HesResultsTable::showCounts()
{
    QStringList parts{tr("%n code(s)", nullptr, m_model.rowCount())};
    for (const HesClass what : classes) {
        if (const int count = m_model.count(what); count > 0)
            parts.append(u"%1: %2"_s.arg(displayName(what), QLocale().toString(count)));
    }
    m_counts->setText(parts.join(u"  ·  "_s));
    m_export->setEnabled(m_model.rowCount() > 0);
}

void HesResultsTable::askWhere()
{
    auto* dialog = new QFileDialog(this, tr("Export the results"), documentsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Excel workbook (*.xlsx)"), tr("CSV text (*.csv)")});
    dialog->setDefaultSuffix(u"xlsx"_s);
    dialog->selectFile(tr("hes-results"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(u"csv"_s) ? u"csv"_s : u"xlsx"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &HesResultsTable::exportTo);
    dialog->open();
}

void HesResultsTable::exportTo(const QString& path)
{
    m_export->setEnabled(false);
    const AuditDeed deed = auditedDeed(*this, AuditAction::Export, u"HES results"_s);
    inBackground(
        deed.context(), [rows = m_model.rows(), path] { return save(rows, path); },
        [self = QPointer(this), deed, path](bool done) {
            deed.end(done);
            if (!self)
                return;
            self->m_export->setEnabled(true);
            done ? emit self->saved(path) : emit self->notSaved(path);
        });
}

} // namespace hekim
