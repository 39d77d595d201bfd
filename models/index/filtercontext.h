// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"

#include <optional>

namespace models {

/// What stands at a place of an unfinished expression, read as far as that place and without
/// judging anything. Positions are in UTF-16 units.
struct FilterContext
{
    enum class Part : quint8 {
        Name, ///< a lone word, or what may become the name of a field
        Value, ///< behind the name of a field and a sign
        Text, ///< within quotes, or behind a name that is no field: nothing to offer
    };
    FilterScope scope = FilterScope::Events;
    Part part = Part::Name;
    qsizetype from = 0; ///< where the word or value under the cursor begins
    qsizetype length = 0; ///< … and how long it is, also behind the cursor
    QString typed; ///< of it what stands before the cursor, without quotes
    bool first = false; ///< nothing but this is in the text
    bool named = false; ///< Name: a sign follows already
    // Value
    Field field = Field::Any;
    QString path; ///< Field::Path
    FilterNode::Relation relation = FilterNode::Relation::Is;
};

/// Reads the text up to the cursor. Any thread; time grows with the text only.
FilterContext filterContext(const QString &text, qsizetype cursor,
                            FilterScope scope = FilterScope::Events);

} // namespace models
