#pragma once

#include "browser/gates/certificatejudge.h"
#include "browser/gates/gatekeeper.h"
#include "browser/page/isolatedpage.h"
#include "browser/page/pagedialogs.h"
#include "browser/programs/allowedprograms.h"
#include "support/httpserver.h"
#include "support/waiting.h"

#include <QMap>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWebEnginePage>
#include <QWebEngineView>
#include <QWidget>

#include <memory>

namespace hekim::test {

inline const QString patientA = QStringLiteral("10000000146");
inline const QString patientB = QStringLiteral("17291716060");

/// Rules of a custom environment whose e-Rapor is this address, read through the settings as in the window.
Settings settingsFor(const QUrl& erapor, const QMap<QString, QString>& moreSettings = {});
NavigationRules rulesFor(const QUrl& erapor, const QString& patient = {},
                         const QMap<QString, QString>& moreSettings = {});

/// Address of a patient's report form on this server.
QUrl formOf(const HttpServer& server, const QString& patient);

HttpServerReply html(const QString& body);

/// An isolated page in a shown window, with what it says collected.
class Pane
{
public:
    Pane();
    explicit Pane(CertificateJudge certificates);
    ~Pane();

    /// Opens, makes the view and waits for the end of the load.
    bool openAndWait(const NavigationRules& rules, const QUrl& url);
    bool waitForEnd();

    [[nodiscard]] QWebEngineView* view() const { return m_view; }
    [[nodiscard]] QWidget* inner() const { return m_view->focusProxy(); }

    /// The value of a script in the page's own world.
    QVariant evaluate(const QString& script) const;
    [[nodiscard]] QString text() const;
    /// Waits until the engine passes input on to the document: what comes before is dropped. False: it never
    /// did.
    bool takesInput();
    /// A real click on the middle of the first element that matches.
    bool click(const QString& selector);
    bool type(const QString& selector, const QString& text);

    [[nodiscard]] int noticed(Gatekeeper::Notice notice) const;
    [[nodiscard]] QString subjectOf(Gatekeeper::Notice notice) const;
    [[nodiscard]] Error lastError() const;

    /// The window that the page opened as the `number`-th: from here on what is read and clicked is in it.
    bool turnToChild(int number = 0);
    void turnBack(); ///< to the page itself

    /// Waits for the question whether a program may start, and answers it.
    bool letProgramStart(Gatekeeper::ProgramAnswer answer = Gatekeeper::ProgramAnswer::Once);

    QTemporaryDir folder;
    CertificateJudge certificates;
    PageDialogs dialogs;
    AllowedPrograms programs;
    QWidget window;
    std::unique_ptr<IsolatedPage> page;
    QSignalSpy loaded;
    QSignalSpy failed;
    QSignalSpy notices;
    QSignalSpy browserAsked;
    QSignalSpy patientAsked;
    QSignalSpy programAsked;
    QSignalSpy windowOpened;
    QSignalSpy windowBlocked;
    QSignalSpy touchedChanged;

private:
    std::unique_ptr<QWidget> m_childWindow;
    QWebEngineView* m_view = nullptr;
};

} // namespace hekim::test
