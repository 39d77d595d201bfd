// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace views {

/// One way to show the JSON of an event, as RawView drives it. GUI thread.
class JsonPage
{
public:
    /// Matches beyond this many are not counted.
    static constexpr int mostMatches = 2000;

    virtual ~JsonPage() = default;

    virtual void setJson(const QString &text) = 0;
    /// Marks every place with `text`, without case, and returns how many there are; empty: none.
    virtual int find(const QString &text) = 0;
    /// Goes to the next match (1), the one before (-1) or the one nearest to the cursor (0), round
    /// about; returns its number from 1 on, 0 where there is none.
    virtual int step(int by) = 0;
    /// Where the cursor stands, as PayloadPath reads it; empty: on no value.
    virtual QString path() const = 0;
};

} // namespace views
