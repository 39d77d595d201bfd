// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

#include <functional>
#include <optional>

class QFont;
class QHelpEvent;
class QPainter;
class QTableView;

namespace views {

/// A labelled line between two rows of a table. It takes no room: it is painted over the edge where
/// they meet, and the label stands in what both leave free. GUI thread.
class RowDivider final
{
public:
    struct Place
    {
        int row = 0; ///< the one below the line
        QString label;
        QString toolTip;
    };
    /// Asked at each painting; nothing: there is no line now.
    using Finder = std::function<std::optional<Place>()>;

    /// `table` must outlive it.
    explicit RowDivider(const QTableView &table) : m_table(table) { }

    void setFinder(Finder finder);
    void paint(QPainter &painter) const;
    /// What has to be painted anew when the columns move, in the viewport; empty where no line is.
    QRect band() const;
    /// Tells what the line means where the pointer is at it; otherwise false.
    bool showToolTip(const QHelpEvent &event) const;

private:
    struct Shown
    {
        Place place;
        int top = 0; ///< of the line, in the viewport
        QRect label;
    };
    std::optional<Shown> shown() const;
    QFont labelFont() const;

    const QTableView &m_table;
    Finder m_finder;
};

} // namespace views
