#pragma once

#include "platform/process/appimage.h"

#include <QObject>
#include <QPointer>

namespace hekim {

class MessageBar;

/// An AppImage is nowhere registered by itself. Its window offers once to do it for this user (the launcher's
/// `--integrate`); an answer is remembered, a closed message is asked again at the next login.
class AppImageOffer : public QObject
{
    Q_OBJECT

public:
    /// `memoryFile`: the user's own small file in which the answer is kept.
    AppImageOffer(const AppImage& image, const QString& memoryFile, QObject* parent = nullptr);

    /// Asks in this bar if it is due.
    void ask(MessageBar& notices);

private:
    [[nodiscard]] bool isDue() const;
    void remember() const;
    void registerLinks();
    void tellResult(bool done);

    AppImage m_image;
    QString m_memoryFile;
    QPointer<MessageBar> m_notices;
};

} // namespace hekim
