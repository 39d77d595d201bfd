// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/refusallog.h"

namespace app {

void RefusalLog::add(models::Refusal refusal, Clock::time_point now)
{
    if (!refusal.body.isEmpty()) {
        if (now - m_bodiesSince >= window) {
            m_bodiesSince = now;
            m_bodies = 0;
        }
        if (++m_bodies <= mostBodies)
            return m_sink.record(std::move(refusal));
        refusal.body.clear();
    }
    if (m_kinds.size() >= mostKinds) { // so many senders at once: fold them by what they did
        refusal.peer.clear();
        refusal.path.clear();
    }
    const QString key = refusal.peer % QLatin1Char('\n') % QString::number(refusal.status)
            % QLatin1Char('\n') % refusal.path % QLatin1Char('\n') % refusal.cause;
    const auto kind = m_kinds.find(key);
    if (kind == m_kinds.end()) {
        models::Refusal folded = refusal;
        folded.count = 0;
        folded.size = 0;
        m_kinds.insert(key, { now, std::move(folded) });
        return m_sink.record(std::move(refusal));
    }
    ++kind->folded.count;
    kind->folded.size += refusal.size;
    kind->folded.received = refusal.received;
}

void RefusalLog::flush(Clock::time_point now)
{
    m_kinds.removeIf([&](auto kind) {
        if (now - kind->since < window)
            return false;
        if (kind->folded.count > 0)
            m_sink.record(std::move(kind->folded));
        return true;
    });
}

void RefusalLog::flushAll()
{
    for (Kind &kind : m_kinds) {
        if (kind.folded.count > 0)
            m_sink.record(std::move(kind.folded));
    }
    m_kinds.clear();
}

} // namespace app
