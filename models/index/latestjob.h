// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>

namespace models {

/// Runs the newest of many jobs on one pool thread: a new one cancels the running one and
/// replaces a waiting one, and results of any but the newest are dropped. Used from one thread,
/// the one it lives on; that thread needs an event loop. The destructor waits for the job.
class LatestJob final : public QObject
{
    Q_OBJECT
public:
    /// Delivers the result; runs on the thread of the LatestJob.
    using Deliver = std::function<void()>;
    /// Runs on the pool thread; should return soon (with anything) once `cancelled` is true.
    using Work = std::function<Deliver(const std::atomic_bool &cancelled)>;

    explicit LatestJob(QObject *parent = nullptr);
    ~LatestJob() override;

    void start(Work work);
    void cancel();
    /// A job was started and has neither delivered nor been cancelled.
    bool busy() const { return m_current != nullptr; }

private:
    void finish(const std::shared_ptr<std::atomic_bool> &job, const Deliver &deliver);

    std::shared_ptr<std::atomic_bool> m_current; ///< the newest job's cancel flag
    QThreadPool m_pool;
};

} // namespace models
