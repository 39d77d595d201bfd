// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sample/findingstories.h"
#include "models/sample/singlesamples.h"
#include "models/sample/violationstories.h"

#include <deque>

namespace models {

/// Realistic request bodies of every event type of spec/events.md, confirmed and inferred, one
/// JSON object on one line each: violations that open, are resolved, closed without a fix and
/// reopened, some delivered out of order and some never opened; findings of mobile apps and
/// notes on them; network services; users and their sign-ins; protection; check calls; now and
/// then a type that nobody knows. Rules repeat, about a fifth of the events has text of its own.
/// The same arguments give the same bytes on every machine. Pure; any one thread.
class SampleGenerator final
{
public:
    /// Event times go from `from` to `to` (busier by day than by night) over `count` events;
    /// what comes after those stays at `to`. The first twenty-odd events are one of each type.
    explicit SampleGenerator(quint64 seed, Instant from, Instant to, qint64 count = 10000);

    /// The next body, in order of delivery, without a line end.
    QByteArray next();

private:
    SampleKind choose();
    QByteArray make(SampleKind kind);
    Instant moment() const;

    struct Held
    {
        qint64 at = 0; ///< delivered in this place
        QByteArray line;
    };

    Random m_random;
    Instant m_from;
    Instant m_to;
    qint64 m_count;
    qint64 m_made = 0;
    SampleCatalogue m_catalogue;
    ViolationStories m_violations;
    FindingStories m_findings;
    SingleSamples m_singles;
    std::deque<Held> m_held;
};

} // namespace models
