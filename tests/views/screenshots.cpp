// SPDX-License-Identifier: GPL-3.0-or-later
// Makes pictures of the window in each of its states, for looking at: screenshots FOLDER.
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/readmarks.h"
#include "models/items/eventsmodel.h"
#include "models/savedviews/savedviewlist.h"
#include "sampleevents.h"
#include "shots.h"
#include "tests/support/fakejournal.h"
#include "views/keys/keysheet.h"
#include "views/mainwindow.h"
#include "views/pages/eventspage.h"
#include "views/sidebar/pageviews.h"
#include "views/sidebar/viewsession.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/facetsection.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTest>

namespace {

/// A whole window over an index of its own.
struct Scene
{
    models::EventIndex index;
    models::EventQuery query { index };
    models::EventsModel model { index, query };
    SampleEvents samples;
    FakeJournal journal;
    models::ReadMarks marks { index, journal, {} };
    models::SavedViewList views { models::standardViews() };
    QLabel *detail = new QLabel(QStringLiteral("Details"));
    views::EventsPage *page = nullptr;
    views::PageViews *parts = nullptr;
    std::unique_ptr<views::MainWindow> window;

    Scene()
    {
        detail->setAlignment(Qt::AlignCenter);
        detail->setAutoFillBackground(true);
        detail->setBackgroundRole(QPalette::Base);
        page = new views::EventsPage(model, query, detail);
        parts = new views::PageViews({ *page, index, query, views, marks });
        models::Act act;
        act.id = 1;
        act.events = { { 1, 280 }, { 283, 290 }, { 294, 294 } };
        journal.held = { act };
        marks.refresh();
        window = std::make_unique<views::MainWindow>();
        window->addPage(page, QStringLiteral("Events"), QLatin1String("inbox"));
    }

    void state(const models::ReceiverState &state)
    {
        page->showState(state);
        window->showState(state);
    }

