// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/latestjob.h"
#include "models/index/waysout.h"

#include <QObject>

namespace models {

/// Finds the ways out of an empty result on a pool thread; the newest question wins. GUI thread.
class WaysOutFinder final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    static constexpr std::size_t most = 6;

    /// Answered by found(). `others` makes its tests on the pool thread.
    void find(const IndexSnapshot &snapshot, const Filter &filter, const OtherTests &others = {})
    {
        m_job.start([this, snapshot, filter,
                     others](const std::atomic_bool &cancelled) -> LatestJob::Deliver {
            auto ways = waysOut(snapshot, filter, now(), others, most, cancelled);
            return [this, filter, ways = std::move(ways)] { emit found(filter, ways); };
        });
    }
    void cancel() { m_job.cancel(); }

signals:
    void found(const models::Filter &filter, const std::vector<models::WayOut> &ways);

private:
    LatestJob m_job;
};

} // namespace models
