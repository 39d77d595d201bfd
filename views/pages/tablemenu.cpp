// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/tablemenu.h"

#include "models/index/eventquery.h"
#include "models/index/filterwords.h"
#include "models/items/eventsmodel.h"
#include "models/items/eventtext.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/icon.h"
#include "views/widgets/rowstext.h"
#include "views/widgets/valuemenu.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace views {

namespace {

using models::Filter;
using models::FilterNode;

struct TableMenu
{
    Q_DECLARE_TR_FUNCTIONS(TableMenu)
};

/// The values that a clause names, where it is a selection or an exclusion.
QList<models::ValueRef> valuesOf(const QString &clause)
{
    const Filter::Parsed parsed = Filter::parse(clause);
    QList<models::ValueRef> values;
    if (!parsed.filter)
        return values;
    const FilterNode *node = &parsed.filter->root();
    if (node->kind == FilterNode::Kind::Not)
        node = node->children.front().get();
    if (node->kind != FilterNode::Kind::Match || node->field == models::Field::Any
        || node->relation != FilterNode::Relation::Is)
        return values;
    for (const QString &value : node->values)
        values.append({ { node->field, node->path }, value, models::valuePattern(value).text });
    return values;
}

} // namespace

QMenu *makeTableMenu(EventTable &table, const QModelIndex &index, models::EventQuery &query)
{
    using models::EventsModel;
    const int field = index.data(EventsModel::FilterFieldRole).toInt();
    models::ValueRef value;
    value.text = index.data(Qt::DisplayRole).toString();
    const QString written = index.data(EventsModel::FilterValueRole).toString();
    const bool ofPayload = field == int(models::Field::Path);
    if (field >= 0 && (!ofPayload || !written.isEmpty())) { // empty: several, or not known yet
        value.field = { models::Field(field), index.data(EventsModel::PathRole).toString() };
        value.value = written;
    }
    auto *menu = new ValueMenu(value, query, &table);
    QAction *rows = menu->addAction(icon(QLatin1String("copy")), TableMenu::tr("Copy rows"));
    QObject::connect(rows, &QAction::triggered, &table, &EventTable::copySelection);
    QAction *sheet = menu->addAction(TableMenu::tr("Copy rows for a spreadsheet"));
    sheet->setObjectName(QStringLiteral("tableMenu.copySheet"));
    QObject::connect(sheet, &QAction::triggered, &table, [&table] {
        if (const QString text = sheetText(table); !text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
    });
    return menu;
}

QMenu *makeClauseMenu(const QString &clause, models::EventQuery &query, QWidget *parent)
{
    constexpr qsizetype most = 12;
    const QList<models::ValueRef> values = valuesOf(clause);
    QMenu *menu =
            values.size() == 1 ? new ValueMenu(values.front(), query, parent) : new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 0; values.size() > 1 && i < std::min(values.size(), most); ++i) {
        auto *one = new ValueMenu(values[i], query, menu);
        QString label = models::singleLine(values[i].text, 40);
        one->setTitle(label.replace(u'&', QStringLiteral("&&")));
        one->setAttribute(Qt::WA_DeleteOnClose, false);
        menu->addMenu(one);
    }
    menu->addSeparator();
    QAction *copy = menu->addAction(icon(QLatin1String("copy")), TableMenu::tr("Copy condition"));
    QObject::connect(copy, &QAction::triggered, menu,
                     [clause] { QGuiApplication::clipboard()->setText(clause); });
    QAction *drop = menu->addAction(TableMenu::tr("Remove from the filter"));
    QObject::connect(drop, &QAction::triggered, &query, [clause, &query] {
        for (const Filter::Clause &one : query.filter().clauses()) {
            if (one.text == clause)
                return query.setFilter(one.without);
        }
    });
    return menu;
}

} // namespace views
