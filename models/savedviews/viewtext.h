// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/savedviews/savedview.h"

#include <QStringList>

namespace models {

/// Views read from a text.
struct ReadViews
{
    QList<SavedView> views; ///< names clean and different from each other
    QStringList left; ///< what was left out and why, in words
};

/// Views as text (JSON, UTF-8): how they are kept and given to others.
QByteArray viewsText(const QList<SavedView> &views);

/// Reads what viewsText() wrote, by this or by another hand. Views of the first version of this
/// text get the standard columns. What is wrong with one view leaves
/// it out and is said; a text that is too long or holds no views is a failure. Any thread.
Result<ReadViews> viewsFromText(const QByteArray &text);

/// A longer text is not read.
inline constexpr qsizetype longestViewsText = 1024 * 1024;

} // namespace models
