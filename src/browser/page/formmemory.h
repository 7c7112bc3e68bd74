#pragma once

#include <QByteArray>
#include <QObject>

class QWebEnginePage;
class QWebEngineScriptCollection;

namespace hekim {

/// Remembers what the user typed into a page when it is left, so that the way back brings it along where the
/// engine does not: fields with autocomplete=off, and those that a script makes. In memory only (rule S2),
/// and nothing of passwords (rule S1).
///
/// Like DirtyFormTracker, a script in an isolated world tells through its own console with a nonce. Only the
/// main frame is remembered: the engine lets no script of ours run in a chosen inner one (before 6.8).
class FormMemory : public QObject
{
    Q_OBJECT

public:
    explicit FormMemory(QWebEngineScriptCollection& scripts, QObject* parent = nullptr);

    /// Takes a console message of the page; those that are not ours are not looked at further.
    void hear(const QString& consoleMessage);
    /// What was typed into the document that was left last, for refill(); empty when nothing was.
    [[nodiscard]] QByteArray take();
    /// Types it into the page's document again, once the document is complete and each field is there. What
    /// the engine or the user has filled in stays.
    void refill(QWebEnginePage& page, const QByteArray& typed);

private:
    QString m_nonce;
    QByteArray m_typed;
};

} // namespace hekim
