#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace hekim {

/// Takes copies that this program made off the clipboard again: after a minute, when told to, and at the end.
/// Selected text, which the middle button pastes, goes along. What the user copied elsewhere meanwhile stays.
class ClipboardKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds longest{60};

    explicit ClipboardKeeper(QObject* parent = nullptr);
    ~ClipboardKeeper() override;

    void clear();

private:
    QTimer m_timer;
};

} // namespace hekim
