#pragma once

#include <QString>

#include <optional>

class QUrl;
class QWebEngineScriptCollection;

namespace hekim {

/// Hears of frames of an opaque origin (data:, sandboxed), of which no request tells: to the gates they look
/// like the page around them (rule S5).
class OpaqueFrames
{
public:
    explicit OpaqueFrames(QWebEngineScriptCollection& scriptsOfProfile);

    enum class Kind {
        Silent, ///< sandboxed without scripts: its links and forms go
        Runs    ///< scripts of its own can speak to whatever the page may
    };
    /// What a page has written to its console of such a frame; nothing of one that can do neither (see
    /// runsNothing()).
    [[nodiscard]] std::optional<Kind> read(const QString& consoleMessage) const;
    /// The request by which a frame that can run scripts tells of itself before any of them runs.
    [[nodiscard]] bool isTelling(const QUrl& request) const;
    /// A data: address of a picture or a text: in its document nothing runs, and nothing is sent.
    [[nodiscard]] static bool runsNothing(const QUrl& data);

private:
    QString m_nonce;
};

} // namespace hekim
