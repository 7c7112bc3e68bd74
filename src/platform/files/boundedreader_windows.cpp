#include "platform/files/boundedreader.h"

#include <QFile>
#include <QMutex>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <thread>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// Hands the result over once, whichever of reading and deadline comes first.
class Reading : public QObject
{
public:
    Reading(QObject* context, std::function<void(Result<QByteArray>)> done)
        : QObject(context), m_done(std::move(done))
    {
    }

    void finish(const Result<QByteArray>& result)
    {
        deleteLater();
        if (const auto done = std::exchange(m_done, nullptr))
            done(result);
    }

private:
    std::function<void(Result<QByteArray>)> m_done;
};

Result<QByteArray> readAll(const QString& source, qsizetype limit, const QString& field)
{
    QFile file(source);
    const bool opened =
        source == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return badInput(field, InputFault::Unreadable, file.errorString());
    QByteArray bytes;
    while (bytes.size() <= limit) {
        const QByteArray chunk = file.read(limit + 1 - bytes.size());
        if (chunk.isEmpty())
            break;
        bytes += chunk;
    }
    if (bytes.size() > limit)
        return badInput(field, InputFault::TooLarge);
    return bytes;
}

} // namespace

void readBounded(const QString& source, qsizetype limit, std::chrono::milliseconds deadline,
                 const QString& field, QObject* context, std::function<void(Result<QByteArray>)> done)
{
    // Pipes cannot be waited for on Windows. The thread is detached since nothing interrupts its read: when
    // the deadline passes it is left to end with the process, and finds the mailbox without a receiver.
    struct Mailbox
    {
        QMutex mutex;
        Reading* receiver = nullptr;
    };
    auto mailbox = std::make_shared<Mailbox>();
    auto* reading = new Reading(context, std::move(done));
    mailbox->receiver = reading;
    QObject::connect(
        reading, &QObject::destroyed, reading,
        [mailbox] {
            const QMutexLocker guard(&mailbox->mutex);
            mailbox->receiver = nullptr;
        },
        Qt::DirectConnection);
    QTimer::singleShot(deadline, reading, [reading, field] {
        reading->finish(badInput(field, InputFault::Unreadable, u"it did not end in time"_s));
    });
    std::thread([mailbox, source, limit, field] {
        const Result<QByteArray> result = readAll(source, limit, field);
        const QMutexLocker guard(&mailbox->mutex);
        if (Reading* receiver = mailbox->receiver)
            QMetaObject::invokeMethod(
                receiver, [receiver, result] { receiver->finish(result); }, Qt::QueuedConnection);
    }).detach();
}

} // namespace hekim
