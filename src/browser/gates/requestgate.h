#pragma once

#include "browser/gates/foreignframes.h"
#include "browser/gates/gatekeeper.h"
#include "browser/gates/toldforms.h"

#include <QWebEngineUrlRequestInterceptor>

namespace hekim {

/// The second gate: sees every request that goes to the network, sub-resources, WebSockets and redirects
/// included, but no foreign schemes; those and the user's gesture are seen by ClinicalPage.
class RequestGate : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT

public:
    explicit RequestGate(Gatekeeper& gatekeeper, QObject* parent = nullptr);

    /// Hears of frames that tell of themselves by a request; `frames` outlives the last one.
    void listenTo(const OpaqueFrames& frames) { m_opaqueFrames = &frames; }
    void interceptRequest(QWebEngineUrlRequestInfo& info) override;

    [[nodiscard]] ToldForms& forms() { return m_forms; }
    [[nodiscard]] ForeignFrames& frames() { return m_frames; }
    /// Whether what a server sends an inner frame on to may be asked.
    [[nodiscard]] bool admitsRedirect(const QUrl& to) const;
    /// The page has a new document: what forms of the former one told is of no consequence any longer, nor
    /// are its frames; unless it has windows, which go on.
    void documentCreated(bool hasWindows);

signals:
    /// An admitted request of the main frame, a redirect's next one included.
    void mainFrameRequested(const QByteArray& method);
    void frameRefused(const QUrl& url, bool mainFrame, hekim::Gatekeeper::Notice why);

private:
    void judgeFrame(QWebEngineUrlRequestInfo& info, bool mainFrame);
    [[nodiscard]] bool admitsSocket(const QUrl& to) const;

    Gatekeeper& m_gatekeeper;
    const OpaqueFrames* m_opaqueFrames = nullptr;
    ToldForms m_forms;
    ForeignFrames m_frames;
};

} // namespace hekim
