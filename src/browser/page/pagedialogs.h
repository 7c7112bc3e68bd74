#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <optional>

class QDialog;
class QWidget;

namespace hekim {

/// How many dialogs a page may still open: five within ten seconds, then none until the user does something
/// in the page.
class DialogBudget
{
public:
    /// Takes one; false when the page has had its share.
    [[nodiscard]] bool spend(qint64 nowMs);
    /// The user pressed a key or button in the page.
    void renew();

private:
    QList<qint64> m_opened;
    bool m_exhausted = false;
};

/// Shows the dialogs that the engine asks for synchronously (alert, confirm, prompt, beforeunload, file
/// chooser), one at a time: the only place of the window with an event loop of its own (rule W2).
///
/// While isOpen(), launches, locking, closing and quitting must wait for closed(), and no IsolatedPage may be
/// deleted: the engine stands inside a call of that page. One object serves all pages.
class PageDialogs : public QObject
{
    Q_OBJECT

public:
    explicit PageDialogs(QObject* parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_open != nullptr; }
    /// Answers the dialog that is open with "cancel".
    void cancel();
    /// The next doctor's dialogs begin where the first one's did (rule P4).
    void forgetFolder() { m_folder.clear(); }

    /// Who asks, for the title (the page's host and its patient, masked, empty for a page of none), its view,
    /// and what is left of its budget. A page without a visible view, one that floods, and every page while a
    /// dialog is open get the safe answer at once: false, nothing, no file.
    struct Asker
    {
        QString host;
        QString patient;
        QWidget* view = nullptr;
        DialogBudget& budget;
    };
    void alert(const Asker& asker, const QString& text);
    bool confirm(const Asker& asker, const QString& text);
    /// The page's own question before it is left (beforeunload); its text is not the page's to choose.
    bool confirmLeaving(const Asker& asker);
    std::optional<QString> prompt(const Asker& asker, const QString& text, const QString& preset);
    /// `accepted` as in the accept attribute: MIME types and ".ext" endings.
    QStringList chooseFiles(const Asker& asker, bool several, const QStringList& accepted);

signals:
    void opened();
    void closed();

private:
    [[nodiscard]] bool mayOpen(const Asker& asker) const;
    bool run(QDialog& dialog, const Asker& asker, const QString& what = {});

    QDialog* m_open = nullptr;
    QString m_folder; ///< where the doctor chose a file last
};

} // namespace hekim
