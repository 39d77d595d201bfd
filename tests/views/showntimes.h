// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shownpage.h"
#include "views/pages/timebar.h"
#include "views/widgets/linkbutton.h"
#include "views/widgets/timescale.h"
#include "views/widgets/timestrip.h"

#include <QMenu>

/// A shown page whose strip has its bars.
struct ShownTimes : ShownPage
{
    explicit ShownTimes(int events = 300) : ShownPage(events) { settleBars(); }

    views::TimeStrip *strip() const { return child<views::TimeStrip>("eventsPage.times.strip"); }
    views::TimeBar *bar() const { return child<views::TimeBar>("eventsPage.times"); }
    views::LinkButton *range() const { return child<views::LinkButton>("eventsPage.times.range"); }
    const models::Histogram &histogram() const { return strip()->look().histogram; }
    quint32 total(int first, int end) const
    {
        return models::Histogram::sum(histogram().total(first, end));
    }
    QString text() const { return query.filter().text(); }
    void settleBars()
    {
        settle();
        (void)QTest::qWaitFor([this] { return !bar()->times().busy() && !query.busy(); });
    }

    views::TimeScale scale() const
    {
        const QRect bars = strip()->barsRect();
        return { histogram().bins, bars.left(), bars.width() };
    }
    /// The middle of a bar.
    QPoint at(int bin) const { return { (scale().edgeX(bin) + scale().edgeX(bin + 1)) / 2, 20 }; }
    void press(QPoint where) const { QTest::mousePress(strip(), Qt::LeftButton, {}, where); }
    void release(QPoint where) const { QTest::mouseRelease(strip(), Qt::LeftButton, {}, where); }
    void move(QPoint where) const
    {
        QMouseEvent event(QEvent::MouseMove, where, strip()->mapToGlobal(where), Qt::NoButton,
                          Qt::LeftButton, {});
        QApplication::sendEvent(strip(), &event);
    }
    void drag(QPoint from, QPoint to) const
    {
        press(from);
        move((from + to) / 2);
        move(to);
        release(to);
    }
    /// QTest's keys press and let go of Shift each time.
    void pressWithShift(Qt::Key key) const
    {
        QKeyEvent event(QEvent::KeyPress, key, Qt::ShiftModifier);
        QApplication::sendEvent(strip(), &event);
    }
    QAction *action(const QString &words) const
    {
        for (QAction *action : child<QMenu>("eventsPage.times.menu")->actions()) {
            if (action->text() == words)
                return action;
        }
        return nullptr;
    }
};
