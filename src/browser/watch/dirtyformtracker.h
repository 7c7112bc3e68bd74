#pragma once

#include <QObject>

class QWebEngineScriptCollection;

namespace hekim {

/// Knows whether the user has entered anything in any frame of a page since its document was loaded (rule
/// P3).
///
/// A script in an isolated world listens in every frame and tells through console.debug with a nonce of its
/// own: isolated worlds have their own console and prototypes, so a page can neither read the nonce nor mute
/// it, and frames of other origins are heard as well.
class DirtyFormTracker : public QObject
{
    Q_OBJECT

public:
    explicit DirtyFormTracker(QWebEngineScriptCollection& scripts, QObject* parent = nullptr);

    /// Takes a console message of the page; those that are not ours are not looked at further.
    void hear(const QString& consoleMessage);
    [[nodiscard]] bool isTouched() const { return m_touched; }
    /// The document is gone (crash, error, a new open()).
    void reset();
    /// The engine has brought back what was entered before: it is as good as entered now.
    void entered() { set(true); }

signals:
    void touchedChanged(bool touched);
    /// The main frame has a new document from the network; what was entered in the former one is gone with
    /// it. `returned`: by a step in the history or a reload, after which the engine fills in again what was
    /// entered there.
    void documentCreated(bool returned);

private:
    void set(bool touched);

    QString m_nonce;
    bool m_touched = false;
};

} // namespace hekim
