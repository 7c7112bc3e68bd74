#pragma once

#include "platform/files/memoryfolder.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

class QThread;
class QWebEngineDownloadRequest;

namespace hekim {

class DownloadWriter;

/// What a page offers, as a value that can be shown: nothing in it is secret.
struct DownloadOffer
{
    QString name; ///< safe to propose; may be empty
    QString host; ///< who offers it
    QString mimeType;
    bool asked = false;  ///< the user did something in the page just before
    bool isPdf = false;  ///< can be shown
    bool isJnlp = false; ///< of an e-Rapor page, for this computer's e-signature program
};

/// One file that a page offers. It waits in memory, held back after its first part, until it is saved, read
/// or cancelled (rule S2); the taker of the offer ends it by cancel() or deletes it.
class Download : public QObject
{
    Q_OBJECT

public:
    Download(QWebEngineDownloadRequest& request, DownloadOffer offer, QObject* parent);
    ~Download() override;

    [[nodiscard]] const DownloadOffer& offer() const { return m_offer; }
    [[nodiscard]] qint64 size() const;     ///< -1 when the server did not tell
    [[nodiscard]] qint64 received() const; ///< bytes
    /// A document, and not too large for read().
    [[nodiscard]] bool canBeShown() const;
    /// Being saved: closing now would lose it.
    [[nodiscard]] bool isSaving() const { return m_use == Use::Save; }

    enum class Failure {
        NoSpace,      ///< the disk is full, or would be
        NotAllowed,   ///< no right to write there
        NotWritten,   ///< the disk failed in another way
        TooLarge,     ///< does not fit where it is kept until it is saved, or is too large to be shown
        Cut,          ///< the connection ended before the file did
        ServerFailed, ///< the server answered with an error in place of the file
    };
    Q_ENUM(Failure)

    /// Saves to this file, in place of what is there. One of saved() and failed() follows.
    void save(const QString& path);
    /// Receives the whole file into memory: a document to be shown or printed. One of ready() and failed()
    /// follows; it can be saved afterwards.
    void read();
    [[nodiscard]] bool isAbout(const QWebEngineDownloadRequest& request) const;
    /// The connection ended before the file did.
    void cutShort();
    /// Nothing is left of it, and nothing is told any more.
    void cancel();

signals:
    void progress(qint64 received, qint64 size);
    void saved(const QString& path);
    void ready(const QByteArray& bytes);
    void failed(hekim::Download::Failure why);

private:
    enum class Use { None, Save, Read };

    [[nodiscard]] QString file() const;
    void follow();
    void resume();
    void onReceived();
    void fail(Failure why);
    void stopCarrying();
    void deliver();
    void readWhole();

    QPointer<QWebEngineDownloadRequest> m_request;
    quint32 m_id;
    DownloadOffer m_offer;
    MemoryFolder m_folder;
    QThread* m_thread = nullptr;
    DownloadWriter* m_writer = nullptr;
    Use m_use = Use::None;
    qint64 m_total = -1; ///< known when all is received
    bool m_interrupted = false;
    Failure m_interruption = Failure::Cut;
};

} // namespace hekim
