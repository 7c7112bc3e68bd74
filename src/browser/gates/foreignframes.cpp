#include "browser/gates/foreignframes.h"

#include "core/text/redaction.h"

#include <QUrl>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

bool isAlone(const QString& foreignHost, const QUrl& agent)
{
    if (foreignHost.isEmpty())
        return true;
    qInfo(
        "web: nothing goes to port %d of this computer: the page has a frame of %s, which could be what asks",
        agent.port(), qUtf8Printable(foreignHost));
    return false;
}

} // namespace

void ForeignFrames::add(const QString& host, OpaqueFrames::Kind kind)
{
    if (m_any.isEmpty())
        m_any = redacted(host);
    if (m_withScripts.isEmpty() && kind == OpaqueFrames::Kind::Runs)
        m_withScripts = redacted(host);
}

void ForeignFrames::addOpaque(OpaqueFrames::Kind kind)
{
    add(u"an opaque origin"_s, kind);
}

void ForeignFrames::forget()
{
    m_any.clear();
    m_withScripts.clear();
}

bool ForeignFrames::admitsSocket(const QUrl& agent) const
{
    return isAlone(m_withScripts, agent);
}

bool ForeignFrames::admitsRedirect(const QUrl& agent) const
{
    return isAlone(m_any, agent);
}

} // namespace hekim
