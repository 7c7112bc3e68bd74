#include "workspace/hes/hesstaffcard.h"

#include "core/call/background.h"
#include "platform/files/userfolders.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostShown = 500;
constexpr int leftHeight = 72;

QString wordsFor(TableFault fault)
{
    switch (fault) {
    case TableFault::Unreadable:
        return HesStaffCard::tr("The file is not there or you may not open it. Choose another.");
    case TableFault::TooLarge:
        return HesStaffCard::tr("The file is too large. Save the list of codes alone, or in parts.");
    case TableFault::UnknownKind:
        return HesStaffCard::tr(
            "The file is neither XLSX, ODS nor CSV. Save it as one of these and choose it again.");
    case TableFault::Protected:
        return HesStaffCard::tr(
            "The file is protected by a password. Save it without one and choose it again.");
    case TableFault::Damaged:
        return HesStaffCard::tr("The file is damaged and cannot be read. Save it anew and choose it again.");
    case TableFault::Empty:
        return HesStaffCard::tr("The file has no rows. Choose the one that holds the codes.");
    }
    return {};
}

QString wordsFor(const HesList::Malformed& bad)
{
    return bad.text == formulaWithoutResult
               ? HesStaffCard::tr(
                     "Line %1: a formula without its result. Save the file once in its own program.")
                     .arg(bad.line)
               : HesStaffCard::tr("Line %1: no code in “%2”").arg(bad.line).arg(bad.text);
}

QString wordsForCut()
{
    const QLocale locale;
    return HesStaffCard::tr("what stands behind row %1, column %2 or sheet %3 of the file")
        .arg(locale.toString(mostTableRows), locale.toString(mostTableColumns), locale.toString(mostTables));
}

QString nameOfColumn(const Table& table, qsizetype column)
{
    QString letters;
    for (qsizetype rest = column; rest >= 0; rest = rest / 26 - 1)
        letters.prepend(QChar(u'A' + static_cast<char16_t>(rest % 26)));
    const QString heading = table.rows.value(0).value(column).simplified().left(30);
    return heading.isEmpty() ? letters : letters + u" – "_s + heading;
}

} // namespace

