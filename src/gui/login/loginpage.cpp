#include "gui/login/loginpage.h"

#include "ui_loginpage.h"

#include "core/error/errortext.h"
#include "core/identity/pinrules.h"
#include "core/settings/training.h"
#include "gui/firstrun/firststartnotice.h"
#include "gui/login/keyringtext.h"
#include "widgets/announce.h"
#include "widgets/helptopic.h"
#include "widgets/messagebar.h"
#include "widgets/theme.h"

#include <QMenu>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

void paintAsState(QWidget& frame, QLabel& icon, theme::State state)
{
    const theme::StateColours colours = theme::coloursOf(state);
    QPalette palette = frame.palette();
    palette.setColor(QPalette::Window, colours.background);
    palette.setColor(QPalette::WindowText, colours.text);
    frame.setPalette(palette);
    frame.setAutoFillBackground(true);
    icon.setPixmap(theme::iconOf(state).pixmap(20, 20));
    icon.setAlignment(Qt::AlignVCenter);
}

} // namespace

LoginPage::LoginPage(const Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LoginPage>())
    , m_menu(new QMenu(this))
    , m_notice(new MessageBar(this))
{
    m_ui->setupUi(this);
    addMenuButton();
    setHelpTopic(*this, HelpTopic::Login);
    theme::setTextSize(*m_ui->title, theme::TextSize::Large);
    theme::setTextSize(*m_ui->hint, theme::TextSize::Small);
    theme::setTextSize(*m_ui->pinHint, theme::TextSize::Small);
    const bool usesPin = pinUseFromString(settings.value(u"login/pin"_s)) != PinUse::Off;
    for (QWidget* part : std::initializer_list<QWidget*>{m_ui->pinLabel, m_ui->pin, m_ui->pinHint})
        part->setVisible(usesPin);
    theme::setTextSize(*m_ui->failureForIt, theme::TextSize::Small);
    theme::setTextSize(*m_ui->inventedLabel, theme::TextSize::Small);
    m_ui->logo->setPixmap(QIcon(u":/icons/app.svg"_s).pixmap(44, 44));
    m_ui->waitingDiscard->setIcon(theme::icon(u"close"_s));
    m_ui->waitingDiscard->setToolTip(tr("Do not open"));
    m_ui->waitingDiscard->setAccessibleName(tr("Do not open"));

    const bool training = settings.environment() == EnvironmentName::Training;
    const QString institution =
        training ? QString::fromUtf16(training::institutionName) : settings.institutionName();
    m_ui->institution->setText(institution.isEmpty()
                                   ? displayName(settings.environment())
                                   : tr("%1 · %2", "institution · environment")
                                         .arg(institution, displayName(settings.environment())));
    m_ui->number->setEnvironment(settings.environment());
    if (training)
        offerInventedDoctors();
    else
        m_ui->invented->hide();
    m_ui->waiting->hide();
    m_ui->failure->hide();
    if (FirstStartNotice::isWanted(settings)) {
        auto* notice = new FirstStartNotice(this);
        connect(notice, &FirstStartNotice::setupAsked, this, &LoginPage::setupAsked);
        m_ui->column->insertWidget(1, notice);
    }

    m_ui->column->insertWidget(1, m_notice);

    connect(m_ui->number, &IdentityField::standingChanged, this, &LoginPage::showStanding);
    connect(m_ui->number, &QLineEdit::textEdited, this, &LoginPage::typed);
    connect(m_ui->pin, &QLineEdit::textEdited, this, &LoginPage::typed);
    connect(m_ui->number, &QLineEdit::returnPressed, this, [this] {
        if (m_ui->pin->isHidden() || !m_ui->pin->text().isEmpty())
            askLogin();
        else
            m_ui->pin->setFocus();
    });
    connect(m_ui->pin, &QLineEdit::returnPressed, this, &LoginPage::askLogin);
    connect(m_ui->logIn, &QPushButton::clicked, this, [this] {
        if (m_busy)
            emit stopAsked();
        else if (m_services == Services::Failed)
            emit servicesAsked();
        else
            askLogin();
    });
    connect(m_ui->check, &QPushButton::clicked, this, &LoginPage::checkAsked);
    connect(m_ui->help, &QToolButton::clicked, this, &LoginPage::helpAsked);
    connect(m_ui->waitingDiscard, &QToolButton::clicked, this, &LoginPage::waitingDiscarded);
    setFocusProxy(m_ui->number);
    showStanding();
    showButton();
}

LoginPage::~LoginPage() = default;

