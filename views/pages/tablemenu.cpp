// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/tablemenu.h"

#include "models/index/eventquery.h"
#include "models/items/eventsmodel.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/icon.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace views {

namespace {

struct TableMenu
{
    Q_DECLARE_TR_FUNCTIONS(TableMenu)
};

/// A text for a menu entry: short, and its ampersands no shortcuts.
QString entryText(const QString &text)
{
    constexpr qsizetype most = 40;
    QString shown = text.size() > most ? QString(text.left(most) % QChar(0x2026)) : text;
    return shown.replace(u'&', QStringLiteral("&&"));
}

} // namespace

QMenu *makeTableMenu(EventTable &table, const QModelIndex &index, models::EventQuery &query)
{
    auto *menu = new QMenu(&table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int field = index.data(models::EventsModel::FilterFieldRole).toInt();
    const QString value = index.data(models::EventsModel::FilterValueRole).toString();
    const QString text = index.data(Qt::DisplayRole).toString();
    const bool ofPayload = field == int(models::Field::Path);
    if (field >= 0 && !ofPayload && !value.isEmpty()) {
        QAction *only = menu->addAction(icon(QLatin1String("filter")),
                                        TableMenu::tr("Show only “%1”").arg(entryText(text)));
        QObject::connect(only, &QAction::triggered, &query, [&query, field, value] {
            query.setFilter(query.filter().withValues(models::Field(field), { value }));
        });
    }
    QAction *rows = menu->addAction(icon(QLatin1String("copy")), TableMenu::tr("Copy rows"));
    QObject::connect(rows, &QAction::triggered, &table, &EventTable::copySelection);
    if (!text.isEmpty()) {
        QAction *cell = menu->addAction(TableMenu::tr("Copy “%1”").arg(entryText(text)));
        QObject::connect(cell, &QAction::triggered, &table,
                         [text] { QGuiApplication::clipboard()->setText(text); });
    }
    return menu;
}

} // namespace views
