// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/items/eventsmodel.h"
#include "models/items/facetmodel.h"
#include "sampleevents.h"
#include "views/desktop/theme.h"
#include "views/desktop/viewstate.h"
#include "views/pages/eventspage.h"
#include "views/widgets/chip.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/facetsection.h"
#include "views/widgets/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

/// A shown events page over an index of its own, with short ways to its parts.
struct ShownPage
{
    models::EventIndex index;
    models::EventQuery query { index };
    models::EventsModel model { index, query };
    SampleEvents samples;
    QLabel *detail = new QLabel(QStringLiteral("details"));
    views::EventsPage page { model, query, detail };

    explicit ShownPage(int events = 300)
    {
        if (events > 0)
            index.append(samples.realistic(events));
        page.resize(1280, 760);
        page.show();
        (void)QTest::qWaitForWindowActive(&page);
        settle();
    }

    template<typename T> T *child(const char *name) const
    {
        return page.findChild<T *>(QLatin1String(name));
    }
    views::EventTable *table() const { return child<views::EventTable>("eventsPage.table"); }
    QLineEdit *search() const { return child<QLineEdit>("eventsPage.search"); }
    QString count() const { return child<QLabel>("eventsPage.count")->text(); }
    QLabel *problem() const { return child<QLabel>("eventsPage.problem"); }
    views::EmptyState *empty() const { return page.findChild<views::EmptyState *>(); }
    QListView &facet(models::Field field) const
    {
        return page.findChild<views::FacetPanel *>()->sections().at(int(field))->list();
    }
    QModelIndex facetValue(models::Field field, const QString &label) const
    {
        const QAbstractItemModel *values = facet(field).model();
        const QModelIndexList found =
                values->match(values->index(0, 0), Qt::DisplayRole, label, 1, Qt::MatchExactly);
        return found.value(0);
    }
    QList<views::Chip *> chips() const
    {
        QList<views::Chip *> all = page.findChildren<views::Chip *>();
        all.removeIf([](const views::Chip *chip) { return !chip->isVisible(); });
        return all;
    }
    void settle()
    {
        (void)QTest::qWaitFor([this] { return !query.busy(); });
    }
    void filter(const char *text)
    {
        query.setFilter(*models::Filter::parse(QLatin1String(text)).filter);
    }
};
