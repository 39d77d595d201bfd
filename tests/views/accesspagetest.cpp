// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/filter.h"
#include "models/items/accessmodel.h"
#include "models/items/timelinemodel.h"
#include "shownusers.h"
#include "views/detail/textblock.h"
#include "views/widgets/newrowspill.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using models::AccessModel;
using Shown = ShownUsers;

namespace {

class TestAccessPage final : public QObject
{
    Q_OBJECT

private slots:
    void saysThatNobodyIsKnown();
    void marksComeFirstAndSayWhy();
    void facetsAndSearchNarrow();
    void tellsTheHistory();
    void arrivalsShowAtOnce();
    void aNewManagerAndClosures();
    void leadsToTheEvents();
};

void TestAccessPage::saysThatNobodyIsKnown()
{
    Shown shown(0);
    QCOMPARE(shown.source.starts, 1);
    QCOMPARE(shown.empty()->title(), QStringLiteral("Working out who has access"));
    shown.source.feed({});
    QCOMPARE(shown.empty()->title(), QStringLiteral("No user of the portal yet"));
    QVERIFY(shown.empty()->isVisible());
}

void TestAccessPage::marksComeFirstAndSayWhy()
{
    Shown shown(0);
    Users users(shown);
    tellStory(users);
    const QAbstractItemModelTester tester(shown.table()->model());
    QCOMPARE(shown.rows(), 3);
    QVERIFY2(shown.count().contains(QStringLiteral("Seen since")), qPrintable(shown.count()));
    QCOMPARE(shown.cell(0, AccessModel::Login), QStringLiteral("bob@example.com"));
    QCOMPARE(shown.cell(0, AccessModel::LastSignInFrom), QStringLiteral("203.0.113.7"));
    QCOMPARE(shown.cell(0, AccessModel::Failures), QStringLiteral("5"));
    shown.table()->selectRow(0);
    auto *marks = shown.child<views::TextBlock>(QStringLiteral("details.marks"));
    QVERIFY(marks->isVisible());
    QVERIFY2(marks->toPlainText().contains(QStringLiteral("5 failures in a row")),
             qPrintable(marks->toPlainText()));
    shown.table()->selectRow(1);
    QVERIFY(!marks->isVisible());
}

void TestAccessPage::facetsAndSearchNarrow()
{
    Shown shown(0);
    Users users(shown);
    tellStory(users);
    QAbstractItemModel *marked = shown.facet(0);
    QTRY_COMPARE(marked->rowCount(), 1);
    QVERIFY(marked->setData(marked->index(0, 0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(shown.rows(), 1);
    QVERIFY(marked->setData(marked->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(shown.facet(1)->rowCount(), 3); // active, deleted, not known
    auto *search = shown.child<QLineEdit>(QStringLiteral("search"));
    QTest::keyClicks(search, QStringLiteral("203.0.113"));
    QTRY_COMPARE(shown.rows(), 1);
    shown.press(Qt::Key_Escape);
    QCOMPARE(shown.rows(), 3);
}

void TestAccessPage::tellsTheHistory()
{
    Shown shown(0);
    Users users(shown);
    tellStory(users);
    shown.table()->selectRow(shown.rowWith(AccessModel::Login, QStringLiteral("eve@example.com")));
    const QAbstractItemModel *lines =
            shown.child<QListView>(QStringLiteral("details.lines"))->model();
    QCOMPARE(lines->rowCount(), 2);
    QCOMPARE(lines->index(0, 0).data().toString(), QStringLiteral("Deleted"));
    QCOMPARE(lines->index(0, 0).data(models::TimelineModel::MoreRole).toString(),
             QStringLiteral("by ada@example.com"));
    QCOMPARE(lines->index(1, 0).data().toString(), QStringLiteral("Created"));
}

void TestAccessPage::arrivalsShowAtOnce()
{
    Shown shown(0);
    Users users(shown);
    tellStory(users);
    const QAbstractItemModelTester tester(shown.table()->model());
    shown.table()->selectRow(shown.rowWith(AccessModel::Login, QStringLiteral("ada@example.com")));
    const QAbstractItemModel *lines =
            shown.child<QListView>(QStringLiteral("details.lines"))->model();
    QCOMPARE(lines->rowCount(), 1);
    users.add("LOGIN_FAILED", "ada@example.com", "198.51.100.1");
    users.add("LOGIN_FAILED", "new@example.com", "198.51.100.1");
    users.tell();
    QCOMPARE(shown.rows(), 4);
    // Nobody asked for the newest: where the row stands is a matter of the order.
    QVERIFY(!shown.table()->findChild<views::NewRowsPill *>()->isVisible());
    QCOMPARE(lines->rowCount(), 2);
    QCOMPARE(lines->index(0, 0).data().toString(), QStringLiteral("Sign-in failed"));
    QCOMPARE(lines->index(0, 0).data(models::TimelineModel::MoreRole).toString(),
             QStringLiteral("from 198.51.100.1"));
}

// The closures come in events of issues: the manager is marked although no event of theirs came.
void TestAccessPage::aNewManagerAndClosures()
{
    Shown shown(0);
    Users users(shown);
    tellStory(users);
    const auto marks = [&shown] {
        const int row = shown.rowWith(AccessModel::Login, QStringLiteral("ada@example.com"));
        return shown.cell(row, AccessModel::Marks);
    };
    QCOMPARE(marks(), QString());
    models::EventBatch batch;
    for (int i = 0; i < AccessModel::manyClosures; ++i)
        batch.rows.push_back(closure(shown, i));
    batch.terms = shown.stream.batch({}).terms;
    shown.feed(batch);
    QCOMPARE(marks(), QStringLiteral("New manager, 5 closures"));
}

void TestAccessPage::leadsToTheEvents()
{
    Shown shown(0);
    Users users(shown);
    tellStory(users);
    shown.table()->selectRow(0);
    const QSignalSpy events(shown.page.get(), &views::BoardPage::eventsRequested);
    shown.child<QPushButton>(QStringLiteral("details.events"))->click();
    QCOMPARE(events.count(), 1);
    const QString filter = events.at(0).at(0).toString();
    QVERIFY2(models::Filter::parse(filter).filter, qPrintable(filter));
    QVERIFY(filter.startsWith(QStringLiteral("subject:")));
    QVERIFY(filter.contains(QStringLiteral("bob@example.com")));
    shown.press(Qt::Key_O);
    QCOMPARE(events.count(), 2);
}

} // namespace

QTEST_MAIN(TestAccessPage)
#include "accesspagetest.moc"
