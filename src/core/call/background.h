#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace hekim {

/// Does `work` in a thread of the pool and hands its value to `done` in the thread of `context`, unless
/// `context` is gone by then. For what would hold the window up (rule W2); `work` keeps copies of all it
/// needs.
template <class Work, class Done>
void inBackground(QObject* context, Work work, Done done)
{
    using Value = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Value>>();
    auto* watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(promise->future());
    auto task = [promise, work = std::move(work)]() mutable {
        promise->start();
        promise->addResult(work());
        promise->finish();
    };
    QThreadPool::globalInstance()->start(std::move(task));
}

/// For work that waits for another program of this computer, which might never answer: in a thread that is
/// left to itself after `deadline`, so that it holds up neither the next piece of work nor the end of the
/// program. `done` gets the value, or nothing after the deadline, unless `context` is gone by then.
template <class Work, class Done>
void inThreadOfItsOwn(QObject* context, std::chrono::milliseconds deadline, Work work, Done done)
{
    using Value = std::invoke_result_t<Work>;
    auto answer = std::make_shared<std::optional<Value>>();
    auto* waiting = new QTimer(context);
    waiting->setSingleShot(true);
    QThread* thread = QThread::create([answer, work = std::move(work)] { *answer = work(); });
    QObject::connect(waiting, &QTimer::timeout, thread, [thread, waiting, done] {
        thread->disconnect(waiting);
        waiting->deleteLater();
        done(std::optional<Value>());
    });
    QObject::connect(thread, &QThread::finished, waiting, [waiting, answer, done] {
        waiting->stop();
        waiting->deleteLater();
        done(*answer);
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    waiting->start(deadline);
    thread->start(QThread::LowPriority);
}

} // namespace hekim
