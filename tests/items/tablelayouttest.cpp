// SPDX-License-Identifier: GPL-3.0-or-later
// The layout of a table as text: what is kept of it comes back, and nothing else is taken.
#include "models/items/tablelayout.h"
#include "models/items/eventcolumn.h"

#include <QRandomGenerator>
#include <QTest>

using namespace models;
using Shown = TableLayout::Shown;

class TableLayoutTest final : public QObject
{
    Q_OBJECT
private slots:
    void readsAsPeopleReadIt()
    {
        TableLayout layout;
        layout.columns = { { QStringLiteral("time"), Shown::Auto, 0 },
                           { QStringLiteral("title"), Shown::Always, 320 },
                           { QStringLiteral("product"), Shown::Never, 0 },
                           { QStringLiteral(".data.affected_asset.url"), Shown::Auto, 200 } };
        layout.order = { Order::Key::Severity, true, Order::Part { Order::Key::Time, false } };
        QCOMPARE(layout.text(),
                 QStringLiteral("columns=time +title:320 -product .data.affected_asset.url:200; "
                                "sort=-severity +time"));
        QCOMPARE(TableLayout::parse(layout.text()).value(), layout);
        QCOMPARE(layout.paths(), QStringList { QStringLiteral("data.affected_asset.url") });
    }

    void anythingComesBack()
    {
        QRandomGenerator random(7);
        const QStringList odd { QStringLiteral("data.a b"),   QStringLiteral("x:y;z"),
                                QStringLiteral("größe.%20"),  QStringLiteral("a=b.c,d"),
                                QStringLiteral("a\\.b.c"),    QStringLiteral("+-.1"),
                                QStringLiteral("data.list.0") };
        for (int round = 0; round < 300; ++round) {
            TableLayout layout;
            for (int column = 0; column < eventColumnCount; ++column) {
                if (random.bounded(2) == 0)
                    layout.columns += { factsOf(EventColumn(column)).name, Shown(random.bounded(3)),
                                        random.bounded(3) == 0 ? 1 + random.bounded(4000) : 0 };
            }
            for (const QString &path : odd) {
                if (random.bounded(3) == 0)
                    layout.columns += { QString(u'.' + path), Shown::Auto, 0 };
            }
            layout.columns += { QStringLiteral(".always"), Shown::Always, 0 };
            std::shuffle(layout.columns.begin(), layout.columns.end(), random);
            layout.order.key = Order::Key(random.bounded(Order::keyCount));
            layout.order.descending = random.bounded(2) == 0;
            if (random.bounded(2) == 0)
                layout.order.second = Order::Part { Order::Key(random.bounded(Order::keyCount)),
                                                    random.bounded(2) == 0 };
            const auto read = TableLayout::parse(layout.text());
            QVERIFY2(read, qPrintable(layout.text()));
            QCOMPARE(*read, layout);
        }
    }

    void laterNamesAreLeftOut()
    {
        const auto read =
                TableLayout::parse(QStringLiteral("columns=time mood:90 title; sort=-received"));
        QVERIFY(read);
        QCOMPARE(read->columns.size(), 2);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("no sort") << QStringLiteral("columns=time");
        QTest::newRow("no columns") << QStringLiteral("columns=; sort=-time");
        QTest::newRow("all hidden") << QStringLiteral("columns=-time; sort=-time");
        QTest::newRow("twice") << QStringLiteral("columns=time time; sort=-time");
        QTest::newRow("width") << QStringLiteral("columns=time:wide; sort=-time");
        QTest::newRow("too wide") << QStringLiteral("columns=time:99999; sort=-time");
        QTest::newRow("no path") << QStringLiteral("columns=.a..b; sort=-time");
        QTest::newRow("unseen") << QStringLiteral("columns=.a%0Ab; sort=-time");
        QTest::newRow("no direction") << QStringLiteral("columns=time; sort=time");
        QTest::newRow("no such key") << QStringLiteral("columns=time; sort=-mood");
        QTest::newRow("three keys") << QStringLiteral("columns=time; sort=-time +title -asset");
        QTest::newRow("too long") << QString(QStringLiteral("columns=time; sort=-time")
                                             + QString(20'000, u' '));
        QTest::newRow("too many paths") << [] {
            QString text = QStringLiteral("columns=");
            for (int i = 0; i < 17; ++i)
                text += QStringLiteral(".p%1 ").arg(i);
            return QString(text + QStringLiteral("; sort=-time"));
        }();
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!TableLayout::parse(text));
    }
};

QTEST_GUILESS_MAIN(TableLayoutTest)
#include "tablelayouttest.moc"
