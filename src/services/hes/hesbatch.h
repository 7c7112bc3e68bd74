#pragma once

#include "core/launch/hescode.h"
#include "services/hes/hesclient.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace hekim {

/// Asks for a list of the institution's own staff: at most 500 codes a request, one request at a time (guide
/// 004 section 4: no needless load). In memory only.
///
/// A part that fails by the server or the network is tried again, each time after a longer pause and never
/// before the service's Retry-After is over. What then still fails ends the run; what came stays, and
/// resume() asks for the rest alone.
class HesBatch : public QObject
{
    Q_OBJECT

public:
    /// A code answered so short ago is not asked again, unless the user insists.
    static constexpr std::chrono::minutes memory{15};

    /// How long to wait before a failed part is tried again; as many pauses as tries.
    using Pauses = QList<std::chrono::milliseconds>;

    /// `client` must outlive it.
    explicit HesBatch(HesClient& client, QObject* parent = nullptr);
    void setPauses(const Pauses& pauses) { m_pauses = pauses; }
    /// Where the time comes from (UTC), for tests.
    void setClock(std::function<QDateTime()> clock) { m_clock = std::move(clock); }

    struct Progress
    {
        qsizetype total = 0;
        qsizetype done = 0;       ///< answered, from memory or by the service
        qsizetype fromMemory = 0; ///< of those
        double perSecond = 0;     ///< by the service, pauses included
        std::optional<std::chrono::seconds> remaining;
        std::chrono::milliseconds pause{0}; ///< now waiting this long before the next try
    };

    /// Asks for these codes, each once, in their order; a run that goes on is stopped before. `insist`: also
    /// those that were answered a moment ago. Expired codes are never asked again.
    void start(const QList<HesCode>& codes, bool insist);
    /// What came stays; the rest can be asked for by resume().
    void stop();
    /// Asks for what has no answer yet: after stop(), or after a failure.
    void resume();

    [[nodiscard]] Progress progress() const;
    /// Codes of the last start() without an answer.
    [[nodiscard]] qsizetype open() const;

signals:
    /// Always from a later turn of the event loop than the call's own.
    void answered(const hekim::HesResults& results);
    void progressed();
    /// The run is over: all answered, stopped (no error), or ended by this error.
    void ended(const std::optional<hekim::Error>& error);

private:
    struct Known
    {
        HesResult result;
        QDateTime at;
    };
    void run();
    void answerFromMemory(bool insist);
    void next();
    void take(const QList<HesCode>& part, const Result<HesResults>& results);
    void fail(const Error& error);
    void end(const std::optional<Error>& error);

    HesClient& m_client;
    Pauses m_pauses{std::chrono::seconds(2), std::chrono::seconds(8), std::chrono::seconds(30)};
    std::function<QDateTime()> m_clock = [] { return QDateTime::currentDateTimeUtc(); };
    QHash<QString, Known> m_known;
    QList<HesCode> m_open; ///< not answered, in their order
    Progress m_progress;
    qsizetype m_answeredByService = 0;
    QElapsedTimer m_time;
    QTimer m_wait;
    CallHandle m_call;
    int m_tries = 0;
    int m_number = 0; ///< of the run: what was begun for an earlier one is let go
    bool m_running = false;
};

} // namespace hekim
