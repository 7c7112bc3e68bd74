#pragma once

#include "browser/page/isolatedpage.h"
#include "browser/programs/registeredprogram.h"

#include <QObject>
#include <QPointer>

namespace hekim {

class MessageBar;
class PageHost;

/// What a page asks of the doctor (a program, a window, the system's browser), in a bar of its own: a page
/// cannot push the question away by a flood of refused attempts. Belongs to the page and goes with it.
class PageQuestions : public QObject
{
    Q_OBJECT

public:
    /// `host` shows the page and `bar`.
    PageQuestions(IsolatedPage& page, MessageBar& bar, PageHost& host);
    ~PageQuestions() override;

private:
    enum class About { Nothing, Window, Program, Browser };
    [[nodiscard]] bool isAsking(About about) const;
    void offerSystemBrowser(const QUrl& url);
    void offerWindow(const QUrl& url);
    void askForProgram(const QUrl& url, const RegisteredProgram& program);

    IsolatedPage& m_page;
    QPointer<MessageBar> m_bar;
    About m_about = About::Nothing;
};

} // namespace hekim
