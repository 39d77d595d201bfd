// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/visitdivider.h"
#include "shownpage.h"
#include "views/widgets/colors.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

namespace {

/// A page whose last visit was just before the event of row `fresh` - 1 came.
struct Visited : ShownPage
{
    qint64 lastOld = 0;

    explicit Visited(int fresh)
    {
        lastOld = table()->idAt(fresh);
        page.setLastVisit(index.received(*index.positionOf(lastOld)));
    }
    QImage picture() const { return table()->viewport()->grab().toImage(); }
    /// The y at which a whole line of the accent colour lies at the left; -1 where there is none.
    int lineAt(const QImage &picture) const
    {
        const QRgb accent = views::colorsOf(table()->palette()).accent.rgb();
        for (int y = 0; y < picture.height(); ++y) {
            int x = 10;
            while (x < picture.width() / 2 && picture.pixel(x, y) == accent)
                ++x;
            if (x >= picture.width() / 2)
                return y;
        }
        return -1;
    }
    int lineAt() const { return lineAt(picture()); }
    /// Where it should be: at the end of the row above the first old one.
    int expected() const { return table()->rowViewportPosition(model.rowOf(lastOld)) - 1; }
    /// Pixels of the accent colour in the label's place.
    int labelPixels() const
    {
        const QImage shown = picture();
        const QRgb accent = views::colorsOf(table()->palette()).accent.rgb();
        int count = 0;
        for (int y = qMax(0, expected() - 5); y < qMin(shown.height(), expected() + 5); ++y) {
            for (int x = shown.width() - 100; x < shown.width() - 12; ++x)
                count += shown.pixel(x, y) == accent ? 1 : 0;
        }
        return count;
    }
};

class TestVisitDivider final : public QObject
{
    Q_OBJECT

private slots:
    void liesBetweenTheRows();
    void costsNoRow();
    void followsArrivingRows();
    void staysUnderTheEye();
    void isNotThereInAnotherOrder();
    void stayWhenColumnsMove();
    void saysWhatItMeans();
};

void TestVisitDivider::liesBetweenTheRows()
{
    Visited shown(7);
    QCOMPARE(shown.model.visitLine().row(), 7);
    QCOMPARE(shown.lineAt(), shown.expected());
    QVERIFY(shown.labelPixels() > 200);
    shown.table()->verticalScrollBar()->setValue(3);
    QCOMPARE(shown.lineAt(), shown.expected());
    shown.table()->verticalScrollBar()->setValue(50);
    QCOMPARE(shown.lineAt(), -1);
    shown.table()->verticalScrollBar()->setValue(0);
    shown.page.setLastVisit(std::nullopt);
    QCOMPARE(shown.lineAt(), -1);
}

void TestVisitDivider::costsNoRow()
{
    ShownPage plain;
    Visited shown(7);
    QCOMPARE(shown.table()->model()->rowCount(), plain.table()->model()->rowCount());
    for (int row = 0; row < 20; ++row)
        QCOMPARE(shown.table()->rowViewportPosition(row), plain.table()->rowViewportPosition(row));
}

void TestVisitDivider::followsArrivingRows()
{
    Visited shown(3);
    const int before = shown.lineAt();
    shown.index.append(shown.samples.arriving(4, 1));
    QTRY_COMPARE(shown.model.visitLine().row(), 7);
    QCOMPARE(shown.lineAt(), before + 4 * shown.table()->rowHeight(0));
    QCOMPARE(shown.lineAt(), shown.expected());
}

// With a row selected nothing moves, the line as little as the rows.
void TestVisitDivider::staysUnderTheEye()
{
    Visited shown(3);
    shown.table()->selectRow(5);
    const int before = shown.lineAt();
    shown.index.append(shown.samples.arriving(4, 1));
    QTRY_COMPARE(shown.model.visitLine().row(), 7);
    QCOMPARE(shown.lineAt(), before);
    QCOMPARE(shown.lineAt(), shown.expected());
}

void TestVisitDivider::isNotThereInAnotherOrder()
{
    Visited shown(7);
    shown.query.setOrder({ models::Order::Key::Received, false });
    shown.settle();
    QCOMPARE(shown.lineAt(), -1);
    shown.query.setOrder({});
    shown.settle();
    QCOMPARE(shown.lineAt(), shown.expected());
    shown.filter("nothing-has-this");
    shown.settle();
    QVERIFY(!views::visitDivider(shown.model));
}

// What is painted is moved with the columns; the label stays at the edge and leaves no second one.
void TestVisitDivider::stayWhenColumnsMove()
{
    Visited shown(7);
    const auto bar = shown.table()->horizontalScrollBar();
    shown.table()->setColumnWidth(models::EventsModel::Title, 1400);
    QTRY_VERIFY(bar->maximum() > 200);
    const int before = shown.labelPixels();
    for (const int place : { 40, 150, 60, 0 }) {
        bar->setValue(place);
        QCOMPARE(shown.lineAt(), shown.expected());
        QCOMPARE(shown.labelPixels(), before);
    }
}

void TestVisitDivider::saysWhatItMeans()
{
    Visited shown(7);
    const auto tip = [&shown](int y) {
        QToolTip::hideText();
        const QPoint at(60, y);
        QHelpEvent event(QEvent::ToolTip, at, shown.table()->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(shown.table()->viewport(), &event);
        return QToolTip::text();
    };
    QVERIFY(tip(shown.expected()).contains(u"since your last visit"));
    QVERIFY(tip(shown.expected() + 3).contains(u"since your last visit"));
    QVERIFY(!tip(shown.expected() - 12).contains(u"since your last visit"));
    const auto place = views::visitDivider(shown.model);
    QVERIFY(place && place->label.startsWith(u"Last visit"));
}

} // namespace

QTEST_MAIN(TestVisitDivider)
#include "visitdividertest.moc"
