#include "browser/pane.h"

#include "core/settings/settings.h"

#include <QLayout>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

namespace hekim::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Settings settingsFor(const QUrl& erapor, const QMap<QString, QString>& moreSettings)
{
    QTemporaryDir folder;
    SettingsPlaces places;
    places.policy = {folder.filePath(u"policy.conf"_s), QSettings::IniFormat};
    places.user = {folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    places.defaults = {folder.filePath(u"defaults.conf"_s), QSettings::IniFormat};
    {
        QSettings ini(places.user.path, QSettings::IniFormat);
        ini.setValue(u"environment/name"_s, u"custom"_s);
        ini.setValue(u"endpoints/erapor"_s, erapor.toString());
        ini.setValue(u"web/agentPorts"_s, u"1"_s); // no agent unless a test names one
        for (auto it = moreSettings.cbegin(); it != moreSettings.cend(); ++it)
            ini.setValue(it.key(), it.value());
    }
    const Result<Settings> settings = Settings::load(places, std::nullopt);
    if (!settings)
        qFatal("the test's settings are not readable: %s", qPrintable(settings.error().subject));
    return *settings;
}

NavigationRules rulesFor(const QUrl& erapor, const QString& patient,
                         const QMap<QString, QString>& moreSettings)
{
    std::optional<IdentityNumber> number;
    if (!patient.isEmpty())
        number = IdentityNumber::parse(patient, u"patient"_s).value();
    return {settingsFor(erapor, moreSettings), number};
}

QUrl formOf(const HttpServer& server, const QString& patient)
{
    QUrl url = server.url(u"/healthstatusweb/singledoctor/createreport"_s);
    url.setQuery(u"Authorization=token-of-the-test&patientId="_s + patient + u"&Reason=2"_s);
    return url;
}

HttpServerReply html(const QString& body)
{
    return HttpServerReply::html(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>t</title></head><body>" + body.toUtf8() +
        "</body></html>");
}

Pane::Pane() : Pane(CertificateJudge()) {}

Pane::Pane(CertificateJudge judge)
    : certificates(std::move(judge))
    , programs(folder.filePath(u"allowed-programs.ini"_s),
               settingsFor(QUrl(u"http://127.0.0.1:1"_s), {{u"web/externalSchemes"_s, u"hekim-imza"_s}}))
    , page(std::make_unique<IsolatedPage>(certificates, dialogs, programs))
    , loaded(page.get(), &IsolatedPage::loaded)
    , failed(page.get(), &IsolatedPage::failed)
    , notices(&page->gatekeeper(), &Gatekeeper::notice)
    , browserAsked(&page->gatekeeper(), &Gatekeeper::systemBrowserAsked)
    , patientAsked(&page->gatekeeper(), &Gatekeeper::patientAsked)
    , programAsked(&page->gatekeeper(), &Gatekeeper::programAsked)
    , windowOpened(page.get(), &IsolatedPage::windowOpened)
    , windowBlocked(&page->gatekeeper(), &Gatekeeper::windowBlocked)
    , touchedChanged(page.get(), &IsolatedPage::touchedChanged)
{
    window.resize(800, 600);
    new QVBoxLayout(&window);
}

Pane::~Pane() = default;

bool Pane::openAndWait(const NavigationRules& rules, const QUrl& url)
{
    loaded.clear();
    failed.clear();
    page->open(rules, url);
    if (!m_view) {
        m_view = qobject_cast<QWebEngineView*>(page->view(&window));
        window.layout()->addWidget(m_view);
        window.show();
        window.activateWindow();
    }
    return waitForEnd();
}

bool Pane::waitForEnd()
{
    return until([this] { return loaded.count() + failed.count() > 0; });
}

QVariant Pane::evaluate(const QString& script) const
{
    QVariant value;
    bool answered = false;
    m_view->page()->runJavaScript(script, [&](const QVariant& result) {
        value = result;
        answered = true;
    });
    if (!until([&answered] { return answered; }))
        qFatal("the page does not answer");
    return value;
}

QString Pane::text() const
{
    return evaluate(u"document.body ? document.body.innerText : ''"_s).toString().trimmed();
}

bool Pane::takesInput()
{
    if (!inner())
        return false;
    // The engine drops what the user does to a page that is not drawn yet, movements of the mouse apart: that
    // a key arrives, one that does nothing by itself, tells that a click would.
    evaluate(
        u"document.onkeydown = () => { document.documentElement.dataset.key = 1; document.onkeydown = null }"_s);
    return until([this] {
        QTest::keyClick(inner(), Qt::Key_Shift);
        return evaluate(u"document.documentElement.dataset.key === '1'"_s).toBool();
    });
}

bool Pane::click(const QString& selector)
{
    if (!takesInput())
        return false;
    const QVariantList middle =
        evaluate(
            u"(() => { const e = document.querySelector('%1'); if (!e) return [];"
            " const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()"_s
                .arg(selector))
            .toList();
    if (middle.size() != 2 || !inner())
        return false;
    const QPoint point(middle[0].toInt(), middle[1].toInt());
    QTest::mouseClick(inner(), Qt::LeftButton, {}, point);
    return true;
}

bool Pane::type(const QString& selector, const QString& typed)
{
    const QString focused = u"document.activeElement === document.querySelector('%1')"_s.arg(selector);
    for (int attempt = 0; attempt < 5 && !evaluate(focused).toBool(); ++attempt) {
        if (!click(selector))
            return false;
        if (until([&] { return evaluate(focused).toBool(); }, 1s))
            break;
    }
    if (!evaluate(focused).toBool())
        return false;
    QTest::keyClicks(inner(), typed);
    return true;
}

bool Pane::turnToChild(int number)
{
    if (!until([&] { return windowOpened.count() > number; }))
        return false;
    auto* child = windowOpened.at(number).at(0).value<IsolatedPage*>();
    m_childWindow = std::make_unique<QWidget>();
    m_childWindow->resize(600, 400);
    auto* layout = new QVBoxLayout(m_childWindow.get());
    m_view = qobject_cast<QWebEngineView*>(child->view(m_childWindow.get()));
    layout->addWidget(m_view);
    m_childWindow->show();
    m_childWindow->activateWindow();
    return until([child] { return !child->isLoading(); });
}

void Pane::turnBack()
{
    m_view = qobject_cast<QWebEngineView*>(page->view(&window));
    window.activateWindow();
}

bool Pane::letProgramStart(Gatekeeper::ProgramAnswer answer)
{
    if (!until([this] { return !programAsked.isEmpty(); }))
        return false;
    const QVariantList asked = programAsked.takeFirst();
    page->gatekeeper().startProgram(asked.at(0).toUrl(), asked.at(1).value<RegisteredProgram>(), answer);
    return true;
}

int Pane::noticed(Gatekeeper::Notice notice) const
{
    return int(std::count_if(notices.cbegin(), notices.cend(), [notice](const QVariantList& arguments) {
        return arguments.at(0).value<Gatekeeper::Notice>() == notice;
    }));
}

QString Pane::subjectOf(Gatekeeper::Notice notice) const
{
    for (const QVariantList& arguments : notices) {
        if (arguments.at(0).value<Gatekeeper::Notice>() == notice)
            return arguments.at(1).toString();
    }
    return {};
}

Error Pane::lastError() const
{
    return failed.isEmpty() ? Error{} : failed.last().at(0).value<Error>();
}

} // namespace hekim::test
