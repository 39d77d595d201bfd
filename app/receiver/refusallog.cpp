// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/refusallog.h"

namespace app {

namespace {

QString keyOf(const models::Refusal &refusal)
{
    return refusal.peer % QLatin1Char('\n') % QString::number(refusal.status) % QLatin1Char('\n')
            % refusal.path % QLatin1Char('\n') % refusal.cause;
}

} // namespace

void RefusalLog::add(models::Refusal refusal, Clock::time_point now)
{
    const QString key = keyOf(refusal);
    if (const auto kind = m_kinds.find(key); kind != m_kinds.end())
        return fold(*kind, std::move(refusal));
    if (m_kinds.size() < mostKinds && spend(now)) {
        m_kinds.insert(key, { now, 0, {} });
        m_kinds[key].folded.count = 0;
        return m_sink.record(std::move(refusal));
    }
    // So many kinds at once: what they have in common is the answer.
    refusal.peer.clear();
    refusal.path.clear();
    refusal.cause = QStringLiteral("Too many kinds of refusals at once to keep apart");
    Kind &kind = m_kinds[keyOf(refusal)];
    if (kind.since == Clock::time_point()) {
        kind.since = now;
        kind.folded.count = 0;
    }
    fold(kind, std::move(refusal));
}

bool RefusalLog::spend(Clock::time_point now)
{
    const qint64 grown = (now - m_budgetSince) / budgetGrows;
    if (grown >= budget - m_budget) {
        m_budget = budget;
        m_budgetSince = now;
    } else {
        m_budget += int(grown);
        m_budgetSince += grown * budgetGrows;
    }
    if (m_budget == 0)
        return false;
    --m_budget;
    return true;
}

void RefusalLog::fold(Kind &kind, models::Refusal refusal)
{
    if (kind.folded.count == 0) {
        kind.folded = std::move(refusal);
        kind.folded.count = 1;
        return;
    }
    ++kind.folded.count;
    kind.folded.size += refusal.size;
    kind.folded.received = refusal.received;
}

void RefusalLog::flush(Clock::time_point now)
{
    m_kinds.removeIf([&](auto it) {
        Kind &kind = it.value();
        if (now - kind.since < windows.at(kind.window))
            return false;
        if (kind.folded.count == 0)
            return true; // the storm is over, or there was none
        m_sink.record(std::exchange(kind.folded, {}));
        kind.folded.count = 0;
        kind.since = now;
        kind.window = std::min(kind.window + 1, windows.size() - 1);
        return false;
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
