// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/segment.h"
#include "models/index/standing.h"

#include <memory>
#include <mutex>
#include <vector>

namespace models {

/// A row of a segment whose subject is not new.
struct StandingRow
{
    quint16 row = 0;
    Standing standing = Standing::New;
    bool open = false; ///< Status::Open
};

/// The standings of subjects as the rows of one index have them. What is known of a segment is
/// found when it is first asked for, and kept: rows are never written again. As long as few
/// subjects were ever decided about, few rows are listed and all others cost nothing. Any thread.
class Standings final
{
public:
    using Rows = std::shared_ptr<const std::vector<StandingRow>>;

    explicit Standings(SubjectStandings subjects) : m_subjects(std::move(subjects)) { }

    const SubjectStandings &subjects() const { return m_subjects; }
    Standing of(TermId subject) const { return m_subjects.of(subject); }

    /// Ascending rows of the segment with this number that are not new. May hold rows behind those
    /// of the view, which another view of it has.
    Rows rowsOf(std::size_t number, const SegmentView &view) const;

private:
    struct Part
    {
        quint32 rows = 0; ///< that were looked at
        Rows found;
    };
    void find(const SegmentView &view, quint32 from, std::vector<StandingRow> &found) const;

    const SubjectStandings m_subjects;
    mutable std::mutex m_mutex;
    mutable std::vector<Part> m_parts; ///< by number of the segment
};

} // namespace models
