#include "audit/auditcopy.h"

#include "audit/auditreader.h"
#include "audit/sentmark.h"
#include "audit/syslogmessage.h"
#include "platform/lockfile.h"

#include <QThread>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qsizetype linesAtOnce = 50;

} // namespace

/// In the copy's own thread.
class AuditCopy::Worker : public QObject
{
public:
    Worker(AuditCopy* copy, const QString& folder, const SyslogServer& server, const Patience& patience)
        : q(copy)
        , m_folder(folder)
        , m_reader(folder)
        , m_lock(folder + u"/audit.copy.lock"_s)
        , m_connection(server, patience.connection, this)
        , m_look(this)
    {
        m_lock.setStaleLockTime(emptyLockFileAge);
        m_look.setInterval(patience.looking);
        connect(&m_look, &QTimer::timeout, this, &Worker::pump);
        connect(&m_connection, &SyslogConnection::roomMade, this, &Worker::pump);
        connect(&m_connection, &SyslogConnection::settled, this, &Worker::settled);
        connect(&m_connection, &SyslogConnection::lost, this, [this] { m_reader.seek(m_settled + 1); });
    }

    void start(qint64 begun)
    {
        m_settled = begun;
        m_look.start();
        pump();
    }

    void pump()
    {
        if (!m_lock.isLocked()) {
            if (!m_lock.tryLock(0))
                return; // another window of this user sends
            m_settled = sentmark::read(m_folder).value_or(m_settled);
            m_reader.seek(m_settled + 1);
        }
        if (!m_connection.isOpen()) {
            if (m_reader.hasMore())
                m_connection.open();
            return;
        }
        while (m_connection.hasRoom()) {
            const AuditReader::Piece piece = m_reader.read(linesAtOnce);
            if (piece.lines.isEmpty())
                return;
            if (piece.lines.constFirst().number <= m_settled) // another trail in the place of that one
                m_settled = piece.lines.constFirst().number - 1;
            if (piece.missing > 0)
                tellLoss(piece);
            for (const AuditLine& line : piece.lines)
                m_connection.send(line.number, syslogFrame(line));
        }
    }

    void end()
    {
        if (m_connection.isOpen())
            pump();
        m_connection.flush();
    }

private:
    void settled(qint64 number)
    {
        m_settled = number;
        sentmark::write(m_folder, number);
    }

    // Once, although a connection that breaks lets the same lines be read again.
    void tellLoss(const AuditReader::Piece& piece)
    {
        const qint64 first = piece.lines.constFirst().number;
        if (first == m_lossBefore)
            return;
        m_lossBefore = first;
        if (m_settled + piece.missing + 1 == first)
            settled(first - 1);
        emit q->linesLost(piece.missing);
    }

    AuditCopy* q; // signals only: they may be emitted from here
    QString m_folder;
    AuditReader m_reader;
    QLockFile m_lock;
    SyslogConnection m_connection;
    QTimer m_look;
    qint64 m_settled = 0;
    qint64 m_lossBefore = 0;
};

AuditCopy::AuditCopy(const QString& folder, const SyslogServer& server, const Patience& patience,
                     QObject* parent)
    : QObject(parent)
    , m_folder(folder)
    , m_thread(std::make_unique<QThread>())
    , m_worker(new Worker(this, folder, server, patience))
{
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->setObjectName(u"audit copy"_s);
    m_thread->start(QThread::LowPriority);
}

void AuditCopy::start()
{
    const qint64 begun = sentmark::begin(m_folder);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, begun] { worker->start(begun); });
}

AuditCopy::~AuditCopy()
{
    m_thread->requestInterruption();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, thread = m_thread.get()] {
        worker->end();
        thread->quit();
    });
    m_thread->wait();
}

void AuditCopy::wake()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->pump(); });
}

} // namespace hekim
