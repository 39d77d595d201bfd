// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/shownissues.h"
#include "views/detail/textblock.h"
#include "views/pages/boardpage.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/facetsection.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QListView>

/// A shown page of a board over events of its own; `name` is its object name.
template<typename BoardPage> struct ShownBoard
{
    QString name;
    tests::BoardStream stream { 5 };
    models::EventIndex index;
    FakeBoardSource source;
    models::BoardKeeper keeper;
    std::unique_ptr<BoardPage> page;

    explicit ShownBoard(const char *pageName, int count = 600) : name(QLatin1String(pageName))
    {
        keeper.follow(source);
        page = std::make_unique<BoardPage>(views::BoardPage::Boards { source, keeper, index });
        page->resize(1280, 760);
        page->show();
        (void)QTest::qWaitForWindowActive(page.get());
        if (count > 0)
            feed(stream.make(count));
    }
    void feed(const std::vector<tests::StreamEvent> &some)
    {
        const models::EventBatch batch = stream.batch(some);
        index.append(batch);
        source.feed(batch);
    }
    template<typename T> T *part(const char *suffix) const
    {
        return page->template findChild<T *>(QString(name + QLatin1String(suffix)));
    }
    template<typename T> T *child(const char *whole) const
    {
        return page->template findChild<T *>(QLatin1String(whole));
    }
    views::EventTable *table() const { return part<views::EventTable>(".table"); }
    QAbstractItemModel *rowsModel() const { return table()->model(); }
    int rows() const { return rowsModel()->rowCount(); }
    QString cell(int row, int column) const
    {
        return rowsModel()->index(row, column).data().toString();
    }
    QString count() const { return part<QLabel>(".count")->text(); }
    views::EmptyState *empty() const { return page->template findChild<views::EmptyState *>(); }
    /// Checks the first value of a facet, by its place in the panel; its label.
    QString check(int facet, int row, bool on = true) const
    {
        auto *panel = page->template findChild<views::FacetPanel *>();
        QAbstractItemModel *list = panel->sections().at(facet)->list().model();
        const QModelIndex value = list->index(row, 0);
        list->setData(value, on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
        return value.data().toString();
    }
};
