#include "gui/readiness/readinessform.h"

#include "gui/readiness/readinesstext.h"
#include "widgets/fields/datefield.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

enum Choice { NotDone, Done, NotNeeded };

constexpr int longestLine = 120;
constexpr qsizetype longestNote = 1000;
constexpr int noteHeight = 52;

} // namespace

ReadinessForm::ReadinessForm(QWidget* parent)
    : QWidget(parent)
    , m_title(wrappingLabel(this))
    , m_source(wrappingLabel(this))
    , m_wording(wrappingLabel(this))
    , m_addresses(wrappingLabel(this))
    , m_stateIcon(new QLabel(this))
    , m_state(wrappingLabel(this))
    , m_warning(wrappingLabel(this))
    , m_verify(new QPushButton(tr("&Verify now"), this))
    , m_kind(new QComboBox(this))
    , m_document(new QLineEdit(this))
    , m_documentDate(new DateField(this))
    , m_by(new QLineEdit(this))
    , m_renewBy(new DateField(this))
    , m_note(new QPlainTextEdit(this))
    , m_fault(wrappingLabel(this))
    , m_save(new QPushButton(tr("&Save the step"), this))
{
    for (QLabel* label : {m_wording, m_addresses})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    theme::setTextSize(*m_title, theme::TextSize::Large);
    theme::setTextSize(*m_source, theme::TextSize::Small);
    m_kind->addItems({tr("Not done"), tr("Done"), tr("Not needed at this institution")});
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(noteHeight);
    for (QLineEdit* line : {m_document, m_by})
        line->setMaxLength(longestLine);

    auto* form = new QFormLayout;
    form->setSpacing(theme::gap);
    const auto addRow = [&](const QString& label, QWidget* field, const QString& name) {
        field->setAccessibleName(name);
        form->addRow(label, field);
    };
    addRow(tr("S&tate"), m_kind, tr("State of the step"));
    addRow(tr("&Document number"), m_document, tr("Document number"));
    addRow(tr("D&ate of the document"), m_documentDate, tr("Date of the document"));
    addRow(tr("Stated &by"), m_by, tr("Stated by"));
    addRow(tr("&Renew by"), m_renewBy, tr("Renew by"));
    addRow(tr("&Note"), m_note, tr("Note"));

    auto* state = new QHBoxLayout;
    state->setSpacing(theme::gap);
    state->addWidget(m_stateIcon);
    state->addWidget(m_state, 1);
    state->addWidget(m_verify);
    auto* save = new QHBoxLayout;
    save->setSpacing(theme::gap);
    save->addWidget(m_fault, 1);
    save->addWidget(m_save);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapLarge, theme::gap, theme::gapLarge, theme::gap);
    layout->setSpacing(theme::gap);
    for (QWidget* widget : {m_title, m_source, m_wording, m_addresses})
        layout->addWidget(widget);
    layout->addLayout(state);
    layout->addWidget(m_warning);
    layout->addLayout(form);
    layout->addLayout(save);
    layout->addStretch(1);

    m_save->setAutoDefault(false);
    m_verify->setAutoDefault(false);
    connect(m_save, &QPushButton::clicked, this, &ReadinessForm::save);
    connect(m_verify, &QPushButton::clicked, this, &ReadinessForm::verifyAsked);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ReadinessForm::follow);
    for (QLineEdit* line :
         {m_document, m_by, static_cast<QLineEdit*>(m_documentDate), static_cast<QLineEdit*>(m_renewBy)}) {
        connect(line, &QLineEdit::textChanged, this, &ReadinessForm::follow);
        connect(line, &QLineEdit::returnPressed, this, &ReadinessForm::save);
    }
    connect(m_note, &QPlainTextEdit::textChanged, this, &ReadinessForm::follow);
    setFocusProxy(m_kind);
    m_before = typed();
}

