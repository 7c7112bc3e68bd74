#pragma once

#include <QFutureWatcher>
#include <QtConcurrentRun>

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
    auto* watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

} // namespace hekim
