// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/indexsnapshot.h"

namespace models {

/// The place of each text of a column in alphabetical order (DictionaryView::compare()), kept
/// from one scan to the next and brought up to date with the texts that are new. Scans of one
/// query share it; one thread at a time, snapshots of one index only.
class Ranks final
{
public:
    /// Ranks by TermId, valid for all terms of the column in the snapshot.
    const std::vector<quint32> &of(TermColumn column, const IndexSnapshot &snapshot);
    /// The same where nothing has to be done for it; else null.
    const std::vector<quint32> *known(TermColumn column, const IndexSnapshot &snapshot) const;

private:
    struct Column
    {
        std::vector<TermId> sorted;
        std::vector<quint32> ranks; ///< by term
        std::vector<quint8> known; ///< by term
        std::vector<quint32> seen; ///< by segment: how many of its terms are known
    };
    std::array<Column, termColumnCount> m_columns;
};

} // namespace models
