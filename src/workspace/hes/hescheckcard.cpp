#include "workspace/hes/hescheckcard.h"

#include "core/settings/training.h"
#include "services/hes/hesinput.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"
#include "workspace/hes/hesplacedialog.h"

#include <QButtonGroup>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

HesPlace placeFor(const Settings& settings)
{
    const HesPlace place = HesPlace::of(settings);
    if (place.isComplete() || settings.environment() != EnvironmentName::Training)
        return place;
    return {QStringView(training::hesCity).toString(), QStringView(training::hesDistrict).toString(),
            QStringView(training::hesAddress).toString()};
}

} // namespace

HesCheckCard::HesCheckCard(const Settings& settings, QWidget* parent)
    : QFrame(parent)
    , m_settings(settings)
    , m_place(placeFor(settings))
    , m_code(new QLineEdit(this))
    , m_hint(wrappingLabel(this))
    , m_kind(new QGroupBox(tr("Kind of check"), this))
    , m_kinds(new QButtonGroup(this))
    , m_placeRow(new QWidget(this))
    , m_placeText(wrappingLabel(m_placeRow))
    , m_check(new QPushButton(this))
{
    setObjectName(u"card"_s);
    auto* title = new QLabel(tr("One person"), this);
    theme::setTextSize(*title, theme::TextSize::Large);

    m_code->setAccessibleName(tr("HES code"));
    m_code->setPlaceholderText(u"C4G6-1346-S3"_s);
    m_code->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_code->setMaxLength(static_cast<int>(longestHesInput));
    m_code->setClearButtonEnabled(true);
    connect(m_code, &QLineEdit::returnPressed, this, &HesCheckCard::check);
    connect(m_code, &QLineEdit::textEdited, this, [this] { showHint({}, false); });

    fillKinds();

    theme::setTextSize(*m_placeText, theme::TextSize::Small);
    auto* change = new QToolButton(m_placeRow);
    change->setText(tr("Change…"));
    change->setAccessibleName(tr("Change the place"));
    change->setFocusPolicy(Qt::StrongFocus);
    connect(change, &QToolButton::clicked, this, &HesCheckCard::openPlaceDialog);
    auto* placeLayout = new QHBoxLayout(m_placeRow);
    placeLayout->setContentsMargins(0, 0, 0, 0);
    placeLayout->addWidget(m_placeText, 1);
    placeLayout->addWidget(change);

    theme::setTextSize(*m_hint, theme::TextSize::Small);
    m_check->setDefault(true);
    connect(m_check, &QPushButton::clicked, this, [this] { m_busy ? emit stopAsked() : check(); });

    auto* codeLabel = new QLabel(tr("HES &code"), this);
    codeLabel->setBuddy(m_code);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::gapLarge, theme::gap, theme::gapLarge, theme::gapLarge);
    layout->setSpacing(theme::gapSmall);
    layout->addWidget(title);
    layout->addWidget(codeLabel);
    layout->addWidget(m_code);
    layout->addWidget(m_hint);
    layout->addWidget(m_kind);
    layout->addWidget(m_placeRow);
    layout->addSpacing(theme::gapSmall);
    layout->addWidget(m_check);
    setFocusProxy(m_code);
    showHint({}, false);
    showPlace();
    setBusy(false);
}

// Not a list that drops down: on Linux its name is what is chosen, and assistive technology does not learn
// what for.
void HesCheckCard::fillKinds()
{
    auto* layout = new QHBoxLayout(m_kind);
    layout->setContentsMargins(0, theme::gapSmall, 0, 0);
    m_kind->setFlat(true);
    for (const auto& [query, name] :
         {std::pair(HesQuery::Visitor, tr("Visitor")), std::pair(HesQuery::Employee, tr("Employee")),
          std::pair(HesQuery::WithDetails, tr("With vaccinations"))}) {
        auto* button = new QRadioButton(name, m_kind);
        m_kinds->addButton(button, static_cast<int>(query));
        layout->addWidget(button);
    }
    layout->addStretch(1);
    m_kinds->button(static_cast<int>(HesQuery::Visitor))->setChecked(true);
    connect(m_kinds, &QButtonGroup::idToggled, this, &HesCheckCard::showPlace);
}

void HesCheckCard::setCode(const QString& text)
{
    m_code->setText(text);
    showHint({}, false);
    m_code->setFocus();
}

void HesCheckCard::setBusy(bool busy)
{
    m_busy = busy;
    m_code->setReadOnly(busy);
    m_kind->setEnabled(!busy);
    m_check->setText(busy ? tr("Cancel") : tr("Check"));
}

HesQuery HesCheckCard::query() const
{
    return static_cast<HesQuery>(m_kinds->checkedId());
}

void HesCheckCard::check()
{
    if (m_busy)
        return;
    const auto code = readHesCode(m_code->text(), u"hes"_s);
    if (!code) {
        switch (code.error().fault) {
        case InputFault::Empty:
            showHint(tr("Type, paste or scan the person's HES code."), true);
            break;
        case InputFault::GivenTwice:
            showHint(tr("There are several codes in this text. Check them one by one, or as staff below."),
                     true);
            break;
        default:
            showHint(tr("This is no HES code: it has 10 letters and digits, as C4G6-1346-S3."), true);
            break;
        }
        m_code->setFocus();
        return;
    }
    if (query() == HesQuery::Visitor && !m_place.isComplete()) {
        showHint(tr("Enter the place of the check first; the Ministry wants it for visitors."), true);
        openPlaceDialog();
        return;
    }
    m_code->setText(code->text());
    showHint({}, false);
    emit checkAsked(query(), *code);
}

void HesCheckCard::showHint(const QString& text, bool wrong)
{
    QFont font = m_hint->font();
    font.setBold(wrong);
    m_hint->setFont(font);
    m_hint->setText(text.isEmpty() ? tr("With or without dashes; a scanned QR code works too.") : text);
    m_code->setAccessibleDescription(m_hint->text());
}

void HesCheckCard::setPlace(const HesPlace& place)
{
    m_place = place;
    showPlace();
}

void HesCheckCard::showPlace()
{
    m_placeRow->setVisible(query() == HesQuery::Visitor);
    m_placeText->setText(
        m_place.isComplete()
            ? tr("Place: %1").arg(QStringList{m_place.city, m_place.district, m_place.address}.join(u", "_s))
            : tr("Place: not set yet"));
}

void HesCheckCard::openPlaceDialog()
{
    auto* dialog = new HesPlaceDialog(m_place, m_settings, this);
    connect(dialog, &HesPlaceDialog::chosen, this, &HesCheckCard::setPlace);
    dialog->open();
}

} // namespace hekim
