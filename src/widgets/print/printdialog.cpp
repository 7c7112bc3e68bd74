#include "widgets/print/printdialog.h"

#include "core/call/background.h"
#include "widgets/announce.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace hekim {

namespace {

constexpr int mostCopies = 99;
constexpr int mostPages = 9999;
constexpr int stateWidth = 360;

template <class Field>
Field* added(QFormLayout& form, const QString& label, Field* field)
{
    field->setAccessibleName(label);
    form.addRow(label, field);
    return field;
}

} // namespace

PrintDialog::PrintDialog(Content content, QWidget* parent, std::chrono::milliseconds deadline)
    : QDialog(parent)
    , m_deadline(deadline)
    , m_printer(new QComboBox(this))
    , m_state(wrappingLabel(this))
    , m_again(new QPushButton(tr("Try again"), this))
    , m_details(new QWidget(this))
    , m_copies(new QSpinBox(this))
    , m_first(new QSpinBox(this))
    , m_last(new QSpinBox(this))
    , m_orientation(new QComboBox(this))
    , m_sides(new QComboBox(this))
    , m_blackAndWhite(new QCheckBox(tr("Black and white"), this))
{
    setWindowTitle(tr("Print"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_state->setMinimumWidth(stateWidth);
    m_again->setAutoDefault(false);
    m_printer->addItem(tr("Save as PDF"));
    m_copies->setRange(1, mostCopies);
    m_first->setRange(1, mostPages);
    m_last->setRange(0, mostPages);
    m_last->setSpecialValueText(tr("the last"));
    m_orientation->addItem(tr("Portrait"), QPageLayout::Portrait);
    m_orientation->addItem(tr("Landscape"), QPageLayout::Landscape);
    m_sides->addItem(tr("As the printer is set up"), static_cast<int>(PrintWish::Sides::AsSetUp));
    m_sides->addItem(tr("One side"), static_cast<int>(PrintWish::Sides::One));
    m_sides->addItem(tr("Both sides"), static_cast<int>(PrintWish::Sides::Both));

    auto* where = new QFormLayout;
    added(*where, tr("Printer"), m_printer);
    auto* details = new QFormLayout(m_details);
    details->setContentsMargins({});
    added(*details, tr("Copies"), m_copies);
    added(*details, tr("From page"), m_first);
    added(*details, tr("To page"), m_last);
    added(*details, tr("Paper"), m_orientation);
    details->setRowVisible(m_orientation, content == Content::Page);
    added(*details, tr("Printed on"), m_sides);
    details->addRow(m_blackAndWhite);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_go->setDefault(true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::gapSection, theme::gapLarge, theme::gapSection, theme::gapLarge);
    column->setSpacing(theme::gap);
    column->addLayout(where);
    column->addWidget(m_state);
    column->addWidget(m_again, 0, Qt::AlignLeft);
    column->addWidget(m_details);
    column->addWidget(buttons);

    connect(m_printer, &QComboBox::activated, this, [this] { m_chosen = true; });
    connect(m_printer, &QComboBox::currentIndexChanged, this, &PrintDialog::followChoice);
    connect(m_again, &QPushButton::clicked, this, &PrintDialog::find);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &PrintDialog::choose);
    followChoice();
    find();
}

void PrintDialog::find()
{
    say(tr("Looking for printers… A PDF can be saved at once."), false);
    inThreadOfItsOwn(this, m_deadline, findPrinters,
                     [this](const std::optional<Printers>& printers) { take(printers); });
}

void PrintDialog::take(const std::optional<Printers>& printers)
{
    if (!printers) {
        qWarning("printing: the printing system did not answer within %lld ms",
                 static_cast<long long>(m_deadline.count()));
        say(tr("The printers do not answer. Save as PDF, or try again; if it stays so, tell your IT."), true);
        return;
    }
    if (printers->names.isEmpty()) {
        say(tr("No printer is set up on this computer. Save as PDF, or ask your IT for a printer."), true);
        return;
    }
    m_printer->insertItems(0, printers->names);
    if (!m_chosen) {
        const auto usual = printers->names.indexOf(printers->usual);
        m_printer->setCurrentIndex(usual < 0 ? 0 : static_cast<int>(usual));
    }
    say({}, false);
}

void PrintDialog::say(const QString& text, bool again)
{
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    m_again->setVisible(again);
    if (again)
        announce(*m_state);
}

bool PrintDialog::savesPdf() const
{
    return m_printer->currentIndex() == m_printer->count() - 1;
}

void PrintDialog::followChoice()
{
    m_details->setEnabled(!savesPdf());
    m_go->setText(savesPdf() ? tr("Save…") : tr("Print"));
}

void PrintDialog::choose()
{
    const bool saves = savesPdf();
    PrintWish wish;
    wish.printer = m_printer->currentText();
    wish.copies = m_copies->value();
    wish.firstPage = m_first->value();
    wish.lastPage = m_last->value();
    wish.orientation = static_cast<QPageLayout::Orientation>(m_orientation->currentData().toInt());
    wish.sides = static_cast<PrintWish::Sides>(m_sides->currentData().toInt());
    wish.blackAndWhite = m_blackAndWhite->isChecked();
    accept();
    if (saves)
        emit saveAsked();
    else
        emit printAsked(wish);
}

} // namespace hekim
