#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>

class QWebEnginePage;
class QWidget;

namespace hekim {

/// Notices that a page no longer answers (an endless script). QtWebEngine has no public signal for it, so the
/// page is asked for a number now and then, while the doctor looks at it and nothing is known to hold it up.
class ResponsivenessMonitor : public QObject
{
    Q_OBJECT

public:
    /// `canAnswer` says whether an answer can be expected: the page is loaded and shows no dialog of its own.
    ResponsivenessMonitor(QWebEnginePage& page, std::function<bool()> canAnswer, QObject* parent = nullptr);

    /// Asks only while this widget is visible.
    void watch(QWidget* view);
    /// Asks every `pause`; a page that has not answered after `patience` is silent. 5 s and 8 s unless told.
    void setLimits(std::chrono::milliseconds pause, std::chrono::milliseconds patience);
    [[nodiscard]] bool isSilent() const { return m_silent; }
    /// Another document: what the former one did not answer is of no concern.
    void forget();

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void silentChanged(bool silent);

private:
    void ask();
    void answered(int round);
    void setSilent(bool silent);
    [[nodiscard]] bool isWatching() const;

    QWebEnginePage& m_page;
    std::function<bool()> m_canAnswer;
    QPointer<QWidget> m_view;
    QTimer m_pause;
    QTimer m_patience;
    int m_round = 0;
    bool m_waiting = false;
    bool m_silent = false;
};

} // namespace hekim
