#include "gui/readiness/readinessdialog.h"

#include "audit/widgets/auditplace.h"
#include "core/call/background.h"
#include "core/error/errortext.h"
#include "gui/readiness/readinesschoices.h"
#include "gui/readiness/readinessdoctordialog.h"
#include "gui/readiness/readinessform.h"
#include "gui/readiness/readinesspdf.h"
#include "gui/readiness/readinesstext.h"
#include "gui/readiness/readinesstree.h"
#include "widgets/dialogs/question.h"
#include "widgets/helptopic.h"
#include "widgets/messagebar.h"
#include "widgets/plaintext.h"
#include "widgets/print/savedfile.h"
#include "widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize comfortable{1120, 680};

enum Side { Empty, Form };

} // namespace

ReadinessDialog::ReadinessDialog(ReadinessController& controller, QWidget* parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_notices(new MessageBar(this))
    , m_choices(new ReadinessChoices(this))
    , m_tree(new ReadinessTree(this))
    , m_right(new QStackedWidget(this))
    , m_empty(wrappingLabel(this))
    , m_form(new ReadinessForm(this))
{
    setWindowTitle(tr("Readiness"));
    setAttribute(Qt::WA_DeleteOnClose);
    setHelpTopic(*this, HelpTopic::Readiness);
    resize(comfortable.boundedTo(parent->window()->size() - QSize(theme::gapSection, theme::gapSection)));

    const QString name = controller.institutionName();
    const QString code = controller.institutionCode();
    auto* institution =
        new QLabel(tr("%1 · %2", "institution · environment")
                       .arg(name.isEmpty() ? code : u"%1 (%2)"_s.arg(name, code), displayName(environment())),
                   this);
    institution->setTextFormat(Qt::PlainText);
    theme::setTextSize(*institution, theme::TextSize::Large);

    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(theme::gapSection);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_form);
    m_right->addWidget(m_empty);
    m_right->addWidget(scroll);
    auto* splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_right);
    splitter->setSizes({comfortable.width() / 2, comfortable.width() / 2});

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapLarge, theme::gapLarge, theme::gapLarge, theme::gapLarge);
    layout->setSpacing(theme::gap);
    layout->addWidget(institution);
    layout->addWidget(m_notices);
    layout->addWidget(m_choices);
    layout->addWidget(splitter, 1);
    layout->addWidget(makeButtons());

    connect(m_choices, &ReadinessChoices::hesChosen, this,
            [this](HesPath path) { choose([path](ReadinessRecord& record) { record.hes = path; }); });
    connect(m_choices, &ReadinessChoices::remoteChosen, this, [this](RemoteService service) {
        choose([service](ReadinessRecord& record) { record.remote = service; });
    });
    connect(m_tree, &ReadinessTree::currentItemChanged, this, &ReadinessDialog::followSelection);
    connect(m_form, &ReadinessForm::saveAsked, this, &ReadinessDialog::saveStep);
    connect(m_form, &ReadinessForm::verifyAsked, this, &ReadinessDialog::verify);
    load();
}

EnvironmentName ReadinessDialog::environment() const
{
    return m_controller.settings().environment();
}

QWidget* ReadinessDialog::makeButtons()
{
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::gap);
    const auto add = [&](const QString& text, void (ReadinessDialog::*pressed)()) {
        auto* button = new QPushButton(text, row);
        button->setAutoDefault(false);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, pressed);
        return button;
    };
    m_addDoctor = add(tr("Add a pr&ofessional…"), &ReadinessDialog::addDoctor);
    m_removeDoctor = add(tr("Remove the pro&fessional…"), &ReadinessDialog::removeDoctor);
    layout->addStretch(1);
    m_export = add(tr("Save as &PDF…"), &ReadinessDialog::exportRecord);
    add(tr("Close"), &ReadinessDialog::reject);
    return row;
}

void ReadinessDialog::load()
{
    const auto record = m_controller.load();
    m_isLoaded = record.has_value();
    if (record)
        m_record = *record;
    else
        tell(record.error());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_choices, m_tree, m_export})
        widget->setEnabled(m_isLoaded);
    m_choices->show(m_record);
    m_addDoctor->setVisible(m_isLoaded && m_record.remote == RemoteService::Given);
    m_tree->fill(m_isLoaded ? m_record : ReadinessRecord(), environment());
    showRow();
}

void ReadinessDialog::tell(const Error& error)
{
    QList<MessageBar::Action> actions;
    const bool isUnreadableRecord = error.kind == ErrorKind::BadSettings &&
                                    error.fault != InputFault::Unreadable &&
                                    error.fault != InputFault::GivenTwice;
    if (isUnreadableRecord)
        actions.append({tr("Put aside and begin anew"), [this] {
                            const auto aside = m_controller.setAside();
                            if (!aside) {
                                tell(aside.error());
                                return;
                            }
                            m_notices->show(theme::State::Info,
                                            tr("The former record was kept as %1.").arg(*aside));
                            load();
                        }});
    m_notices->show(theme::State::Error,
                    error.kind == ErrorKind::BadSettings ? readinessSentence(error) : sentenceFor(error),
                    actions);
}

