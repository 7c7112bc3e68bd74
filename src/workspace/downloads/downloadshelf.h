#pragma once

#include "browser/downloads/download.h"

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace hekim {

class DownloadBar;
class IsolatedPage;

/// Above a page: the files that it offers. Asks where to save one, one question at a time, and shows what
/// becomes of each.
class DownloadShelf : public QWidget
{
    Q_OBJECT

public:
    explicit DownloadShelf(QWidget* parent = nullptr);

    void serve(IsolatedPage& page);
    /// Saves a document that was shown, or anything else that the user asks for.
    void keep(Download* download);

    /// Asks for a file's name in the user's folder for downloads, or the one last chosen in this tab. The
    /// question goes with `context`, and neither is called then.
    void askForPlace(QObject* context, const QString& name, std::function<void(const QString& path)> chosen,
                     std::function<void()> rejected = {});

signals:
    /// A PDF to be shown here: the listener takes the download over.
    void documentAsked(hekim::Download* download);
    /// A file for the e-signature program, under a name that still says so.
    void jnlpSaved(const QString& path);

private:
    void take(Download* download);
    DownloadBar* addBar(Download* download);
    void askWhereTo(DownloadBar* bar);
    void save(DownloadBar* bar, const QString& path);
    void remove(DownloadBar* bar);

    QVBoxLayout* m_bars;
    bool m_asking = false;
    bool m_withoutPage = false; ///< the load came to nothing: what is offered then is all there is
    QString m_lastFolder;
};

} // namespace hekim
