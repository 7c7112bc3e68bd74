#include "services/hes/hesbatch.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace hekim {

namespace {

/// A service that wants to be left alone for longer is not waited for: the user is told instead.
constexpr auto longestWait = 5min;

// Whether the same may well succeed a moment later.
bool mayPass(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::ServerFailed:
    case ErrorKind::TimedOut:
    case ErrorKind::ConnectionFailed:
        return true;
    case ErrorKind::Cancelled:
    case ErrorKind::BadInput:
    case ErrorKind::BadSettings:
    case ErrorKind::NotConfigured:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainLocked:
    case ErrorKind::NotPublished:
    case ErrorKind::NameNotResolved:
    case ErrorKind::Proxy:
    case ErrorKind::ProxyMethod:
    case ErrorKind::Tls:
    case ErrorKind::CredentialsRefused:
    case ErrorKind::Unauthorized:
    case ErrorKind::RequestRefused:
    case ErrorKind::ForeignAddress:
    case ErrorKind::NetworkLogin:
    case ErrorKind::PageCrashed:
    case ErrorKind::BadReply:
    case ErrorKind::InstanceSilent:
    case ErrorKind::InstanceElsewhere:
    case ErrorKind::WindowNotStarted:
    case ErrorKind::DamagedInstallation:
    case ErrorKind::NoRuntimeFolder:
    case ErrorKind::NoDisplay:
    case ErrorKind::TooFewFiles:
    case ErrorKind::ChannelUnsafe:
        break;
    }
    return false;
}

} // namespace

HesBatch::HesBatch(HesClient& client, QObject* parent) : QObject(parent), m_client(client)
{
    m_wait.setSingleShot(true);
    m_wait.setTimerType(Qt::PreciseTimer); // a coarse one may end before the service takes requests again
    connect(&m_wait, &QTimer::timeout, this, &HesBatch::next);
}

void HesBatch::start(const QList<HesCode>& codes, bool insist)
{
    stop();
    m_open.clear();
    QSet<QString> seen;
    for (const HesCode& code : codes) {
        if (!seen.contains(code.text())) {
            seen.insert(code.text());
            m_open += code;
        }
    }
    m_progress = {};
    m_progress.total = m_open.size();
    m_running = true;
    QTimer::singleShot(0, this, [this, insist, number = ++m_number] {
        if (number != m_number)
            return; // stopped meanwhile
        answerFromMemory(insist);
        run();
    });
}

void HesBatch::resume()
{
    if (m_running || m_open.isEmpty())
        return;
    m_running = true;
    QTimer::singleShot(0, this, [this, number = ++m_number] {
        if (number == m_number)
            run();
    });
}

void HesBatch::stop()
{
    if (!m_running)
        return;
    m_call.cancel();
    end({});
}

qsizetype HesBatch::open() const
{
    return m_open.size();
}

void HesBatch::answerFromMemory(bool insist)
{
    const QDateTime now = m_clock();
    HesResults results;
    m_open.removeIf([&](const HesCode& code) {
        const auto known = m_known.constFind(code.text());
        if (known == m_known.constEnd())
            return false;
        const bool fresh = known->at.addSecs(std::chrono::seconds(memory).count()) > now;
        if (!isOver(known->result, now) && (insist || !fresh))
            return false;
        results.insert(code.text(), known->result);
        return true;
    });
    if (results.isEmpty())
        return;
    m_progress.done += results.size();
    m_progress.fromMemory += results.size();
    emit answered(results);
}

void HesBatch::run()
{
    if (!m_running)
        return;
    m_tries = 0;
    m_answeredByService = 0;
    m_time.start();
    emit progressed();
    next();
}

void HesBatch::next()
{
    m_progress.pause = 0ms;
    if (!m_running)
        return;
    if (m_open.isEmpty()) {
        end({});
        return;
    }
    const QList<HesCode> part = m_open.first(std::min(m_open.size(), HesClient::mostCodes));
    m_call = m_client.checkStaff(part, this,
                                 [this, part](const Result<HesResults>& results) { take(part, results); });
}

void HesBatch::take(const QList<HesCode>& part, const Result<HesResults>& results)
{
    if (!results) {
        fail(results.error());
        return;
    }
    m_tries = 0;
    const QDateTime now = m_clock();
    for (auto entry = results->begin(); entry != results->end(); ++entry) {
        // Silence is no answer to remember.
        if (entry->outcome != HesResult::Outcome::Unanswered)
            m_known.insert(entry.key(), {*entry, now});
    }
    m_open.remove(0, part.size());
    m_answeredByService += part.size();
    m_progress.done += part.size();
    const double seconds = std::max<double>(0.001, double(m_time.elapsed()) / 1000);
    m_progress.perSecond = double(m_answeredByService) / seconds;
    m_progress.remaining = std::chrono::seconds(std::llround(double(m_open.size()) / m_progress.perSecond));
    emit answered(*results);
    emit progressed();
    next();
}

void HesBatch::fail(const Error& error)
{
    const std::chrono::milliseconds asked = m_client.pause();
    if (!mayPass(error) || m_tries >= m_pauses.size() || asked > longestWait) {
        end(error);
        return;
    }
    m_progress.pause = std::max(m_pauses.at(m_tries++), asked);
    m_wait.start(m_progress.pause);
    emit progressed();
}

void HesBatch::end(const std::optional<Error>& error)
{
    m_wait.stop();
    ++m_number;
    m_running = false;
    m_progress.pause = 0ms;
    m_progress.remaining.reset();
    emit ended(error);
}

HesBatch::Progress HesBatch::progress() const
{
    return m_progress;
}

} // namespace hekim
