#pragma once

#include "browser/gates/opaqueframes.h"

#include <QString>

class QUrl;

namespace hekim {

/// The frames in a page that are not e-Rapor's, beside which no agent may be reached (rule S5).
///
/// The engine (6.4.2 and 6.11.2) does not tell which frame asks. A WebSocket of any frame or worker has the
/// page for its initiator, and what a server sends an inner frame on to has that of the address before; it is
/// also asked already when the gate hears of it. So none of these reaches an agent as long as the page has a
/// frame of another origin.
///
/// It cannot end with the frame. What a frame does as it goes (unload) comes after any listener of ours, and
/// nothing tells when the last of it has been asked here: the console and WebSockets reach this process by
/// different ways.
class ForeignFrames
{
public:
    void add(const QString& host, OpaqueFrames::Kind kind = OpaqueFrames::Kind::Runs);
    /// A frame of an opaque origin: no request tells of it. Without scripts it opens no WebSocket; a server
    /// can send it on all the same.
    void addOpaque(OpaqueFrames::Kind kind);
    void forget();

    /// Both are asked of addresses of agents.
    [[nodiscard]] bool admitsSocket(const QUrl& agent) const;
    [[nodiscard]] bool admitsRedirect(const QUrl& agent) const;

private:
    QString m_any;         ///< the host of one; empty: there is none
    QString m_withScripts; ///< the same for one that can run scripts
};

} // namespace hekim
