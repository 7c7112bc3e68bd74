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
constexpr auto longestWait = 5min;
constexpr qsizetype mostWaiting = 64;

} // namespace

TabLimiter::TabLimiter(MessageBar& bar, QObject* parent) : QObject(parent), m_bar(bar) {}

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
    m_waiting.removeIf(
        [&](const Waiting& waiting) { return waiting.patient == patient || waiting.until.hasExpired(); });
    if (m_waiting.size() >= mostWaiting)
        m_waiting.removeFirst();
    m_waiting.append({patient, std::move(open), QDeadlineTimer(longestWait)});
    tell(files->limit);
    return false;
}

void TabLimiter::tell(int limit)
{
    QStringList titles;
    for (const Waiting& waiting : std::as_const(m_waiting))
        titles.append(waiting.patient ? waiting.patient->masked() : tr("an empty form"));
    m_bar.show(theme::State::Warning,
               tr("Not opened: %1. No more pages can be open on this computer at once. Close some tabs, then "
                  "press “Open now”.\nFor IT: the limit of open files (ulimit -n) is %2.")
                   .arg(titles.join(u", "_s))
                   .arg(limit),
               {{tr("Open now"), [this] { openWaiting(); }}});
}

void TabLimiter::openWaiting()
{
    const QList<Waiting> all = std::exchange(m_waiting, {});
    for (const Waiting& waiting : all) {
        if (!waiting.until.hasExpired())
            waiting.open();
    }
}

} // namespace hekim
