#pragma once

#include <QFile>
#include <QObject>
#include <QSaveFile>

#include <memory>

namespace hekim {

/// Carries what the engine has received into the file that the user chose, while more is coming. Works in a
/// thread of its own: a full, slow or sleeping disk must not hold the window (rule W2).
///
/// The file appears under its name only when it is complete; before and after a failure nothing of it is
/// left.
class DownloadWriter : public QObject
{
    Q_OBJECT

public:
    /// `source` without ending is where the engine's file will stand, with ".download" where it grows.
    DownloadWriter(QString source, const QString& target);
    ~DownloadWriter() override;

    enum class Failure {
        NoSpace,
        NotAllowed, ///< no right to write there
        NotWritten, ///< the target failed in another way
        NotRead     ///< what was received is not there any more
    };
    Q_ENUM(Failure)

public slots:
    /// Opens the target, after a look at whether `expected` bytes fit (-1: not known).
    void begin(qint64 expected);
    /// Carries what is there by now.
    void advance();
    /// All is received: carries the rest and gives the file its name.
    void finish(qint64 total);

signals:
    void written(const QString& target);
    void failed(hekim::DownloadWriter::Failure why);

private:
    bool openSource();
    void giveUp(Failure why);
    void giveBack();

    QString m_source;
    std::unique_ptr<QFile> m_from;
    std::unique_ptr<QSaveFile> m_to;
    qint64 m_done = 0;
    qint64 m_givenBack = 0;
    bool m_failed = false;
};

} // namespace hekim
