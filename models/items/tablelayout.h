// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/order.h"

#include <QList>
#include <QString>

#include <optional>

namespace models {

/// How a table of events is laid out: its columns in screen order with what the person chose for
/// each, and the order of the rows. As text it is one line that people can read:
///   columns=time severity +title:320 -product .data.affected_asset.url:200; sort=-severity +time
/// A column is a stable name (EventColumn) or, after a dot, a path of the payload; “+” shows it
/// whatever the room, “-” hides it, nothing leaves that to the table. A number is a width in
/// pixels. Columns that are not named are hidden. A value; any thread.
struct TableLayout
{
    enum class Shown : quint8 {
        Auto, ///< where there is room
        Always,
        Never,
    };
    struct Column
    {
        QString name; ///< stable name, or path with a dot before it
        Shown shown = Shown::Auto;
        int width = 0; ///< 0: by the table's own plan
        bool operator==(const Column &) const = default;
    };
    static constexpr int mostColumns = 64;
    static constexpr int mostPaths = 16; ///< columns of payload paths
    static constexpr qsizetype longestPath = 256;
    static constexpr int widest = 4000; ///< pixels

    QList<Column> columns;
    Order order;

    bool operator==(const TableLayout &) const = default;

    QString text() const;
    /// What text() gave; nothing for anything else. Names that no column has are left out, so
    /// that a text of a later version reads.
    static std::optional<TableLayout> parse(const QString &text);

    /// The payload paths among the columns, without their dot.
    QStringList paths() const;

    /// The columns alone, as text() writes them behind “columns=”; empty without any.
    static QString columnsText(const QList<Column> &columns);
    /// What columnsText() gave for columns of which one shows; nothing for anything else.
    static std::optional<QList<Column>> parseColumns(const QString &text);
};

/// An order as the layout writes it, "-severity +time". Any thread.
QString orderText(const Order &order);

/// Reads what orderText() wrote; nothing for any other text.
std::optional<Order> orderFromText(const QString &text);

/// Whether a text can be the path of a payload column: a PayloadPath as that writes it, bounded,
/// nothing in it that cannot be seen. Any thread.
bool isPayloadPath(const QString &path);

} // namespace models
