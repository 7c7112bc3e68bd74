#pragma once

#include <QClipboard>
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
    /// All that this program put there goes, also what a page or a field copied when the user asked for it:
    /// who comes next must not paste it (rules P4 and P6).
    void clearAll();
    /// The window is locked: all goes, and nothing new comes, not from a page that was clicked just before
    /// either (rule P6).
    void close();
    void open() { m_closed = false; }

private:
    void clearSelection();
    void changed(QClipboard::Mode mode);

    QTimer m_timer;
    bool m_closed = false;
};

} // namespace hekim
