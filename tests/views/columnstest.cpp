// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of the table of events: chosen, ordered, from the payload, two keys, kept and put back.
#include "shownpage.h"
#include "tests/support/fakepayload.h"
#include "views/desktop/calmstyle.h"
#include "views/pages/columnsdialog.h"

#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionHeader>

using models::EventsModel;
using models::Order;
using models::TableLayout;

namespace {

const QString url = QStringLiteral("data.affected_asset.url");

struct Shown : ShownPage
{
    FakePayload payload;

    Shown()
    {
        payload.byItself = true;
        model.setPayloadValues(payload);
    }
    views::ColumnHeader &header() const { return table()->columns(); }
    void click(int column, Qt::KeyboardModifiers modifiers = {})
    {
        const QPoint at(header().sectionViewportPosition(column) + 12, header().height() / 2);
        QTest::mouseClick(header().viewport(), Qt::LeftButton, modifiers, at);
        settle();
    }
    views::ColumnsDialog *dialog()
    {
        emit header().columnsRequested();
        return child<views::ColumnsDialog>("columnsDialog");
    }
};

QListWidgetItem *itemOf(const views::ColumnsDialog &dialog, const QString &text)
{
    auto *list = dialog.findChild<QListWidget *>(QStringLiteral("columnsDialog.list"));
    return list->findItems(text, Qt::MatchExactly).value(0);
}

} // namespace

class ColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void shiftAddsASecondKey()
    {
        Shown shown;
        shown.click(EventsModel::Severity);
        shown.click(EventsModel::Title, Qt::ShiftModifier);
        QCOMPARE(shown.query.order(),
                 (Order { Order::Key::Severity, true, Order::Part { Order::Key::Title, false } }));
        shown.click(EventsModel::Title, Qt::ShiftModifier); // turns
        QCOMPARE(shown.query.order().second->descending, true);
        shown.click(EventsModel::Severity, Qt::ShiftModifier); // the first turns, too, and stays
        QCOMPARE(shown.query.order().first(), (Order::Part { Order::Key::Severity, false }));
        QCOMPARE(shown.query.order().second->key, Order::Key::Title);
        shown.click(EventsModel::Title, Qt::ShiftModifier); // the third click ends it
        QVERIFY(!shown.query.order().second);
        shown.click(EventsModel::Asset, Qt::ShiftModifier);
        shown.click(EventsModel::Asset); // a click alone begins anew
        QCOMPARE(shown.query.order(), (Order { Order::Key::Asset, false }));
        QCOMPARE(shown.header().sortIndicatorSection(), int(EventsModel::Asset));
    }

    void bothKeysAreMarked()
    {
        Shown shown;
        const auto picture = [&shown] { return shown.header().grab().toImage(); };
        shown.click(EventsModel::Severity);
        const QImage one = picture();
        shown.query.setOrder({});
        QVERIFY(picture() != one); // the arrow
        shown.page.setTableLayout(*TableLayout::parse(shown.page.tableLayout().text().replace(
                QStringLiteral("sort=-received"), QStringLiteral("sort=-severity +title"))));
        QCOMPARE(shown.header().order().size(), 2);
        const QImage two = picture();
        QVERIFY(two != one);
        shown.query.setOrder(
                { Order::Key::Title, false, Order::Part { Order::Key::Severity, true } });
        QVERIFY(picture() != two); // the same arrows with other numbers
    }

    /// Nothing of a text in the header is cut off, and the arrow stands beside it.
    void headerTextsAreWhole()
    {
        Shown shown;
        QStyleOptionHeader option;
        option.initFrom(&shown.header());
        option.rect = QRect(0, 0, 200, shown.header().height());
        const views::CalmStyle style;
        const auto part = [&](QStyle::SubElement element) {
            return style.subElementRect(element, &option, &shown.header());
        };
        QVERIFY(part(QStyle::SE_HeaderLabel).height() >= option.fontMetrics.height() + 2);
        const int width = part(QStyle::SE_HeaderLabel).width();
        option.sortIndicator = QStyleOptionHeader::SortUp;
        const QRect arrow = part(QStyle::SE_HeaderArrow);
        QVERIFY(part(QStyle::SE_HeaderLabel).width() < width);
        QVERIFY(!part(QStyle::SE_HeaderLabel).intersects(arrow));
        QVERIFY(qAbs(arrow.center().y() - option.rect.center().y()) <= 1);
        // What is drawn reaches down to the lowest sign of the font.
        option.text = QStringLiteral("____");
        QImage image(option.rect.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        option.palette.setColor(QPalette::ButtonText, Qt::red);
        QPainter painter(&image);
        style.drawControl(QStyle::CE_Header, &option, &painter);
        painter.end();
        int red = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width() / 4; ++x)
                red += image.pixelColor(x, y).red() > image.pixelColor(x, y).blue() + 60 ? 1 : 0;
        }
        QVERIFY(red > 10);
        option.direction = Qt::RightToLeft;
        QVERIFY(part(QStyle::SE_HeaderArrow).left() < part(QStyle::SE_HeaderLabel).left());
    }

    void payloadColumnsAreFetchedAndNotSortable()
    {
        Shown shown;
        shown.page.showAsColumn(url);
        QCOMPARE(shown.model.paths(), QStringList { url });
        const int column = EventsModel::ColumnCount;
        QVERIFY(!shown.header().isSectionHidden(column));
        QTRY_COMPARE(shown.model.index(0, column).data().toString(),
                     FakePayload::valueOf(shown.model.idAt(0), url));
        // What is far below has not been asked for.
        const qint64 last = shown.model.idAt(shown.model.rowCount() - 1);
        for (const FakePayload::Call &call : shown.payload.calls)
            QVERIFY(!call.ids.contains(last));
        const Order before = shown.query.order();
        shown.click(column);
        QCOMPARE(shown.query.order(), before);
        QCOMPARE(shown.header().sortIndicatorSection(), -1);
        shown.page.showAsColumn(url); // once is enough
        shown.page.showAsColumn(QStringLiteral("no..path"));
        QCOMPARE(shown.model.paths(), QStringList { url });
    }

    void valueOfTheRawBodyBecomesAColumn()
    {
        Shown shown;
        models::ValueRef value;
        value.field = { models::Field::Path, QString(QStringLiteral("event.") + url) };
        value.value = QStringLiteral("x");
        value.text = value.value;
        shown.page.showValueMenu(value, shown.page.mapToGlobal(QPoint(50, 50)));
        auto *column = shown.child<QAction>("eventsPage.showAsColumn");
        QVERIFY(column);
        column->trigger();
        QCOMPARE(shown.model.paths(), QStringList { url });
    }

    void dialogChooses()
    {
        Shown shown;
        views::ColumnsDialog *dialog = shown.dialog();
        QVERIFY(dialog && dialog->isVisible());
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(itemOf(*dialog, QStringLiteral("Hosted on"))->checkState(), Qt::Unchecked);
        QCOMPARE(itemOf(*dialog, QStringLiteral("Title"))->checkState(), Qt::Checked);

        auto *search = dialog->findChild<QLineEdit *>(QStringLiteral("columnsDialog.search"));
        QTest::keyClicks(search, QStringLiteral("hosted"));
        QVERIFY(itemOf(*dialog, QStringLiteral("Title"))->isHidden());
        itemOf(*dialog, QStringLiteral("Hosted on"))->setCheckState(Qt::Checked);
        search->clear();
        itemOf(*dialog, QStringLiteral("Product"))->setCheckState(Qt::Unchecked);

        // By the keyboard to the front.
        list->setCurrentItem(itemOf(*dialog, QStringLiteral("Severity")));
        QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(list->item(0)->text(), QStringLiteral("Severity"));

        auto *path = dialog->findChild<QLineEdit *>(QStringLiteral("columnsDialog.path"));
        auto *add = dialog->findChild<QPushButton *>(QStringLiteral("columnsDialog.addPath"));
        auto *problem = dialog->findChild<QLabel *>(QStringLiteral("columnsDialog.problem"));
        QTest::keyClicks(path, QStringLiteral("a..b"));
        QVERIFY(!add->isEnabled() && problem->isVisible());
        path->clear();
        QTest::keyClicks(path, url);
        QVERIFY(add->isEnabled() && !problem->isVisible());
        QTest::keyClick(path, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QCOMPARE(itemOf(*dialog, url)->checkState(), Qt::Checked);

        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("columnsDialog.ok")),
                          Qt::LeftButton);
        QVERIFY(!shown.header().isSectionHidden(EventsModel::HostedOn));
        QVERIFY(shown.header().isSectionHidden(EventsModel::Product));
        QCOMPARE(shown.header().logicalIndex(0), int(EventsModel::Severity));
        QCOMPARE(shown.model.paths(), QStringList { url });

        QTRY_VERIFY(!shown.child<views::ColumnsDialog>("columnsDialog"));
        dialog = shown.dialog();
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("columnsDialog.reset")),
                          Qt::LeftButton);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("columnsDialog.ok")),
                          Qt::LeftButton);
        QVERIFY(shown.model.paths().isEmpty());
        QVERIFY(shown.header().isSectionHidden(EventsModel::HostedOn));
        QVERIFY(!shown.header().isSectionHidden(EventsModel::Title));
        QCOMPARE(shown.header().logicalIndex(0), int(EventsModel::Time));
    }

    /// As a list view does it that moves within itself: the row goes before another.
    void draggedInTheDialog()
    {
        Shown shown;
        views::ColumnsDialog *dialog = shown.dialog();
        auto *list = dialog->findChild<QListWidget *>();
        QCOMPARE(list->dragDropMode(), QAbstractItemView::InternalMove);
        QAbstractItemModel &rows = *list->model();
        const auto drag = [&](const QString &name, int before) {
            QVERIFY(itemOf(*dialog, name)->flags().testFlag(Qt::ItemIsDragEnabled));
            QVERIFY(!itemOf(*dialog, name)->flags().testFlag(Qt::ItemIsDropEnabled));
            QVERIFY(rows.moveRow({}, list->row(itemOf(*dialog, name)), {}, before));
        };
        itemOf(*dialog, QStringLiteral("Policy"))->setCheckState(Qt::Checked);
        drag(QStringLiteral("Policy"), 0);
        drag(QStringLiteral("Time"), 3);
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("columnsDialog.ok")),
                          Qt::LeftButton);
        QCOMPARE(TableLayout::columnsText(shown.page.tableLayout().columns)
                         .split(u' ')
                         .first(4)
                         .join(u' '),
                 QStringLiteral("+policy severity time status"));
    }

    void dialogNeedsOneColumn()
    {
        Shown shown;
        views::ColumnsDialog *dialog = shown.dialog();
        auto *list = dialog->findChild<QListWidget *>();
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setCheckState(Qt::Unchecked);
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("columnsDialog.ok"))->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!shown.header().isSectionHidden(EventsModel::Title));
    }

    void layoutComesBack()
    {
        TableLayout kept;
        {
            Shown shown;
            QSignalSpy changed(&shown.page, &views::EventsPage::tableLayoutChanged);
            shown.page.showAsColumn(url);
            shown.header().resizeSection(EventsModel::Asset, 222); // as a drag does
            shown.header().moveSection(shown.header().visualIndex(EventsModel::Title), 0);
            shown.click(EventsModel::Severity);
            shown.click(EventsModel::Time, Qt::ShiftModifier);
            QVERIFY(changed.size() >= 4);
            kept = shown.page.tableLayout();
        }
        const auto read = TableLayout::parse(kept.text());
        QVERIFY2(read, qPrintable(kept.text()));
        Shown shown;
        shown.page.setTableLayout(*read);
        QCOMPARE(shown.page.tableLayout(), kept);
        QCOMPARE(shown.header().sectionSize(EventsModel::Asset), 222);
        QCOMPARE(shown.header().logicalIndex(0), int(EventsModel::Title));
        QCOMPARE(shown.query.order().second->key, Order::Key::Time);
        QCOMPARE(shown.model.paths(), QStringList { url });
        // And away again.
        shown.page.setTableLayout(Shown().page.tableLayout());
        QVERIFY(shown.model.paths().isEmpty());
        QCOMPARE(shown.query.order(), Order {});
        QCOMPARE(shown.header().logicalIndex(0), int(EventsModel::Time));
    }

    void compareAsksForTwoOrOne()
    {
        Shown shown;
        QSignalSpy asked(&shown.page, &views::EventsPage::compareRequested);
        QSignalSpy hinted(&shown.page, &views::EventsPage::hinted);
        shown.table()->setFocus();
        QTest::keyClick(shown.table(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(hinted.size(), 1);
        shown.table()->selectRow(2);
        QTest::keyClick(shown.table(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(asked.takeFirst(),
                 (QVariantList { shown.table()->idAt(2), QVariant::fromValue<qint64>(0) }));
        QTest::keyClick(shown.table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(shown.table(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(asked.takeFirst(),
                 (QVariantList { shown.table()->idAt(2), shown.table()->idAt(3) }));
    }
};

QTEST_MAIN(ColumnsTest)
#include "columnstest.moc"
