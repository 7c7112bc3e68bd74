#include "platform/files/boundedreader.h"

#include <QFile>
#include <QSocketNotifier>
#include <QTimer>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

class Reading : public QObject
{
public:
    Reading(int descriptor, qsizetype limit, QString field, QObject* context,
            std::function<void(Result<QByteArray>)> done)
        : QObject(context)
        , m_descriptor(descriptor)
        , m_limit(limit)
        , m_field(std::move(field))
        , m_done(std::move(done))
        , m_notifier(descriptor, QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, &Reading::read);
        connect(&m_deadline, &QTimer::timeout, this,
                [this] { finish(badInput(m_field, InputFault::Unreadable, u"it did not end in time"_s)); });
        m_deadline.setSingleShot(true);
    }

    ~Reading() override
    {
        m_notifier.setEnabled(false);
        if (m_descriptor != STDIN_FILENO)
            ::close(m_descriptor);
    }

    void start(std::chrono::milliseconds deadline) { m_deadline.start(deadline); }

private:
    void read()
    {
        QByteArray chunk(m_limit + 1 - m_bytes.size(), Qt::Uninitialized);
        const ssize_t count = ::read(m_descriptor, chunk.data(), static_cast<size_t>(chunk.size()));
        if (count < 0) {
            if (errno != EINTR && errno != EAGAIN)
                finish(badInput(m_field, InputFault::Unreadable, qt_error_string(errno)));
            return;
        }
        m_bytes.append(chunk.constData(), count);
        if (m_bytes.size() > m_limit)
            finish(badInput(m_field, InputFault::TooLarge));
        else if (count == 0)
            finish(m_bytes);
    }

    void finish(Result<QByteArray> result)
    {
        m_notifier.setEnabled(false);
        m_deadline.stop();
        deleteLater();
        if (const auto done = std::exchange(m_done, nullptr))
            done(std::move(result));
    }

    int m_descriptor;
    qsizetype m_limit;
    QString m_field;
    std::function<void(Result<QByteArray>)> m_done;
    QSocketNotifier m_notifier;
    QTimer m_deadline;
    QByteArray m_bytes;
};

} // namespace

void readBounded(const QString& source, qsizetype limit, std::chrono::milliseconds deadline,
                 const QString& field, QObject* context, std::function<void(Result<QByteArray>)> done)
{
    int descriptor = STDIN_FILENO;
    if (source != u"-") // not blocking: opening a FIFO without a writer would hang
        descriptor = ::open(QFile::encodeName(source).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat info = {};
    int error = descriptor < 0 || ::fstat(descriptor, &info) != 0 ? errno : 0;
    if (error == 0 && S_ISDIR(info.st_mode))
        error = EISDIR;
    if (error != 0) {
        if (descriptor > STDIN_FILENO)
            ::close(descriptor);
        QMetaObject::invokeMethod(
            context,
            [field, error, done = std::move(done)] {
                done(badInput(field, InputFault::Unreadable, qt_error_string(error)));
            },
            Qt::QueuedConnection);
        return;
    }
    (new Reading(descriptor, limit, field, context, std::move(done)))->start(deadline);
}

} // namespace hekim
