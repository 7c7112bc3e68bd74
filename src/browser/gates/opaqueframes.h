#pragma once

#include <QString>

class QWebEngineScriptCollection;

namespace hekim {

/// Hears of frames of an opaque origin (data:, sandboxed), of which no request tells: to the gates they look
/// like the page around them (rule S5).
class OpaqueFrames
{
public:
    explicit OpaqueFrames(QWebEngineScriptCollection& scriptsOfProfile);

    /// Whether that is what a page has written to its console. Before any script of such a frame runs.
    [[nodiscard]] bool isTold(const QString& consoleMessage) const { return consoleMessage == m_nonce; }

private:
    QString m_nonce;
};

} // namespace hekim
