#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QUrl>

namespace hekim {

class ClinicalPage;
class Gatekeeper;

/// What the user can do with a page from outside of it: go back and forward, load it again, search, enlarge,
/// leave its full screen.
///
/// A step in the history is possible only where the gates admit the address, where the step does not leave
/// what was opened last, and where it does not send a form a second time.
class PageControls : public QObject
{
    Q_OBJECT

public:
    PageControls(ClinicalPage& page, const Gatekeeper& gatekeeper, QObject* parent = nullptr);

    [[nodiscard]] bool canGoBack() const { return stepPossible(-1); }
    [[nodiscard]] bool canGoForward() const { return stepPossible(1); }
    /// What is shown answered a form: loading it again would send the form again.
    [[nodiscard]] bool isFormAnswer() const { return m_formAnswer; }

    /// The caller has asked about what was typed in (rule P3); the page's own question is not asked on top.
    void back();
    void forward();
    void reload();

    /// Marks what is found and says how much by found(); an empty text ends the search.
    void find(const QString& text, bool backward = false);
    void setZoom(int percent);
    /// After fullScreenChanged(true): the page gets its ordinary look back.
    void leaveFullScreen();

    /// Told by the page's other parts.
    void opened();
    void mainFrameRequested(const QByteArray& method) { m_method = method; }
    void documentCreated(bool returned);

signals:
    void changed(); ///< what is possible
    void found(int current, int count);
    /// Ctrl and the wheel over the page: 1 larger, -1 smaller.
    void zoomStepAsked(int step);
    void progress(int percent); ///< of a load
    /// A page of the image viewer fills its view, on the user's gesture, or does no longer.
    void fullScreenChanged(bool full);

private:
    [[nodiscard]] bool stepPossible(int step) const;
    void step(int by);
    void noteDocument();
    void noteWork(bool returned);
    void noteEntry(bool isNew);
    void applyZoom();

    ClinicalPage& m_page;
    const Gatekeeper& m_gatekeeper;
    QByteArray m_method; ///< of the main frame's last request
    int m_here = -1;     ///< entry of the history that is shown
    QUrl m_hereAddress;
    bool m_startsAnew = false; ///< the user has agreed to lose what was typed
    bool m_leftWork = false;   ///< what is being left was touched
    struct Work
    {
        QUrl address;
        QByteArray typed;
    };
    QHash<int, Work> m_worked; ///< entries whose document was touched when it was left
    QSet<int> m_answers;       ///< entries of the history that answered a form
    int m_zoom = 100;
    bool m_formAnswer = false;
    bool m_fresh = false; ///< opened, and its first document is not there yet
};

} // namespace hekim
