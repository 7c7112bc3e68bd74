#pragma once

#include "browser/downloads/download.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QPointer>

class QHBoxLayout;
class QLabel;
class QProgressBar;

namespace hekim {

/// One file of a page, from the offer to the end: what it is, how far it is, and what can be done about it.
/// It never opens the file.
class DownloadBar : public QFrame
{
    Q_OBJECT

public:
    explicit DownloadBar(Download& download, QWidget* parent);
    ~DownloadBar() override;

    [[nodiscard]] Download* download() const { return m_download; }

    /// The download belongs to an object that needs it further.
    void borrow() { m_owned = false; }
    /// Gives the download away: it does not go with the bar.
    Download* letGo();

    /// The doctor did not ask for it, or another question is open: it waits for a button.
    void offer();
    void save(const QString& path);

signals:
    void saveAsked(); ///< where to?
    void showAsked(); ///< a document
    void savedTo(const QString& path);
    void done(); ///< the bar can go

private:
    void showProgress(qint64 received, qint64 size);
    void showSaved(const QString& path);
    void say(const QString& text);
    void addButton(const QString& text, void (DownloadBar::*asked)());
    void clearButtons();
    [[nodiscard]] QString nameShown() const;

    QPointer<Download> m_download;
    QLabel* m_icon;
    QLabel* m_text;
    QProgressBar* m_progress;
    QHBoxLayout* m_buttons;
    QElapsedTimer m_clock;
    QString m_fileName;
    bool m_owned = true;
};

/// What became of a file that could not be saved or shown, and what to do (rule W1).
QString sentenceFor(Download::Failure failure);

} // namespace hekim
