// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sample/samplecatalogue.h"
#include "models/sample/samplekind.h"

#include <vector>

namespace models {

/// Findings of mobile apps from found to closed, and notes on them. Holds at most 5,000.
class FindingStories final
{
public:
    explicit FindingStories(Random random) : m_random(random) { }

    /// What happens next, as a line whose event time is `now`.
    QByteArray next(const SampleCatalogue &catalogue, SampleKind kind, Instant now);

private:
    struct Finding
    {
        qint64 target = 0;
        qint64 finding = 0;
        SampleId issueType;
        quint32 app = 0;
        quint32 title = 0;
        quint32 level = 0;
        quint32 line = 0; ///< of the code
        Instant opened;
    };
    struct Note
    {
        qint64 id = 0;
        qint64 finding = 0;
        quint32 app = 0;
        quint32 author = 0;
        quint32 text = 0;
        Instant written;
    };

    QByteArray finding(const SampleCatalogue &catalogue, SampleKind kind, Instant now);
    QByteArray note(const SampleCatalogue &catalogue, SampleKind kind, Instant now);
    QByteArray findingLine(const SampleCatalogue &catalogue, const Finding &finding,
                           SampleKind kind, Instant now) const;
    qint64 number(); ///< an id of 16 digits, as the portal's

    Random m_random;
    std::vector<Finding> m_findings;
    std::vector<Note> m_notes;
};

} // namespace models
