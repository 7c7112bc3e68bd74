#include "gui/pagequestions.h"

#include "gui/messagebar.h"

namespace hekim {

namespace {

constexpr qsizetype longestName = 80;

QString nameFor(const RegisteredProgram& program)
{
    const QString name = program.name.isEmpty() ? program.id : program.name;
    return name.size() <= longestName ? name : name.left(longestName) + u'…';
}

} // namespace

PageQuestions::PageQuestions(IsolatedPage& page, MessageBar& bar) : QObject(&page), m_page(page), m_bar(&bar)
{
    connect(&page, &IsolatedPage::programAsked, this, &PageQuestions::askForProgram);
}

PageQuestions::~PageQuestions()
{
    if (m_bar)
        m_bar->dismiss();
}

void PageQuestions::askForProgram(const QUrl& url, const RegisteredProgram& program)
{
    using Answer = IsolatedPage::ProgramAnswer;
    const auto start = [this, url, program](Answer answer) {
        return [this, url, program, answer] { m_page.startProgram(url, program, answer); };
    };
    QList<MessageBar::Action> actions{{tr("Start"), start(Answer::Once)}};
    if (!program.id.isEmpty())
        actions.append({tr("Always for this program"), start(Answer::Always)});
    const QString text =
        program.id.isEmpty()
            ? tr("The page wants to start this computer's program for “%1:”.").arg(url.scheme())
            : tr("The page wants to start the program “%1” (%2:).").arg(nameFor(program), url.scheme());
    m_bar->show(theme::State::Info, text, actions);
}

} // namespace hekim
