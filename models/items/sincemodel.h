// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/boards.h"
#include "models/boards/sinceleft.h"
#include "models/items/sectionlist.h"

namespace models {

class EventIndex;

/// The row of an issue of the board, by its place.
SectionList::Row issueRow(const EventIndex &index, const IssueBoard &board, quint32 place);

/// What changed between two moments as one list, the most severe first of each kind. GUI thread.
class SinceModel final : public SectionList
{
    Q_OBJECT
public:
    /// `index` must outlive the model.
    explicit SinceModel(const EventIndex &index, QObject *parent = nullptr);

    /// `since` as sinceLeft() made it of these boards.
    void show(const Boards &boards, const SinceLeft &since);
    /// The whole to hand over.
    QString markdown() const;
    QString html() const;

private:
    const EventIndex &m_index;
    Boards m_boards;
    SinceLeft m_since;
};

} // namespace models
