#include "browser/page/writtenwindow.h"

#include "browser/page/mainload.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>
#include <QWebEnginePage>
#include <QWebEngineScript>

namespace hekim {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto pause = 200ms;
constexpr int mostLooks = 600; // two minutes: the page may have to wait for a reply before it writes

const QString contentScript = uR"((() => {
    const root = document.documentElement;
    if (!root || (document.getElementsByTagName("*").length <= 3 && root.textContent.trim() === ""))
        return "";
    return (document.compatMode === "CSS1Compat" ? "<!DOCTYPE html>" : "") + root.outerHTML;
})())"_s;

/// As a literal of JavaScript's.
QString literal(const QString& text)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact)) + u"[0]"_s;
}
} // namespace

WrittenWindow::WrittenWindow(QWebEnginePage& page, QObject* parent) : QObject(parent), m_page(page)
{
    m_look.setInterval(pause);
    connect(&m_look, &QTimer::timeout, this, &WrittenWindow::look);
    m_look.start();
}

void WrittenWindow::look()
{
    // Sent elsewhere after all, or left alone.
    if (!MainLoad::isBlank(m_page.url()) || ++m_looks > mostLooks) {
        m_look.stop();
        return;
    }
    m_page.runJavaScript(contentScript, QWebEngineScript::ApplicationWorld,
                         [self = QPointer(this)](const QVariant& html) {
                             if (self && self->m_look.isActive())
                                 self->take(html.toString());
                         });
}

void WrittenWindow::take(const QString& html)
{
    const bool isWhole = !html.isEmpty() && html == m_html; // it may be written in several pieces
    m_html = html;
    if (!isWhole)
        return;
    m_look.stop();
    connect(&m_page, &QWebEnginePage::loadFinished, this, &WrittenWindow::putBack, Qt::SingleShotConnection);
    // By the page itself: a load() of ours would give the window another origin, and its opener no access.
    m_page.runJavaScript(u"location.replace('about:blank')"_s);
}

void WrittenWindow::putBack()
{
    if (!MainLoad::isBlank(m_page.url()))
        return;
    m_page.runJavaScript(u"document.open(); document.write(%1); document.close(); 1"_s.arg(literal(m_html)),
                         [self = QPointer(this)](const QVariant&) {
                             if (self)
                                 emit self->written();
                         });
    m_html.clear();
}

} // namespace hekim
