#pragma once

#include "core/launch/instancemessage.h"

#include <QLocalSocket>
#include <QObject>

#include <chrono>
#include <functional>

namespace hekim {

/// One launcher at the window's end of the channel: takes one message, answers it, and is gone at the latest
/// when its deadline passes, whatever the other side does or leaves undone.
class InstanceConnection : public QObject
{
    Q_OBJECT

public:
    struct Answer
    {
        InstanceReply reply;
        std::function<void()> carryOut; ///< called once the reply is out; may be empty
    };
    /// Decides about one frame's JSON; asked at most once.
    using Judge = std::function<Answer(const QByteArray& json)>;
    InstanceConnection(QLocalSocket* socket, std::chrono::milliseconds deadline, Judge judge,
                       QObject* parent);

private:
    void read();
    void reply(const Answer& answer);

    QLocalSocket* m_socket;
    Judge m_judge;
    FrameReader m_reader;
    bool m_answered = false;
};

} // namespace hekim
