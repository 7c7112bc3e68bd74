#pragma once

#include "web/isolatedpage.h"

#include <QObject>
#include <QPointer>

namespace hekim {

class MessageBar;

/// What a page asks of the doctor before something leaves it, in a bar of its own: a page cannot push the
/// question away by a flood of refused attempts. Belongs to the page and goes with it.
class PageQuestions : public QObject
{
    Q_OBJECT

public:
    PageQuestions(IsolatedPage& page, MessageBar& bar);
    ~PageQuestions() override;

private:
    void askForProgram(const QUrl& url, const RegisteredProgram& program);

    IsolatedPage& m_page;
    QPointer<MessageBar> m_bar;
};

} // namespace hekim
