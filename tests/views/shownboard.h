// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "boardworld.h"
#include "views/pages/boardpage.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/facetsection.h"

#include <QLabel>
#include <QListView>
#include <QTest>

#include <algorithm>
#include <memory>

/// A shown page of a board over events of its own.
template<typename PageOfBoard> struct ShownBoard : BoardWorld
{
    std::unique_ptr<PageOfBoard> page =
            std::make_unique<PageOfBoard>(views::BoardParts { source, keeper, index });
    const QString name = page->objectName();

    explicit ShownBoard(int count = 400)
    {
        page->resize(1280, 760);
        page->show();
        (void)QTest::qWaitForWindowActive(page.get());
        if (count > 0)
            feed(stream.make(count));
    }
    template<typename T> T *child(const QString &part) const
    {
        return page->template findChild<T *>(QString(name % u'.' % part));
    }
    views::EventTable *table() const { return child<views::EventTable>(QStringLiteral("table")); }
    views::EmptyState *empty() const { return page->template findChild<views::EmptyState *>(); }
    QString count() const { return child<QLabel>(QStringLiteral("count"))->text(); }
    QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    int rows() const { return table()->model()->rowCount(); }
    /// The row whose cell reads like that; -1: none.
    int rowWith(int column, const QString &text) const
    {
        for (int row = 0; row < rows(); ++row) {
            if (cell(row, column) == text)
                return row;
        }
        return -1;
    }
    QAbstractItemModel *facet(int which) const
    {
        return page->template findChild<views::FacetPanel *>()
                ->sections()
                .at(which)
                ->list()
                .model();
    }
    /// A key in the table, once its window is the active one: that is where keys go.
    void press(Qt::Key key) const
    {
        page->activateWindow();
        (void)QTest::qWaitForWindowActive(page.get());
        table()->setFocus();
        QTest::keyClick(table(), key);
    }
};
