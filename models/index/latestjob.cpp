// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/latestjob.h"

namespace models {

LatestJob::LatestJob(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

LatestJob::~LatestJob()
{
    cancel();
    m_pool.waitForDone();
}

void LatestJob::start(Work work)
{
    cancel();
    const auto job = std::make_shared<std::atomic_bool>(false);
    m_current = job;
    m_pool.start([this, job, work = std::move(work)] {
        if (*job)
            return;
        Deliver deliver = work(*job);
        if (*job)
            return;
        // The destructor waits for the pool, so the object is still there.
        QMetaObject::invokeMethod(
                this, [this, job, deliver = std::move(deliver)] { finish(job, deliver); },
                Qt::QueuedConnection);
    });
}

void LatestJob::cancel()
{
    m_pool.clear();
    if (m_current)
        *m_current = true;
    m_current.reset();
}

void LatestJob::finish(const std::shared_ptr<std::atomic_bool> &job, const Deliver &deliver)
{
    if (job != m_current)
        return;
    m_current.reset();
    deliver();
}

} // namespace models
