// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/tablelayout.h"

#include "models/domain/payloadpath.h"
#include "models/items/eventcolumn.h"

#include <QSet>
#include <QStringList>
#include <QUrl>

#include <algorithm>

namespace models {

namespace {

constexpr QLatin1String columnsMark("columns=");
constexpr QLatin1String sortMark("sort=");
constexpr qsizetype longestText = 16384;

/// A name within the line: what separates there is written as in an address.
QString escaped(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name, QByteArrayLiteral("[]()@$&*/")));
}

QString partText(Order::Part part)
{
    const std::optional<EventColumn> column = eventColumnOf(part.key);
    return QString((part.descending ? QLatin1Char('-') : QLatin1Char('+'))
                   + QString(factsOf(column.value_or(EventColumn::Received)).name));
}

std::optional<Order::Part> readPart(QStringView text)
{
    if (text.size() < 2 || (text.front() != u'-' && text.front() != u'+'))
        return {};
    const std::optional<EventColumn> column = eventColumnOf(text.mid(1));
    if (!column || !factsOf(*column).key)
        return {};
    return Order::Part { *factsOf(*column).key, text.front() == u'-' };
}

struct Read
{
    bool wrong = false;
    std::optional<TableLayout::Column> column; ///< nothing: nobody knows its name
};

Read readColumn(QStringView text)
{
    TableLayout::Column column;
    if (text.startsWith(u'+') || text.startsWith(u'-')) {
        column.shown =
                text.front() == u'+' ? TableLayout::Shown::Always : TableLayout::Shown::Never;
        text = text.mid(1);
    }
    if (const qsizetype colon = text.lastIndexOf(u':'); colon >= 0) {
        bool ok = false;
        column.width = text.mid(colon + 1).toInt(&ok);
        if (!ok || column.width < 1 || column.width > TableLayout::widest)
            return { true, {} };
        text = text.left(colon);
    }
    column.name = QUrl::fromPercentEncoding(text.toUtf8());
    if (column.name.isEmpty())
        return { true, {} };
    if (column.name.startsWith(u'.'))
        return isPayloadPath(column.name.mid(1)) ? Read { false, column } : Read { true, {} };
    return eventColumnOf(column.name) ? Read { false, column } : Read {};
}

} // namespace

bool isPayloadPath(const QString &path)
{
    if (path.isEmpty() || path.size() > TableLayout::longestPath)
        return false;
    const bool clean = std::all_of(path.begin(), path.end(), [](QChar c) {
        return c.isPrint() && !c.isSurrogate() && c.category() != QChar::Other_Format;
    });
    const std::optional<PayloadPath> read = PayloadPath::from(path);
    return clean && read && read->text() == path && path == path.trimmed();
}

QString orderText(const Order &order)
{
    QString text = partText(order.first());
    if (order.second)
        text += QLatin1Char(' ') + partText(*order.second);
    return text;
}

std::optional<Order> orderFromText(const QString &text)
{
    const QStringList keys = text.split(u' ', Qt::SkipEmptyParts);
    const auto first = readPart(keys.value(0));
    const auto second = readPart(keys.value(1));
    if (!first || keys.size() > 2 || (keys.size() == 2 && !second))
        return {};
    return Order { first->key, first->descending, second };
}

QString TableLayout::columnsText(const QList<Column> &columns)
{
    QStringList words;
    for (const Column &column : columns) {
        QString word = column.shown == Shown::Always ? QStringLiteral("+")
                : column.shown == Shown::Never       ? QStringLiteral("-")
                                                     : QString();
        word += escaped(column.name);
        if (column.width > 0)
            word += QLatin1Char(':') + QString::number(column.width);
        words += word;
    }
    return words.join(u' ');
}

std::optional<QList<TableLayout::Column>> TableLayout::parseColumns(const QString &text)
{
    if (text.size() > longestText)
        return {};
    TableLayout layout;
    QSet<QString> seen;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const Read read = readColumn(word);
        if (read.wrong || (read.column && seen.contains(read.column->name)))
            return {};
        if (!read.column)
            continue;
        seen.insert(read.column->name);
        layout.columns += *read.column;
    }
    const bool any = std::any_of(layout.columns.cbegin(), layout.columns.cend(),
                                 [](const Column &one) { return one.shown != Shown::Never; });
    if (!any || layout.columns.size() > mostColumns || layout.paths().size() > mostPaths)
        return {};
    return layout.columns;
}

QString TableLayout::text() const
{
    return QString(columnsMark + columnsText(columns) + QLatin1String("; ") + sortMark
                   + orderText(order));
}

std::optional<TableLayout> TableLayout::parse(const QString &text)
{
    const QStringList halves = text.split(u';');
    if (text.size() > longestText || halves.size() != 2)
        return {};
    const QString columnHalf = halves.at(0).trimmed();
    const QString sortHalf = halves.at(1).trimmed();
    if (!columnHalf.startsWith(columnsMark) || !sortHalf.startsWith(sortMark))
        return {};
    const auto columns = parseColumns(columnHalf.mid(columnsMark.size()));
    const auto order = orderFromText(sortHalf.mid(sortMark.size()));
    if (!columns || !order)
        return {};
    return TableLayout { *columns, *order };
}

QStringList TableLayout::paths() const
{
    QStringList found;
    for (const Column &column : columns) {
        if (column.name.startsWith(u'.'))
            found += column.name.mid(1);
    }
    return found;
}

} // namespace models
