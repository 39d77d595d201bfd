// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/baselinecomparison.h"
#include "models/boards/boards.h"
#include "models/items/sectionlist.h"

#include <memory>

namespace models {

class EventIndex;

/// A list of open issues beside the board, and what came of it; perhaps millions of entries, so it
/// is handed on by pointer.
struct ComparedBaseline
{
    QString file; ///< its name, for people
    Baseline list;
    BaselineComparison found;
    Boards boards; ///< what it was compared with
};

/// What a list of open issues tells beside the board, as one list. GUI thread.
class BaselineModel final : public SectionList
{
    Q_OBJECT
public:
    /// `index` must outlive the model.
    explicit BaselineModel(const EventIndex &index, QObject *parent = nullptr);

    void show(const std::shared_ptr<const ComparedBaseline> &compared);
    /// How the list was read: how many entries, what could not be read. Several sentences.
    QString summary() const;
    /// All of it for a spreadsheet: a line for each issue, tabs between; the first names the
    /// columns.
    QString rowsText() const;

private:
    const EventIndex &m_index;
    std::shared_ptr<const ComparedBaseline> m_compared = std::make_shared<ComparedBaseline>();
};

} // namespace models
