// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/deliverysink.h"

#include <QHash>

#include <chrono>

namespace app {

/// Puts refusals on record without letting a storm of them fill the record: the first of a kind
/// is recorded at once, those like it (same peer, path, status and cause) within the window
/// become one more record with their count. Bounded; one thread at a time.
class RefusalLog final
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds window { 5 };
    static constexpr qsizetype mostKinds = 1024;
    static constexpr int mostBodies = 50; ///< whole bodies recorded in one window

    explicit RefusalLog(models::DeliverySink &sink) : m_sink(sink) { }

    /// Records or counts. A refusal with a body is recorded whole, up to mostBodies a window.
    void add(models::Refusal refusal, Clock::time_point now);

    /// Records what was counted in windows that are over; call it about once a second.
    void flush(Clock::time_point now);

    /// Records all that was counted, whatever its window.
    void flushAll();

private:
    struct Kind
    {
        Clock::time_point since;
        models::Refusal folded; ///< count is 0 until the second of its kind
    };

    models::DeliverySink &m_sink;
    QHash<QString, Kind> m_kinds;
    Clock::time_point m_bodiesSince;
    int m_bodies = 0;
};

} // namespace app
