// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/items/eventsmodel.h"
#include "sampleevents.h"
#include "views/pages/eventcolumns.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/newrowspill.h"

#include <QScrollBar>
#include <QTest>

/// A shown table over an index with 300 events.
struct ShownTable
{
    models::EventIndex index;
    models::EventQuery query { index };
    models::EventsModel model { index, query };
    SampleEvents samples;
    views::EventTable table;

    explicit ShownTable(bool filled = true)
    {
        table.showModel(model, [this](qint64 id) { return model.rowOf(id); });
        new views::EventColumns(table.columns(), model, query, &table);
        samples.goOnAfter(5000); // leaves room for older ones
        if (filled)
            index.append(samples.realistic(300));
        table.resize(1000, 600);
        table.show();
        (void)QTest::qWaitForWindowActive(&table);
        table.setFocus();
        settle();
    }

    void settle()
    {
        (void)QTest::qWaitFor([this] { return !query.busy(); });
    }
    int top() const { return table.verticalScrollBar()->value(); }
    qint64 topId() const { return table.idAt(top()); }
    views::NewRowsPill *pill() const { return table.findChild<views::NewRowsPill *>(); }
    void arrive(int count, int urgent = 0) { index.append(samples.arriving(count, urgent)); }
};