HesStaffCard::HesStaffCard(QWidget* parent)
    : QFrame(parent)
    , m_text(new QPlainTextEdit(this))
    , m_fileRow(new QWidget(this))
    , m_fileName(new QLabel(m_fileRow))
    , m_column(new QComboBox(m_fileRow))
    , m_left(new QListWidget(this))
    , m_insist(new QCheckBox(tr("Ask again what was answered in the last 15 minutes"), this))
    , m_openFile(new QPushButton(tr("From a file"), this))
    , m_run(new QPushButton(tr("Check all"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
    , m_bar(new QProgressBar(this))
    , m_state(wrappingLabel(this))
{
    setObjectName(u"card"_s);
    auto* title = new QLabel(tr("Staff"), this);
    theme::setTextSize(*title, theme::TextSize::Large);
    auto* hint = new QLabel(tr("The institution's own staff only, never visitors."), this);
    theme::setTextSize(*hint, theme::TextSize::Small);

    m_text->setAccessibleName(tr("HES codes"));
    m_text->setPlaceholderText(tr("Paste the codes, one on each line"));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setUndoRedoEnabled(true);

    m_fileName->setTextFormat(Qt::PlainText);
    m_column->setAccessibleName(tr("Column of the codes"));
    // On X11, Qt 6.4 tells a combo box's value as its name, and this one has no label that would say more.
    m_column->setAccessibleDescription(m_column->accessibleName());
    auto* drop = new QToolButton(m_fileRow);
    drop->setIcon(theme::icon(u"close"_s));
    drop->setAccessibleName(tr("Let go of the file"));
    drop->setToolTip(drop->accessibleName());
    connect(drop, &QToolButton::clicked, this, &HesStaffCard::dropFile);
    auto* fileLayout = new QHBoxLayout(m_fileRow);
    fileLayout->setContentsMargins(0, 0, 0, 0);
    fileLayout->addWidget(m_fileName, 1);
    fileLayout->addWidget(m_column, 1);
    fileLayout->addWidget(drop);
    m_fileRow->hide();

    m_left->setAccessibleName(tr("Lines that were left out"));
    m_left->setMaximumHeight(leftHeight);
    m_left->hide();
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->hide();
    theme::setTextSize(*m_state, theme::TextSize::Small);

    connect(m_openFile, &QPushButton::clicked, this, &HesStaffCard::askForFile);
    connect(m_run, &QPushButton::clicked, this, &HesStaffCard::run);
    connect(m_stop, &QPushButton::clicked, this, &HesStaffCard::stopAsked);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(theme::gap);
    buttons->addWidget(m_openFile);
    buttons->addWidget(m_run, 1);
    buttons->addWidget(m_stop);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapLarge, theme::gap, theme::gapLarge, theme::gap);
    layout->setSpacing(theme::gapSmall);
    layout->addWidget(title);
    layout->addWidget(hint);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_fileRow);
    layout->addWidget(m_left);
    layout->addWidget(m_insist);
    layout->addLayout(buttons);
    layout->addWidget(m_bar);
    layout->addWidget(m_state);
    setRunning(false);
}

void HesStaffCard::askForFile()
{
    auto* dialog = new QFileDialog(this, tr("File with HES codes"), documentsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.xlsx *.ods *.csv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &HesStaffCard::readFile);
    dialog->open();
}

void HesStaffCard::readFile(const QString& path)
{
    dropFile(); // the one chosen before is not asked in the place of this one
    m_openFile->setEnabled(false);
    m_run->setEnabled(false);
    m_state->setText(tr("Reading the file…"));
    inBackground(
        this, [path] { return readTables(path); },
        [this, name = QFileInfo(path).fileName()](const tl::expected<Tables, TableFault>& tables) {
            m_openFile->setEnabled(!m_running);
            m_run->setEnabled(!m_running);
            m_state->clear();
            if (tables)
                takeTables(name, *tables);
            else
                emit fileRefused(wordsFor(tables.error()));
        });
}

void HesStaffCard::takeTables(const QString& name, const Tables& tables)
{
    m_tables = tables;
    m_column->clear();
    int chosen = 0;
    const QList<Table>& sheets = tables.sheets;
    for (qsizetype table = 0; table < sheets.size(); ++table) {
        const QList<QStringList>& rows = sheets.at(table).rows;
        const int found = hesColumnOf(rows);
        qsizetype columns = 0;
        for (const QStringList& row : rows)
            columns = std::max(columns, row.size());
        for (qsizetype column = 0; column < columns; ++column) {
            QString text = nameOfColumn(sheets.at(table), column);
            if (sheets.size() > 1)
                text.prepend(sheets.at(table).name + u": "_s);
            m_column->addItem(text, QPoint(static_cast<int>(table), static_cast<int>(column)));
            if (column == found && chosen == 0)
                chosen = m_column->count();
        }
    }
    m_column->setCurrentIndex(std::max(0, chosen - 1));
    m_fileName->setText(name);
    m_fileName->setToolTip(name);
    m_fileRow->show();
    m_text->hide();
    m_left->hide();
    QString words = chosen > 0
                        ? tr("The column of the codes was found by itself; choose another where it is wrong.")
                        : tr("No column with codes was found. Choose the right one.");
    if (tables.isCut)
        words += u' ' + tr("Left out: %1.").arg(wordsForCut());
    m_state->setText(words);
    m_run->setFocus();
}

void HesStaffCard::dropFile()
{
    m_tables = {};
    m_fileRow->hide();
    m_left->hide();
    m_state->clear();
    m_text->show();
    m_text->setFocus();
}

void HesStaffCard::run()
{
    m_run->setEnabled(false);
    m_left->hide();
    m_state->setText(tr("Reading the codes…"));
    const auto done = [this](const HesList& list) {
        m_run->setEnabled(!m_running);
        takeList(list);
    };
    if (!m_tables.sheets.isEmpty()) {
        const QPoint place = m_column->currentData().toPoint();
        inBackground(
            this,
            [rows = m_tables.sheets.value(place.x()).rows, column = place.y()] {
                return hesListOf(rows, column);
            },
            done);
        return;
    }
    inBackground(
        this, [text = m_text->toPlainText()] { return hesListOf(text); }, done);
}

void HesStaffCard::takeList(const HesList& list)
{
    m_left->clear();
    for (const HesList::Malformed& bad :
         list.malformed.first(std::min<qsizetype>(list.malformed.size(), mostShown)))
        m_left->addItem(wordsFor(bad));
    for (const HesList::Duplicate& twice :
         list.duplicates.first(std::min<qsizetype>(list.duplicates.size(), mostShown)))
        m_left->addItem(tr("Line %1: %2 stands in line %3 already")
                            .arg(twice.line)
                            .arg(twice.code.text())
                            .arg(twice.firstLine));
    m_left->setVisible(m_left->count() > 0);
    QStringList words;
    if (!list.malformed.isEmpty())
        words += tr("%n line(s) without a code", nullptr, static_cast<int>(list.malformed.size()));
    if (!list.duplicates.isEmpty())
        words += tr("%n repetition(s)", nullptr, static_cast<int>(list.duplicates.size()));
    if (list.blank > 0)
        words += tr("%n line(s) with nothing in this column", nullptr, static_cast<int>(list.blank));
    if (m_tables.isCut)
        words += wordsForCut();
    if (list.isCut)
        words += tr("only the first %1 codes were taken").arg(QLocale().toString(mostHesCodes));
    m_state->setText(words.isEmpty() ? QString() : tr("Left out: %1.").arg(words.join(u", "_s)));
    if (list.entries.isEmpty()) {
        if (words.isEmpty())
            m_state->setText(tr("Paste codes or choose a file first."));
        return;
    }
    emit listRead(list, m_insist->isChecked());
}

void HesStaffCard::setRunning(bool running)
{
    m_running = running;
    m_run->setEnabled(!running);
    m_openFile->setEnabled(!running);
    m_stop->setEnabled(running);
    m_bar->setVisible(running);
}

void HesStaffCard::showProgress(const HesBatch::Progress& progress)
{
    m_bar->setMaximum(static_cast<int>(progress.total));
    m_bar->setValue(static_cast<int>(progress.done));
    const QLocale locale;
    QString text = tr("%1 of %2").arg(locale.toString(progress.done), locale.toString(progress.total));
    if (progress.pause.count() > 0) {
        text += u"  ·  "_s +
                tr("the service is busy, next try in %n second(s)", nullptr,
                   static_cast<int>(std::chrono::ceil<std::chrono::seconds>(progress.pause).count()));
    } else if (progress.remaining) {
        text += u"  ·  "_s + tr("%1 a second").arg(locale.toString(progress.perSecond, 'f', 0)) + u"  ·  "_s +
                tr("about %n second(s) left", nullptr, static_cast<int>(progress.remaining->count()));
    }
    if (progress.fromMemory > 0)
        text += u"  ·  "_s + tr("%n from memory", nullptr, static_cast<int>(progress.fromMemory));
    m_state->setText(text);
}

} // namespace hekim
