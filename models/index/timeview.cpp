// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/timeview.h"

#include <algorithm>

namespace models {

namespace {

constexpr qint64 smallestPart = 8; // a selection below 1/8 of the axis is too small to work on

bool isGood(TimeSpan view, TimeSpan all, TimeSpan selected)
{
    const qint64 room = view.length() / 16;
    const bool roomBefore = view.first <= all.first || selected.first - view.first >= room;
    const bool roomAfter = view.last >= all.last || view.last - selected.last >= room;
    return view.first <= selected.first && selected.last <= view.last
            && selected.length() >= view.length() / smallestPart && roomBefore && roomAfter;
}

} // namespace

std::optional<TimeSpan> viewAround(const std::optional<TimeSpan> &before, TimeSpan all,
                                   const std::optional<TimeRange> &selected)
{
    if (!selected || all.length() <= 0)
        return {};
    const TimeSpan part { std::clamp(selected->first, all.first, all.last),
                          std::clamp(selected->last, all.first, all.last) };
    if (part.length() <= 0)
        return {};
    if (isGood(before.value_or(all), all, part))
        return before;
    const TimeSpan view { std::max(all.first, part.first - part.length()),
                          std::min(all.last, part.last + part.length()) };
    return view == all ? std::optional<TimeSpan>() : view;
}

} // namespace models
