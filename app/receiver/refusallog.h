// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/deliverysink.h"

#include <QHash>

#include <array>
#include <chrono>

namespace app {

/// Puts refusals on record without letting a storm of them fill the record. The first of a kind
/// (same peer, path, status and cause) is recorded at once; those like it become one more record
/// with their count and the head of the first of them when a window is over, and while the storm
/// lasts the windows grow: a night of it is some twenty records. Kinds that are new count against
/// a budget: when it is spent, or too many kinds are remembered, all further ones are folded by
/// their status alone. Bounded; one thread at a time.
class RefusalLog final
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::array<std::chrono::seconds, 4> windows {
        std::chrono::seconds(5),
        std::chrono::seconds(30),
        std::chrono::minutes(5),
        std::chrono::minutes(30),
    };
    static constexpr qsizetype mostKinds = 1024;
    static constexpr int budget = 1024; ///< new kinds recorded at once …
    static constexpr std::chrono::seconds budgetGrows { 2 }; ///< … and one more each

    explicit RefusalLog(models::DeliverySink &sink) : m_sink(sink) { }

    /// Records or counts.
    void add(models::Refusal refusal, Clock::time_point now);

    /// Records what was counted in windows that are over; call it about once a second.
    void flush(Clock::time_point now);

    /// Records all that was counted, whatever its window.
    void flushAll();

private:
    struct Kind
    {
        Clock::time_point since;
        size_t window = 0; ///< index in windows
        models::Refusal folded; ///< count is 0 until there is one to fold
    };
    bool spend(Clock::time_point now);
    void fold(Kind &kind, models::Refusal refusal);

    models::DeliverySink &m_sink;
    QHash<QString, Kind> m_kinds;
    int m_budget = budget;
    Clock::time_point m_budgetSince;
};

} // namespace app
