#include "workspace/tabs/tablimiter.h"

#include "platform/process/openfiles.h"
#include "widgets/messagebar.h"

#include <chrono>
#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int filesOfPage = 8;
/// For the tabs that are there: an image viewer, a window, a document, requests, launchers that call.
constexpr int filesInReserve = 96;
/// Files are taken when the page's process has come up, not when its tab is made.
constexpr auto longestStart = 10s;
constexpr qsizetype mostWaiting = 64;

QString titleOf(const std::optional<IdentityNumber>& patient)
{
    return patient ? patient->masked() : TabLimiter::tr("an empty form");
}

void addTitle(QStringList& titles, const std::optional<IdentityNumber>& patient)
{
    if (titles.size() >= mostWaiting)
        titles.removeFirst();
    titles.append(titleOf(patient));
}

} // namespace

TabLimiter::TabLimiter(MessageBar& bar, std::chrono::milliseconds wait, QObject* parent)
    : QObject(parent), m_bar(bar), m_wait(wait)
{
}

bool TabLimiter::admits(const std::optional<IdentityNumber>& patient, std::function<void()> open)
{
    const auto hasExpired = [](const QDeadlineTimer& timer) { return timer.hasExpired(); };
    m_admitted.removeIf(hasExpired);
    const auto files = OpenFiles::count();
    const auto starting = static_cast<int>(m_admitted.size()) * filesOfPage;
    if (!files || files->left() - starting >= filesOfPage + filesInReserve) {
        m_admitted.append(QDeadlineTimer(longestStart));
        return true;
    }
    qWarning("window: a tab was not opened, %d of %d open files are in use", files->used, files->limit);
    if (m_bar.isHidden() || m_bar.accessibleDescription() != m_told) {
        m_tooOld.clear();
        m_pushedOut.clear();
    }
    m_waiting.removeIf([&](const Waiting& waiting) { return waiting.patient == patient; });
    dropTooOld();
    if (m_waiting.size() >= mostWaiting)
        addTitle(m_pushedOut, m_waiting.takeFirst().patient);
    m_waiting.append({patient, std::move(open), QDateTime::currentDateTimeUtc()});
    m_limit = files->limit;
    tell();
    return false;
}

// By the time of day, which goes on while the computer sleeps. One that was set back ends the wait.
bool TabLimiter::isTooOld(const Waiting& waiting) const
{
    const std::chrono::milliseconds waited(waiting.came.msecsTo(QDateTime::currentDateTimeUtc()));
    return waited < 0ms || waited >= m_wait;
}

void TabLimiter::dropTooOld()
{
    for (const Waiting& waiting : std::as_const(m_waiting)) {
        if (isTooOld(waiting))
            addTitle(m_tooOld, waiting.patient);
    }
    m_waiting.removeIf([this](const Waiting& waiting) { return isTooOld(waiting); });
}

void TabLimiter::tell()
{
    QStringList lines;
    if (!m_waiting.isEmpty()) {
        QStringList titles;
        for (const Waiting& waiting : std::as_const(m_waiting))
            titles.append(titleOf(waiting.patient));
        lines.append(
            tr("Not opened: %1. No more pages can be open on this computer at once. Close some tabs, "
               "then press “Open now”.")
                .arg(titles.join(u", "_s)));
    }
    if (!m_tooOld.isEmpty())
        lines.append(tr("Not opened, since it waited longer than 5 minutes: %1. Open it again in the HBYS.")
                         .arg(m_tooOld.join(u", "_s)));
    if (!m_pushedOut.isEmpty())
        lines.append(tr("Not opened, since too many waited already: %1. Open it again in the HBYS.")
                         .arg(m_pushedOut.join(u", "_s)));
    lines.append(tr("For IT: the limit of open files (ulimit -n) is %1.").arg(m_limit));
    QList<MessageBar::Action> actions;
    if (!m_waiting.isEmpty())
        actions.append({tr("Open now"), [this] { openWaiting(); }});
    m_told = lines.join(u'\n');
    m_bar.show(theme::State::Warning, m_told, actions);
}

void TabLimiter::openWaiting()
{
    m_tooOld.clear();
    m_pushedOut.clear();
    dropTooOld();
    const QStringList tooOld = m_tooOld;
    for (const Waiting& waiting : std::exchange(m_waiting, {}))
        waiting.open(); // may be refused again, and told
    if (!tooOld.isEmpty()) {
        m_tooOld = tooOld;
        tell();
    }
}

} // namespace hekim
