// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sample/samplecatalogue.h"
#include "models/sample/samplekind.h"

#include <vector>

namespace models {

/// Violations that open, are resolved, closed without a fix and reopened. Some are never
/// opened, of some the end is delivered before the beginning. Holds at most 20,000 at a time.
class ViolationStories final
{
public:
    explicit ViolationStories(Random random) : m_random(random) { }

    /// What happens next, as a line whose event time is `now`.
    QByteArray next(const SampleCatalogue &catalogue, SampleKind kind, Instant now);

private:
    struct Violation
    {
        SampleId id;
        quint32 asset = 0;
        quint32 rule = 0;
        Instant opened;
        Instant latest; ///< time of its newest event: a story never goes back
        bool open = true;
    };

    Violation begin(const SampleCatalogue &catalogue, Instant now);
    void keep(Violation violation);
    QByteArray line(const SampleCatalogue &catalogue, Violation &violation, SampleKind kind,
                    Instant now);
    void ownText(LineWriter &line, const SampleAsset &asset, Instant now);

    Random m_random;
    std::vector<Violation> m_violations;
    QByteArray m_next; ///< the beginning whose end was delivered first
};

} // namespace models
