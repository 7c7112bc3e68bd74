#include "workspace/page/pagequestions.h"

#include "browser/gates/gatekeeper.h"
#include "widgets/messagebar.h"
#include "workspace/page/certificatequestions.h"
#include "workspace/page/childwindow.h"
#include "workspace/page/programstart.h"

namespace hekim {

namespace {

constexpr qsizetype longestName = 80;

QString nameFor(const RegisteredProgram& program)
{
    const QString name = program.name.isEmpty() ? program.id : program.name;
    return name.size() <= longestName ? name : name.left(longestName) + u'…';
}

} // namespace

PageQuestions::PageQuestions(IsolatedPage& page, MessageBar& bar, PageHost& host)
    : QObject(&page), m_page(page), m_bar(&bar)
{
    new CertificateQuestions(page, host);
    connect(&page.gatekeeper(), &Gatekeeper::systemBrowserAsked, this, &PageQuestions::offerSystemBrowser);
    connect(&page.gatekeeper(), &Gatekeeper::windowBlocked, this, &PageQuestions::offerWindow);
    connect(&page, &IsolatedPage::windowOpened, &host,
            [&host](IsolatedPage* child) { new ChildWindow(*child, host); });
    connect(&page.gatekeeper(), &Gatekeeper::programAsked, this, &PageQuestions::askForProgram);
}

PageQuestions::~PageQuestions()
{
    if (m_bar)
        m_bar->dismiss();
}

bool PageQuestions::isAsking(About about) const
{
    return m_about == about && !m_bar->isHidden();
}

void PageQuestions::offerSystemBrowser(const QUrl& url)
{
    m_about = About::Browser;
    m_bar->show(
        theme::State::Info,
        tr("%1 does not belong to the Ministry's services and opens in your own browser.").arg(url.host()),
        {{tr("Open in browser"), [this, url] { startInSight(*m_bar, url); }}});
}

void PageQuestions::offerWindow(const QUrl& url)
{
    // One notice for all of them, whose button stays where it is; and no page asks over a program's question.
    if (isAsking(About::Window) || isAsking(About::Program))
        return;
    m_about = About::Window;
    if (url.scheme() == u"about") { // it would stay empty: its page has lost hold of it
        m_bar->show(theme::State::Warning,
                    tr("The page wanted to open another window by itself. That was blocked; click the page's "
                       "button again."));
        return;
    }
    m_bar->show(
        theme::State::Warning,
        tr("The page wanted to open another window by itself (%1). That was blocked.").arg(url.host()),
        {{tr("Open the window"), [this, url] { m_page.openWindow(url); }}});
}

void PageQuestions::askForProgram(const QUrl& url, const RegisteredProgram& program)
{
    using Answer = Gatekeeper::ProgramAnswer;
    const auto start = [this, url, program](Answer answer) {
        return [this, url, program, answer] { m_page.gatekeeper().startProgram(url, program, answer); };
    };
    QList<MessageBar::Action> actions{{tr("Start"), start(Answer::Once)}};
    if (!program.id.isEmpty())
        actions.append({tr("Always for this program"), start(Answer::Always)});
    const QString text =
        program.id.isEmpty()
            ? tr("The page wants to start this computer's program for “%1:”.").arg(url.scheme())
            : tr("The page wants to start the program “%1” (%2:).").arg(nameFor(program), url.scheme());
    m_about = About::Program;
    m_bar->show(theme::State::Info, text, actions);
}

} // namespace hekim