// In the corner of the page, out of the doctor's way.
void LoginPage::addMenuButton()
{
    auto* button = new QToolButton(this);
    button->setIcon(theme::icon(u"menu"_s));
    button->setText(tr("Menu"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(tr("Menu"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(m_menu);
    m_ui->outer->addWidget(button, 0, 2, Qt::AlignRight | Qt::AlignTop);
    setTabOrder(m_ui->logIn, button);
}

void LoginPage::offerInventedDoctors()
{
    int position = 0;
    for (const training::Person& doctor : training::doctors()) {
        auto* button = new QPushButton(doctor.name, this);
        button->setToolTip(doctor.title);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, number = doctor.number] {
            m_ui->number->setText(number);
            m_ui->number->setFocus();
            emit typed();
        });
        m_ui->inventedGrid->addWidget(button, position / 2, position % 2);
        ++position;
    }
}

void LoginPage::setServices(Services services)
{
    m_services = services;
    showButton();
}

void LoginPage::setBusy(bool busy)
{
    m_busy = busy;
    m_ui->number->setReadOnly(busy);
    m_ui->pin->setReadOnly(busy);
    m_ui->invented->setEnabled(!busy);
    showButton();
}

void LoginPage::showButton()
{
    const bool starting = !m_busy && m_services == Services::Starting;
    if (m_busy)
        m_ui->logIn->setText(tr("Stop"));
    else if (starting)
        m_ui->logIn->setText(tr("Starting the training ministry…"));
    else
        m_ui->logIn->setText(m_services == Services::Ready ? tr("Log in") : tr("Try again"));
    m_ui->logIn->setEnabled(!starting);
}

void LoginPage::askLogin()
{
    if (m_busy || m_services != Services::Ready)
        return;
    if (const auto doctor = m_ui->number->number()) {
        clearFailure();
        emit loginAsked(*doctor, m_ui->pin->take());
        return;
    }
    const bool empty = m_ui->number->text().isEmpty();
    m_ui->hint->setText(empty ? tr("Type your own identity number, then press Enter.")
                              : m_ui->number->hint());
    m_ui->number->setFocus();
}

void LoginPage::showStanding()
{
    const auto standing = m_ui->number->standing();
    const bool bad =
        standing == IdentityField::Standing::Wrong || standing == IdentityField::Standing::Doubtful;
    QFont font = m_ui->hint->font();
    font.setBold(bad);
    m_ui->hint->setFont(font);
    const QString hint = m_ui->number->hint();
    m_ui->hint->setText(hint.isEmpty() ? tr("11 digits; a foreigner number works too.") : hint);
}

void LoginPage::setFailure(const Error& error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    showFailure(sentenceFor(error), tr("For IT: %1").arg(lineForIt(error)));
    // Nothing of what it would say has to do with a damaged installation.
    m_ui->check->setVisible(error.kind != ErrorKind::DamagedInstallation);
    m_ui->number->setFocus();
}

void LoginPage::setPinRefusal(const QString& sentence)
{
    showFailure(sentence, {});
    m_ui->check->hide(); // a PIN has nothing to do with the connection
    m_ui->pin->setFocus();
}

void LoginPage::showFailure(const QString& sentence, const QString& forIt)
{
    paintAsState(*m_ui->failure, *m_ui->failureIcon, theme::State::Error);
    m_ui->failureText->setText(sentence);
    m_ui->failureForIt->setText(forIt);
    m_ui->failureForIt->setVisible(!forIt.isEmpty());
    m_ui->failure->setAccessibleDescription(sentence);
    m_ui->failure->show();
    announce(*m_ui->failure);
}

void LoginPage::clearFailure()
{
    m_ui->failure->hide();
    m_ui->failure->setAccessibleDescription({});
    m_ui->failureText->clear();
    m_ui->failureForIt->clear();
}

void LoginPage::proposeDoctor(const IdentityNumber& doctor)
{
    if (m_ui->number->number() == doctor)
        return;
    m_ui->number->setText(doctor.digits());
    m_ui->pin->clear();
}

void LoginPage::clearTyped()
{
    m_ui->number->clear();
    m_ui->pin->clear();
}

void LoginPage::warn(const QString& text)
{
    m_notice->show(theme::State::Warning, text);
}

void LoginPage::setKeyringWaits(bool waits)
{
    if (waits)
        m_notice->show(theme::State::Info, keyringWaitsText());
    else
        m_notice->dismiss();
}

void LoginPage::setWaiting(const QString& text)
{
    m_ui->waiting->setVisible(!text.isEmpty());
    m_ui->waitingText->setText(text);
    m_ui->waiting->setAccessibleName(text);
    if (!text.isEmpty())
        paintAsState(*m_ui->waiting, *m_ui->waitingIcon, theme::State::Info);
}

void LoginPage::reset()
{
    clearTyped();
    clearFailure();
    m_ui->number->setFocus();
}

} // namespace hekim