void ReadinessForm::show(const Shown& shown)
{
    m_title->setText(shown.doctorName.isEmpty() ? shown.step.title
                                                : u"%1: %2"_s.arg(shown.doctorName, shown.step.title));
    m_source->setText(
        tr("%1 · by: %2", "guide and section · who does it").arg(shown.step.source, shown.step.who));
    m_wording->setText(shown.step.wording);
    m_wording->setVisible(!shown.step.wording.isEmpty());
    m_addresses->setText(shown.step.addresses.join(u'\n'));
    m_addresses->setVisible(!shown.step.addresses.isEmpty());

    m_stateIcon->setPixmap(theme::iconOf(themeOf(shown.state)).pixmap(20, 20));
    QStringList state{displayName(shown.state)};
    if (shown.verification)
        state.append(textOf(*shown.verification));
    else if (shown.step.proof == Proof::HesLogin)
        state.append(
            tr("The program verifies this itself with the first query that is answered in the HES tab."));
    else if (shown.step.proof == Proof::EraporLogin)
        state.append(tr("The program verifies this itself with a login to e-Rapor."));
    if (shown.statement)
        state += linesOf(*shown.statement);
    m_state->setText(state.join(u'\n'));
    m_verify->setVisible(shown.step.proof == Proof::EraporLogin || shown.step.proof == Proof::DoctorRegistry);
    const bool registry = shown.step.proof == Proof::DoctorRegistry;
    m_warning->setText(registry ? manualRecordWarning() : QString());
    m_warning->setVisible(registry);
    fill(shown.statement);
}

void ReadinessForm::fill(const std::optional<Statement>& statement)
{
    const Statement known = statement.value_or(Statement{});
    m_kind->setCurrentIndex(!statement                                 ? NotDone
                            : known.kind == Statement::Kind::NotNeeded ? NotNeeded
                                                                       : Done);
    m_document->setText(known.document);
    m_documentDate->setDate(known.documentDate);
    m_by->setText(statement ? known.by : m_proposedBy);
    m_renewBy->setDate(known.renewBy);
    m_note->setPlainText(known.note);
    m_before = typed();
    follow();
}

QStringList ReadinessForm::typed() const
{
    return {m_kind->currentText(), m_document->text(), m_documentDate->text(),
            m_by->text(),          m_renewBy->text(),  m_note->toPlainText()};
}

bool ReadinessForm::isChanged() const
{
    return typed() != m_before;
}

void ReadinessForm::setVerifying(bool verifying)
{
    m_verify->setEnabled(!verifying);
}

void ReadinessForm::follow()
{
    m_save->setEnabled(isChanged());
    tell({});
}

void ReadinessForm::tell(const QString& text)
{
    m_fault->setText(text);
    m_fault->setAccessibleName(text);
}

void ReadinessForm::save()
{
    if (!isChanged())
        return;
    if (m_kind->currentIndex() == NotDone) {
        const bool typedMore = !m_document->text().isEmpty() || !m_documentDate->text().isEmpty();
        if (m_before.first() == m_kind->itemText(NotDone) && typedMore) {
            tell(tr("Choose the state first: done, or not needed."));
            m_kind->setFocus();
            return;
        }
        emit saveAsked({});
        return;
    }
    for (DateField* field : {m_documentDate, m_renewBy}) {
        if (!field->isGood()) {
            tell(tr("Type the day like 21.11.2026, or leave it out."));
            field->setFocus();
            return;
        }
    }
    Statement statement;
    statement.kind = m_kind->currentIndex() == NotNeeded ? Statement::Kind::NotNeeded : Statement::Kind::Done;
    statement.document = withoutIdentityNumbers(m_document->text());
    statement.documentDate = m_documentDate->date();
    statement.by = withoutIdentityNumbers(m_by->text());
    statement.note = withoutIdentityNumbers(m_note->toPlainText().left(longestNote));
    statement.renewBy = m_renewBy->date();
    statement.made = QDateTime::currentDateTimeUtc();
    if (statement.by.isEmpty()) {
        tell(tr("Type who states this."));
        m_by->setFocus();
        return;
    }
    emit saveAsked(statement);
}

} // namespace hekim
