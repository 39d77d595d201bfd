// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/judging.h"

#include <QSemaphore>
#include <QThreadPool>

namespace models {

namespace {

/// Segments one after the other, for several threads, each with a matcher of its own.
class Judging final
{
public:
    Judging(const IndexSnapshot &snapshot, std::vector<quint8> &masks,
            const std::atomic_bool &cancelled)
        : m_snapshot(snapshot), m_masks(masks), m_cancelled(cancelled)
    {
    }

    void work(RowMatcher &matcher)
    {
        while (!m_cancelled) {
            const std::size_t segment = m_next++;
            if (segment >= m_snapshot.segments.size())
                return;
            const auto first = static_cast<quint32>(segment) * Segment::capacity;
            matcher.judge(m_snapshot, first, m_snapshot.segments[segment].rows,
                          m_masks.data() + first);
        }
    }

private:
    const IndexSnapshot &m_snapshot;
    std::vector<quint8> &m_masks;
    const std::atomic_bool &m_cancelled;
    std::atomic<std::size_t> m_next { 0 };
};

} // namespace

std::vector<quint8> judgeAll(const IndexSnapshot &snapshot, RowMatcher &matcher, RowMatcher *helper,
                             const std::atomic_bool &cancelled)
{
    std::vector<quint8> masks(matcher.isEmpty() ? 0 : snapshot.rows);
    if (masks.empty())
        return masks;
    Judging judging(snapshot, masks, cancelled);
    QSemaphore finished;
    const bool helped = helper != nullptr && snapshot.segments.size() > 1
            && QThreadPool::globalInstance()->tryStart([&] {
                   judging.work(*helper);
                   finished.release();
               });
    judging.work(matcher);
    if (helped)
        finished.acquire();
    return masks;
}

} // namespace models
