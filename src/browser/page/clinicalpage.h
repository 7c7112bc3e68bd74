#pragma once

#include "browser/gates/certificatechoice.h"
#include "browser/page/pagedialogs.h"

#include <QPointer>
#include <QWebEnginePage>
#include <QWidget>

namespace hekim {

class CertificateJudge;
class FormMemory;
class Gatekeeper;
class RequestGate;
class DirtyFormTracker;

/// What the engine puts in the place of an address that no page may go to. A window that is opened without an
/// address starts there too.
[[nodiscard]] bool isBlockedAddress(const QUrl& url);

/// The engine's page with everything closed that no clinical page needs, every navigation judged by the
/// Gatekeeper and every dialog shown by PageDialogs.
class ClinicalPage : public QWebEnginePage
{
    Q_OBJECT

public:
    ClinicalPage(QWebEngineProfile* profile, Gatekeeper& gatekeeper, RequestGate& requests,
                 const CertificateJudge& certificates, PageDialogs& dialogs, QObject* parent = nullptr);

    /// Whether a pop-up that no user asked for is heard of at all: a flood of them is cut off after the
    /// first.
    void letScriptsAskForWindows(bool may);
    void setViewWidget(QWidget* view) { m_view = view; }
    /// The next question of the page about being left (beforeunload) is answered by itself: the user has
    /// decided already.
    void leaveWithoutQuestion() { m_leaveAgreed = true; }
    /// Whether the page may ask for the whole screen at all; its view is what it gets.
    void letFillPane(bool may);
    [[nodiscard]] DirtyFormTracker& dirtyForm() { return *m_dirtyForm; }
    [[nodiscard]] FormMemory& formMemory() { return *m_formMemory; }

signals:
    void certificateAsked(const hekim::CertificateChoice& choice);
    void certificateAnswered();
    void certificateRefused(const QString& host, const QString& why);
    void mainFrameRefused(const QUrl& url);
    void consoleWritten(const QString& message);
    void fullScreenChanged(bool full);

protected:
    bool acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList& oldFiles,
                            const QStringList& acceptedMimeTypes) override;
    void javaScriptAlert(const QUrl& securityOrigin, const QString& message) override;
    bool javaScriptConfirm(const QUrl& securityOrigin, const QString& message) override;
    bool javaScriptPrompt(const QUrl& securityOrigin, const QString& message, const QString& preset,
                          QString* result) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString& message, int line,
                                  const QString& source) override;

private:
    void closeWhatIsNotNeeded();
    void refuseRequests();
    PageDialogs::Asker asker(const QUrl& origin);

    Gatekeeper& m_gatekeeper;
    RequestGate& m_requests;
    const CertificateJudge& m_certificates;
    PageDialogs& m_dialogs;
    DialogBudget m_budget;
    DirtyFormTracker* m_dirtyForm;
    FormMemory* m_formMemory;
    QPointer<QWidget> m_view;
    bool m_leaveAgreed = false;
};

} // namespace hekim