void ReadinessDialog::showRow()
{
    const ReadinessTree::Row* row = m_tree->currentRow();
    m_removeDoctor->setVisible(row && !row->doctorKey.isEmpty());
    m_right->setCurrentIndex(row ? Form : Empty);
    if (!row) {
        m_empty->setText(m_tree->isEmpty()
                             ? tr("Choose above which way to HES this institution has and whether it "
                                  "gives remote health service. The steps of the Ministry's guides "
                                  "appear then.")
                             : tr("Choose a step to see what the guide says and to record what was "
                                  "done."));
        return;
    }
    m_form->show({row->step, m_tree->stateOf(*row),
                  m_record.statementOf(row->step, m_record.doctor(environment(), row->doctorKey)),
                  m_record.verificationOf(row->step, environment()), row->doctorName});
}

void ReadinessDialog::whenNothingTyped(const std::function<void()>& then)
{
    if (m_right->currentIndex() == Form && m_form->isChanged())
        ask(this, tr("What was typed for this step is not saved."), tr("Discard it"), then);
    else
        then();
}

void ReadinessDialog::followSelection(QTreeWidgetItem* item, QTreeWidgetItem* former)
{
    if (m_right->currentIndex() != Form || !m_form->isChanged()) {
        showRow();
        return;
    }
    // The step with what was typed stays until that is answered.
    QMetaObject::invokeMethod(
        this,
        [this, item, former] {
            {
                const QSignalBlocker quiet(m_tree);
                m_tree->setCurrentItem(former);
            }
            whenNothingTyped([this, item] {
                const QSignalBlocker quiet(m_tree);
                m_tree->setCurrentItem(item);
                showRow();
            });
        },
        Qt::QueuedConnection);
}

void ReadinessDialog::choose(const std::function<void(ReadinessRecord&)>& edit)
{
    // What is recorded stays in sight until the change is.
    m_choices->show(m_record);
    whenNothingTyped([this, edit] { change(edit); });
}

bool ReadinessDialog::change(const std::function<void(ReadinessRecord&)>& edit)
{
    const auto changed = m_controller.change(edit);
    if (!changed) {
        tell(changed.error());
        return false;
    }
    load();
    return true;
}

void ReadinessDialog::saveStep(const std::optional<Statement>& statement)
{
    const ReadinessTree::Row* row = m_tree->currentRow();
    if (!row)
        return;
    const QString by = statement ? statement->by : QString();
    const auto edit = [row = *row, statement, environment = environment()](ReadinessRecord& record) {
        record.keep(row.step.id, statement, environment, row.doctorKey);
    };
    if (!change(edit))
        return;
    if (!by.isEmpty())
        m_form->proposeBy(by);
    m_notices->show(theme::State::Ok, tr("The step was saved."));
}

void ReadinessDialog::verify()
{
    const ReadinessTree::Row* row = m_tree->currentRow();
    if (!row)
        return;
    m_form->setVerifying(true);
    if (row->step.proof == Proof::DoctorRegistry) {
        m_controller.askRegistry(
            row->step.perDoctor, this, [this](const Result<DoctorRegistryAnswer>& answer) {
                m_form->setVerifying(false);
                if (answer)
                    m_notices->show(theme::State::Info, tr("The ÇKYS Doktor Bilgi Bankası has answered."));
                else
                    m_notices->show(theme::State::Info, manualRecordWarning());
            });
        return;
    }
    m_controller.verifyErapor(this, [this](const Result<void>& done) {
        m_form->setVerifying(false);
        if (done)
            load();
        else
            tell(done.error());
    });
}

void ReadinessDialog::addDoctor()
{
    auto* dialog = new ReadinessDoctorDialog(environment(), this);
    if (m_record.doctors.value(environment()).isEmpty() && m_controller.doctor())
        dialog->propose(*m_controller.doctor());
    connect(dialog, &ReadinessDoctorDialog::given, this, &ReadinessDialog::keepDoctor);
    whenNothingTyped([dialog] { dialog->open(); });
}

void ReadinessDialog::keepDoctor(const IdentityNumber& number, const QString& name)
{
    m_controller.keyOf(number, this, [this, name](const Result<QString>& key) {
        if (!key) {
            tell(key.error());
            return;
        }
        change([&](ReadinessRecord& record) { record.addDoctor(environment(), *key, name); });
    });
}

void ReadinessDialog::removeDoctor()
{
    const ReadinessTree::Row* row = m_tree->currentRow();
    if (!row)
        return;
    ask(this, tr("What is recorded of %1 will be removed.").arg(row->doctorName), tr("Remove"),
        [this, key = row->doctorKey] {
            change([&](ReadinessRecord& record) { record.removeDoctor(environment(), key); });
        });
}

void ReadinessDialog::exportRecord()
{
    askForPdfPlace(this, tr("Save the readiness record"),
                   tr("readiness-%1", "file name").arg(m_controller.institutionCode()),
                   [this](const QString& path) { exportTo(path); });
}

void ReadinessDialog::exportTo(const QString& path)
{
    const AuditDeed deed = auditedDeed(*this, AuditAction::Export, u"readiness"_s);
    const auto told = [self = QPointer(this), deed, path](bool written) {
        deed.end(written);
        if (!self)
            return;
        if (written)
            self->m_notices->show(theme::State::Ok, tr("Saved as %1.").arg(path));
        else
            self->m_notices->show(theme::State::Error,
                                  tr("%1 could not be written. Choose another folder.").arg(path));
    };
    inBackground(
        deed.context(),
        [record = m_record, name = m_controller.institutionName(), environment = environment()] {
            return readinessPdf(record, name, environment, QDate::currentDate());
        },
        [deed, path, told](const QByteArray& pdf) { writeInBackground(path, pdf, deed.context(), told); });
}

void ReadinessDialog::reject()
{
    whenNothingTyped([this] { QDialog::reject(); });
}

} // namespace hekim
