#pragma once

#include "browser/gates/gatekeeper.h"
#include "browser/gates/opaqueframes.h"

#include <QSet>
#include <QWebEngineUrlRequestInterceptor>

namespace hekim {

class Gatekeeper;

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

    /// A form of any page of the profile gives out its data, in the body where no gate sees it; told before
    /// its request is made, if it makes one. Which request is that form's is not known. So each that names
    /// another patient (rule P1) has one form refused, and from then on all are until the next one is told.
    void formTold(const QString& form, bool namesAnother);
    /// Where the engine (6.4.2 and 6.11.2) does not tell which frame asks. A WebSocket of any frame or worker
    /// has the page for its initiator, and what a server sends an inner frame on to has that of the address
    /// before; it is also asked already when the gate hears of it. So none of these reaches an agent as long
    /// as the page has a frame of another origin.
    ///
    /// It cannot end with the frame. What a frame does as it goes (unload) comes after any listener of ours,
    /// and nothing tells when the last of it has been asked here: the console and WebSockets reach this
    /// process by different ways.
    [[nodiscard]] bool admitsSocket(const QUrl& to) const;
    [[nodiscard]] bool admitsRedirect(const QUrl& to) const;
    /// The page has a new document: what forms of the former one told is of no consequence any longer, nor
    /// are its frames; unless it has windows, which go on.
    void documentCreated(bool hasWindows);
    /// The page, or a window of it, has a frame of an opaque origin: no request tells of it. Without scripts
    /// it opens no WebSocket; a server can send it on all the same.
    void opaqueFrameShown(OpaqueFrames::Kind kind);

signals:
    /// An admitted request of the main frame, a redirect's next one included.
    void mainFrameRequested(const QByteArray& method);
    void frameRefused(const QUrl& url, bool mainFrame, hekim::Gatekeeper::Notice why);

private:
    void judgeFrame(QWebEngineUrlRequestInfo& info, bool mainFrame);
    [[nodiscard]] bool refusesForm(const QWebEngineUrlRequestInfo& info);
    void noteOthersFrame(QStringView host, OpaqueFrames::Kind kind);
    [[nodiscard]] bool admitsToAgent(const QUrl& to, const QString& othersFrame) const;

    Gatekeeper& m_gatekeeper;
    const OpaqueFrames* m_opaqueFrames = nullptr;
    QSet<QString> m_othersForms; ///< told to name another patient; as many are still to be refused
    bool m_refusesForms = false; ///< one was refused since the last was told; it can come again
    QString m_othersFrame;   ///< the host of a frame in the page that is not e-Rapor's; empty: there is none
    QString m_othersScripts; ///< the same for one that can run scripts
};

} // namespace hekim
