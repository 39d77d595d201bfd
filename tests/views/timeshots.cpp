// SPDX-License-Identifier: GPL-3.0-or-later
// Makes pictures of the strip of time above the table in its states: timeshots FOLDER [STATE...].
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/items/eventsmodel.h"
#include "sampleevents.h"
#include "shots.h"
#include "views/mainwindow.h"
#include "views/pages/eventspage.h"
#include "views/pages/timebar.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/timescale.h"
#include "views/widgets/timestrip.h"

#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTest>

namespace {

constexpr qint64 hour = 3'600'000;

struct Scene
{
    models::EventIndex index;
    models::EventQuery query { index };
    models::EventsModel model { index, query };
    SampleEvents samples;
    views::EventsPage *page = nullptr;
    std::unique_ptr<views::MainWindow> window;

    explicit Scene(const QSize &size)
    {
        page = new views::EventsPage(model, query, new QLabel(QStringLiteral("Details")));
        window = std::make_unique<views::MainWindow>();
        window->addPage(page, QStringLiteral("Events"), QLatin1String("inbox"));
        const models::ReceiverState listening { models::ReceiverState::Phase::Listening,
                                                QStringLiteral("http://127.0.0.1:8787/webhook"),
                                                {} };
        page->showState(listening);
        window->showState(listening);
        window->resize(size);
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
    }

    /// Events over a span until now, more of them by day and in some weeks.
    void fill(int count, qint64 span, bool faraway = false)
    {
        QRandomGenerator random(7);
        models::EventBatch batch = samples.realistic(count);
        const qint64 now = models::now().time_since_epoch().count();
        std::vector<qint64> times;
        for (int i = 0; i < count; ++i) {
            const double part = random.generateDouble();
            times.push_back(now - qint64(double(span) * part * (0.6 + 0.4 * part)));
        }
        std::sort(times.begin(), times.end());
        for (size_t i = 0; i < batch.rows.size(); ++i)
            batch.rows[i].received = batch.rows[i].time = times[i];
        const QList<int> moved = faraway ? QList<int> { 5, 9, 400 } : QList<int>();
        for (const int i : moved)
            batch.rows[size_t(i)].time += (i == 400 ? 9 : -7) * 365 * 24 * hour;
        batch.repeats.clear();
        index.append(batch);
    }
    void settle()
    {
        const auto *bar = page->findChild<views::TimeBar *>();
        (void)QTest::qWaitFor([this] { return !query.busy(); });
        QTest::qWait(400);
        (void)QTest::qWaitFor([bar] { return !const_cast<views::TimeBar *>(bar)->times().busy(); });
    }
    void filter(const char *text)
    {
        query.setFilter(*models::Filter::parse(QLatin1String(text)).filter);
    }
};

void point(QWidget *widget, QEvent::Type type, QPoint at)
{
    QMouseEvent event(type, at, widget->mapToGlobal(at),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, Qt::LeftButton,
                      {});
    QApplication::sendEvent(widget, &event);
}

void shoot(const Shot &shot)
{
    const QString &name = shot.state;
    const QSize &size = shot.size;
    Scene scene(size);
    auto *strip = scene.page->findChild<views::TimeStrip *>();
    auto *table = scene.page->findChild<views::EventTable *>();
    if (name == QLatin1String("one"))
        scene.index.append(scene.samples.one({ .title = QStringLiteral("Certificate expires") }));
    else if (name == QLatin1String("day"))
        scene.fill(400, 24 * hour);
    else
        scene.fill(3000, 365 * 24 * hour, name == QLatin1String("faraway"));
    if (name == QLatin1String("faraway"))
        scene.page->timeBar().setField(models::Field::Time);
    if (name == QLatin1String("nothing"))
        scene.filter("title:nothing-is-called-so");
    else if (name == QLatin1String("selected"))
        scene.filter("received>=30d");
    else if (name == QLatin1String("week"))
        scene.filter("received>=7d severity>=high");
    scene.settle();
    const auto &bins = strip->look().histogram.bins;
    if (name == QLatin1String("gaps")) {
        const auto instant = [&](int edge) {
            return models::Instant(std::chrono::milliseconds(bins.edges[size_t(edge)]));
        };
        const int count = bins.count();
        using End = models::UptimeRun::End;
        scene.page->showUptime({ { 1, instant(4), instant(count / 4), End::Stopped },
                                 { 2, instant(count / 3), instant(count / 2), End::Unknown },
                                 { 3, instant(count / 2 + 1), models::now(), End::Unknown } });
    } else if (name == QLatin1String("dragging")) {
        const QRect bars = strip->barsRect();
        point(strip, QEvent::MouseButtonPress, { bars.left() + bars.width() / 3, 20 });
        point(strip, QEvent::MouseMove, { bars.left() + bars.width() / 2, 20 });
        point(strip, QEvent::MouseMove, { bars.left() + bars.width() * 2 / 3, 20 });
    } else if (name == QLatin1String("keys")) {
        strip->setFocus();
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(strip, Qt::Key_Left);
    } else if (name == QLatin1String("paused")) {
        table->verticalScrollBar()->setValue(30);
        scene.index.append(scene.samples.arriving(37, 2));
        scene.settle();
    }
    QTest::qWait(50);
    scene.window->grab().save(shot.file(QStringLiteral("time-") + name));
}

} // namespace

int main(int argc, char **argv)
{
    return makeShots(argc, argv, "timeshots",
                     { QStringLiteral("nothing"), QStringLiteral("one"), QStringLiteral("day"),
                       QStringLiteral("year"), QStringLiteral("gaps"), QStringLiteral("selected"),
                       QStringLiteral("week"), QStringLiteral("dragging"), QStringLiteral("keys"),
                       QStringLiteral("paused"), QStringLiteral("faraway") },
                     &shoot);
}
