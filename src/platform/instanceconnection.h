#pragma once

#include "core/instancemessage.h"

#include <QLocalSocket>
#include <QObject>

#include <functional>

namespace hekim {

/// One launcher at the window's end of the channel: takes one message, answers it, and is gone at the latest
/// when its deadline passes, whatever the other side does or leaves undone.
class InstanceConnection : public QObject
{
    Q_OBJECT

public:
    /// Decides about one frame's JSON; asked at most once.
    using Answer = std::function<InstanceReply(const QByteArray& json)>;
    InstanceConnection(QLocalSocket* socket, Answer answer, QObject* parent);

private:
    void read();
    void reply(const InstanceReply& reply);

    QLocalSocket* m_socket;
    Answer m_answer;
    FrameReader m_reader;
    bool m_answered = false;
};

} // namespace hekim