    void fill()
    {
        index.append(samples.realistic(300));
        (void)QTest::qWaitFor([this] { return !query.busy(); });
        views.setCounts({ { views.keyAt(0), { 11, 140 } },
                          { views.keyAt(1), { 2, 14 } },
                          { views.keyAt(2), { 6, 140 } },
                          { views.keyAt(3), { 0, 0 } },
                          { views.keyAt(5), { 1'204, 0 } } });
        models::ReceiverCounters counters;
        counters.accepted = 4700;
        counters.events = 4812;
        counters.repeated = 3;
        counters.refused = 3;
        counters.lastAccepted = models::now() - std::chrono::seconds(12);
        window->showCounters(counters);
    }
};

models::ReceiverState listening()
{
    return { models::ReceiverState::Phase::Listening,
             QStringLiteral("http://127.0.0.1:8787/webhook"),
             {} };
}

models::ReceiverState failed()
{
    return { models::ReceiverState::Phase::Failed,
             {},
             QStringLiteral("port 8787 on 127.0.0.1 is taken by another program.") };
}

void shoot(const Shot &shot)
{
    const QString &name = shot.state;
    const QSize &size = shot.size;
    Scene scene;
    scene.window->resize(size);
    scene.state(listening());
    auto *table = scene.page->findChild<views::EventTable *>();
    auto *search = scene.page->findChild<QLineEdit *>(QStringLiteral("eventsPage.search"));
    if (name == QLatin1String("failed")) {
        scene.state(failed());
    } else if (name == QLatin1String("loading")) {
        scene.page->showLoading(0);
        scene.window->showLoading(0);
    } else if (name != QLatin1String("empty")) {
        scene.fill();
    }
    scene.window->show();
    (void)QTest::qWaitForWindowExposed(scene.window.get());
    if (name == QLatin1String("events")) {
        table->selectRow(3);
    } else if (name == QLatin1String("visit")) {
        const int row = 9; // not the first thing that is seen
        scene.page->setLastVisit(scene.index.received(*scene.index.positionOf(table->idAt(row))));
    } else if (name == QLatin1String("none")) {
        scene.query.setFilter(
                *models::Filter::parse(QStringLiteral("severity:urgent status:open nothing"))
                         .filter);
    } else if (name == QLatin1String("filtered")) {
        scene.query.setFilter(
                *models::Filter::parse(QStringLiteral("group:\"CA Business Unit\",\"EU Payments\" "
                                                      "severity>=high"))
                         .filter);
    } else if (name == QLatin1String("invalid")) {
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("severty>=high certificate"));
        QTest::qWait(300);
    } else if (name == QLatin1String("facets")) {
        scene.index.append(scene.samples.manyAssets(2500));
        scene.query.setFilter(
                *models::Filter::parse(
                         QStringLiteral(
                                 "severity>=medium -group:\"EU Payments\" -type:network_service "
                                 "-asset:\"host 7.example.org\""))
                         .filter);
        const auto facets = scene.page->findChild<views::FacetPanel *>();
        for (const models::Field field : { models::Field::Asset, models::Field::Family })
            facets->sections().at(int(field))->foldAction().setChecked(true);
    } else if (name == QLatin1String("longfacet")) {
        scene.index.append(scene.samples.manyAssets(2500));
        (void)QTest::qWaitFor([&scene] { return !scene.query.busy(); });
        const auto facets = scene.page->findChild<views::FacetPanel *>();
        for (views::FacetSection *section : facets->sections())
            section->foldAction().setChecked(false);
        views::FacetSection *assets = facets->sections().at(int(models::Field::Asset));
        assets->foldAction().setChecked(true);
        facets->sections().at(int(models::Field::HostedOn))->foldAction().setChecked(true);
        facets->sections().at(int(models::Field::Policy))->foldAction().setChecked(true);
        assets->findChild<QLineEdit *>()->setText(QStringLiteral("host 1"));
    } else if (name == QLatin1String("views")) {
        for (int i = 1; i <= 14; ++i) {
            models::SavedView view;
            view.name = QStringLiteral("A view with quite a long name, number %1").arg(i);
            scene.views.add(view, i % 3);
        }
        scene.parts->session().choose(0);
        scene.query.setFilter(
                *models::Filter::parse(QStringLiteral("is:unread severity:urgent")).filter);
        scene.parts->importText("x");
    } else if (name == QLatin1String("counts")) {
        models::SavedView view;
        view.name = QStringLiteral("Hosted at Amazon");
        view.filter = QStringLiteral("data.affected_asset.hosted_on:AMAZON");
        const qint64 asked = scene.views.add(view);
        scene.views.setCounts({ { scene.views.keyAt(0), { 37, 12 } },
                                { scene.views.keyAt(1), { 4, 4 } },
                                { scene.views.keyAt(2), { 1204, 96 } },
                                { scene.views.keyAt(4), { 0, 0 } } },
                              { asked });
        scene.views.setRefused(1245);
        scene.parts->session().choose(1);
    } else if (name == QLatin1String("inbox")) {
        scene.parts->session().choose(0);
    } else if (name == QLatin1String("fields") || name == QLatin1String("values")) {
        search->setFocus();
        QTest::keyClicks(search,
                         name == QLatin1String("fields") ? QStringLiteral("s")
                                                         : QStringLiteral("group:"));
        QTest::qWait(300);
        QTest::keyClick(search, Qt::Key_Down);
    } else if (name == QLatin1String("pill")) {
        table->verticalScrollBar()->setValue(40);
        scene.index.append(scene.samples.arriving(37, 2));
        scene.state(failed());
    }
    (void)QTest::qWaitFor([&scene] { return !scene.query.busy(); });
    if (name.startsWith(QLatin1String("keys"))) {
        views::showKeySheet(*scene.window);
        auto *sheet = scene.window->findChild<views::KeySheet *>();
        (void)QTest::qWaitForWindowActive(sheet);
        if (name == QLatin1String("keysfound"))
            QTest::keyClicks(sheet->findChild<QLineEdit *>(), QStringLiteral("table"));
        QTest::keyClick(sheet->findChild<QLineEdit *>(), Qt::Key_Down);
        if (name == QLatin1String("keysend"))
            sheet->findChild<QListView *>()->scrollToBottom();
        sheet->grab().save(shot.file());
        return;
    }
    QTest::qWait(150);
    scene.window->grab().save(shot.file());
}

} // namespace

int main(int argc, char **argv)
{
    return makeShots(argc, argv, "screenshots",
                     { QStringLiteral("events"), QStringLiteral("empty"), QStringLiteral("none"),
                       QStringLiteral("failed"), QStringLiteral("loading"),
                       QStringLiteral("filtered"), QStringLiteral("invalid"),
                       QStringLiteral("pill"), QStringLiteral("fields"), QStringLiteral("values"),
                       QStringLiteral("facets"), QStringLiteral("longfacet"),
                       QStringLiteral("views"), QStringLiteral("inbox"), QStringLiteral("counts"),
                       QStringLiteral("visit"), QStringLiteral("keys"), QStringLiteral("keysfound"),
                       QStringLiteral("keysend") },
                     &shoot);
}
