#include "gui/readiness/livegate.h"

#include "audit/widgets/auditplace.h"
#include "core/settings/settings.h"
#include "gui/readiness/readinesscontroller.h"
#include "gui/readiness/readinesstext.h"
#include "widgets/comfortablesize.h"
#include "widgets/messagebar.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace hekim {

namespace {

Result<void> record(ReadinessFile& file, const WentLive& live)
{
    auto known = file.load();
    if (!known)
        return tl::make_unexpected(known.error());
    known->wentLive.append(live);
    return file.save(*known);
}

} // namespace

void LiveGate::ask(QWidget* parent, const QString& institutionCode, bool hesEnabled,
                   std::function<void()> goOn)
{
    ReadinessFile file(readinessFolder(), institutionCode);
    const auto known = file.load();
    const LiveQuestion question =
        known ? beforeLive(*known, hesEnabled, QDate::currentDate()) : LiveQuestion{};
    if (known && question.isEmpty()) {
        // What cannot be written is told where the record is opened; nothing is missing.
        static_cast<void>(record(file, {QDateTime::currentDateTimeUtc(), {}, {}}));
        QTimer::singleShot(0, parent, std::move(goOn));
        return;
    }
    auto* gate = new LiveGate(file, question, parent);
    connect(gate, &LiveGate::answered, parent, std::move(goOn), Qt::QueuedConnection);
    if (!known)
        emit gate->failed(readinessSentence(known.error()));
    gate->open();
}

void LiveGate::askOnFirstStart(QWidget* parent, const Settings& settings)
{
    const SettingsLayer layer = settings.layerOf(QStringLiteral("environment/name"));
    if (!settings.reachesLive() || layer == SettingsLayer::Policy || layer == SettingsLayer::Defaults)
        return;
    const auto known = ReadinessFile(readinessFolder(), settings.institutionCode()).load();
    if (known && !known->wentLive.isEmpty())
        return;
    ask(parent, settings.institutionCode(), settings.hesEnabled(), [] {});
}

LiveGate::LiveGate(const ReadinessFile& file, const LiveQuestion& question, QWidget* parent)
    : QDialog(parent), m_file(file), m_question(question)
{
    setWindowTitle(tr("Before the live environment"));
    setAttribute(Qt::WA_DeleteOnClose);
    constexpr QSize comfortable{620, 460};
    constexpr int longestName = 80;
    resizeComfortably(*this, comfortable);
    auto* notices = new MessageBar(this);
    auto* text =
        wrappingLabel(tr("The Ministry's guides ask for these steps before the live environment, and they "
                         "are not recorded as done. Record them under “Readiness” in the menu, or go on "
                         "without: your name and the time are recorded."),
                      this);
    auto* list = new QListWidget(this);
    list->setAccessibleName(tr("Missing steps"));
    list->setWordWrap(true);
    list->addItems(linesOf(question));
    auto* name = new QLineEdit(this);
    name->setMaxLength(longestName);
    name->setAccessibleName(tr("Your name"));
    auto* form = new QFormLayout;
    form->addRow(tr("Your &name"), name);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* goOnButton = buttons->addButton(tr("Go on without them"), QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    goOnButton->setAutoDefault(false);
    goOnButton->setEnabled(false);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapSection, theme::gapLarge, theme::gapSection, theme::gapLarge);
    layout->setSpacing(theme::gap);
    layout->addWidget(notices);
    layout->addWidget(text);
    layout->addWidget(list, 1);
    layout->addLayout(form);
    layout->addWidget(buttons);
    name->setFocus();

    connect(name, &QLineEdit::textChanged, goOnButton,
            [goOnButton](const QString& typed) { goOnButton->setEnabled(!typed.trimmed().isEmpty()); });
    connect(this, &LiveGate::failed, notices,
            [notices](const QString& sentence) { notices->show(theme::State::Error, sentence); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, name] { goOn(name->text()); });
}

void LiveGate::goOn(const QString& name)
{
    const auto recorded =
        record(m_file, {QDateTime::currentDateTimeUtc(), withoutIdentityNumbers(name), m_question.ids()});
    if (!recorded) {
        emit failed(readinessSentence(recorded.error()));
        return;
    }
    audit(*this, AuditAction::GateOverridden, true, m_question.ids().join(u", "));
    emit answered();
    accept();
}

} // namespace hekim
