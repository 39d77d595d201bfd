// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/eventcolumns.h"

#include "models/domain/payloadpath.h"
#include "models/index/eventquery.h"
#include "models/items/eventsmodel.h"
#include "views/pages/columnsdialog.h"
#include "views/widgets/cellpainting.h"
#include "views/widgets/columnheader.h"

#include <QFontMetrics>

#include <chrono>

namespace views {

using models::EventsModel;
using models::TableLayout;
using Wish = ColumnChoice::Wish;

EventColumns::EventColumns(ColumnHeader &header, EventsModel &model, models::EventQuery &query,
                           QObject *parent)
    : QObject(parent), m_header(header), m_model(model), m_query(query)
{
    plan();
    header.setOffersDialog(true);
    connect(&header, &ColumnHeader::columnsRequested, this, &EventColumns::openDialog);
    connect(&header, &ColumnHeader::columnsChanged, this, &EventColumns::layoutChanged);
    connect(&header, &ColumnHeader::sortRequested, this, [this](const QList<SortKey> &keys) {
        const auto part = [this](const SortKey &key) {
            return models::Order::Part { *m_model.orderKey(key.column),
                                         key.order == Qt::DescendingOrder };
        };
        models::Order order;
        if (!keys.isEmpty()) {
            order.key = part(keys.first()).key;
            order.descending = part(keys.first()).descending;
        }
        if (keys.size() > 1)
            order.second = part(keys.at(1));
        m_query.setOrder(order);
    });
    connect(&query, &models::EventQuery::orderChanged, this, &EventColumns::showOrder);
    showOrder();
}

void EventColumns::plan()
{
    QFont strong = m_header.font(); // unread rows are the widest
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    const auto words = [&metrics](const QString &widest, int extra) {
        return metrics.horizontalAdvance(widest) + 16 + extra;
    };
    const auto latin = [&words](const char *widest, int extra = 0) {
        return words(QString::fromLatin1(widest), extra);
    };
    const int time = timeColumnWidth(metrics) + 6; // the dot of an unread row
    const int name = latin("Business Unit");

    std::vector<ColumnPlan> plan(EventsModel::ColumnCount,
                                 { .minimum = name, .weight = 2, .hidden = true });
    plan[EventsModel::Received] = { .minimum = time, .hidden = true };
    plan[EventsModel::Time] = { .minimum = time };
    plan[EventsModel::Severity] = { .minimum = latin("Important", 18) };
    plan[EventsModel::Status] = { .minimum = latin("Resolved", 18), .weight = 1, .drop = 4 };
    plan[EventsModel::Product] = { .minimum = latin("Mobile Secure"), .drop = 2 };
    plan[EventsModel::Type] = { .minimum = latin("Policy violation"), .weight = 4, .drop = 1 };
    plan[EventsModel::Title] = { .minimum = latin("The server certificate expires"), .weight = 9 };
    plan[EventsModel::Asset] = { .minimum = latin("gumtree.com.au"), .weight = 4 };
    plan[EventsModel::Group] = { .minimum = latin("CA Business"), .weight = 3, .drop = 3 };
    plan[EventsModel::Deliveries] = { .minimum = latin("Deliveries"), .hidden = true };
    plan[EventsModel::Age] = { .minimum = latin("1,000 d", 8), .hidden = true };
    m_header.setPlan(std::move(plan),
                     { EventsModel::Received, EventsModel::Time, EventsModel::Severity });
    m_header.setLaterPlan({ .minimum = name, .weight = 3 });
    QList<int> unsortable;
    for (int column = 0; column < EventsModel::ColumnCount; ++column) {
        if (!m_model.orderKey(column))
            unsortable += column;
    }
    m_header.setUnsortable(unsortable);
}

void EventColumns::showOrder()
{
    const models::Order &order = m_query.order();
    const auto shown = [](models::Order::Part part) {
        const auto column = models::eventColumnOf(part.key);
        return SortKey { column ? int(*column) : -1,
                         part.descending ? Qt::DescendingOrder : Qt::AscendingOrder };
    };
    QList<SortKey> keys;
    if (order != models::Order {})
        keys += shown(order.first());
    if (order.second)
        keys += shown(*order.second);
    m_header.showOrder(keys);
    emit layoutChanged();
}

TableLayout EventColumns::layout() const
{
    TableLayout layout;
    layout.order = m_query.order();
    for (const ColumnChoice &choice : m_header.choices()) {
        const bool hidden = choice.wish == Wish::Hidden
                || (choice.wish == Wish::Auto && m_header.planOf(choice.column).hidden);
        if (hidden)
            continue; // what is not named is hidden
        layout.columns += { m_model.columnName(choice.column),
                            choice.wish == Wish::Shown ? TableLayout::Shown::Always
                                                       : TableLayout::Shown::Auto,
                            choice.width };
    }
    return layout;
}

void EventColumns::setLayout(const TableLayout &layout)
{
    m_model.setPaths(layout.paths());
    QList<ColumnChoice> choices;
    QList<bool> named(m_model.columnCount(), false);
    for (const TableLayout::Column &column : layout.columns) {
        const int place = m_model.columnOf(column.name);
        if (place < 0 || named.at(place))
            continue;
        named[place] = true;
        const bool extra = m_header.planOf(place).hidden;
        const Wish wish = column.shown == TableLayout::Shown::Never   ? Wish::Hidden
                : column.shown == TableLayout::Shown::Always || extra ? Wish::Shown
                                                                      : Wish::Auto;
        choices += { place, wish, column.width };
    }
    for (int column = 0; column < named.size(); ++column) {
        if (!named.at(column))
            choices += { column, m_header.planOf(column).hidden ? Wish::Auto : Wish::Hidden, 0 };
    }
    m_header.setChoices(choices);
    m_query.setOrder(layout.order);
    emit layoutChanged();
}

void EventColumns::addPath(const QString &path)
{
    TableLayout wanted = layout();
    const auto read = models::PayloadPath::from(path);
    if (!read)
        return;
    const QString name = u'.' % read->text();
    const bool there = std::any_of(wanted.columns.cbegin(), wanted.columns.cend(),
                                   [&name](const auto &column) { return column.name == name; });
    if (there || !models::isPayloadPath(read->text())
        || wanted.paths().size() >= TableLayout::mostPaths)
        return;
    wanted.columns += { name, TableLayout::Shown::Always, 0 };
    setLayout(wanted);
}

void EventColumns::openDialog()
{
    auto *dialog = new ColumnsDialog(layout(), m_header.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ColumnsDialog::layoutChosen, this, &EventColumns::setLayout);
    dialog->open();
}

} // namespace views
