// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/tablelayout.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace models {

/// A way to look at the events under a name: filter, order and columns. A value.
struct SavedView
{
    /// What is shown: events, or the requests that were refused (all of them).
    enum class Shows : quint8 { Events, Refused };

    static constexpr qsizetype longestName = 60;

    QString name;
    QString filter; ///< in the filter language
    Order order;
    QList<TableLayout::Column> columns; ///< empty: the standard ones
    Shows shows = Shows::Events;
    bool operator==(const SavedView &) const = default;
};

/// More views than these are not kept.
inline constexpr qsizetype mostSavedViews = 200;

/// The views that everyone begins with, named in the language of the program.
QList<SavedView> standardViews();

/// A name as it is shown and kept: one line, nothing that cannot be seen, not too long. Empty
/// where nothing is left.
QString cleanViewName(const QString &name);

/// `name`, or with a number behind it where one of `taken` is the same but for case.
QString uniqueViewName(const QString &name, const QStringList &taken);

} // namespace models
