// SPDX-License-Identifier: GPL-3.0-or-later
// What the table of users says in its cells, and that it is seen.
#include "models/items/accessmodel.h"
#include "shownusers.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>

using models::AccessModel;
using Shown = ShownUsers;

namespace {

class TestAccessCells final : public QObject
{
    Q_OBJECT

private slots:
    void marksHaveWordsInTheTable();
    void rolesAreWords();
    void aMarkedUserComesIntoSight();
};

void TestAccessCells::marksHaveWordsInTheTable()
{
    Shown shown(0);
    Users users(shown);
    tellStory(users);
    QCOMPARE(shown.cell(0, AccessModel::Marks), QStringLiteral("Signed in after 5 failures"));
    QCOMPARE(shown.cell(1, AccessModel::Marks), QString());
    // Bob is made a manager, and then many issues are closed: two marks.
    users.add("UPDATED", "bob@example.com", "MANAGER", "root@example.com");
    users.tell();
    models::EventBatch batch;
    for (int i = 0; i < AccessModel::manyClosures; ++i)
        batch.rows.push_back(closure(shown, i));
    batch.terms = shown.stream.batch({}).terms;
    shown.feed(batch);
    const int row = shown.rowWith(AccessModel::Login, QStringLiteral("bob@example.com"));
    QCOMPARE(shown.cell(row, AccessModel::Marks), QStringLiteral("Signed in after 5 failures +1"));
    const QModelIndex cell = shown.table()->model()->index(row, AccessModel::Marks);
    const QString whole = cell.data(Qt::ToolTipRole).toString();
    QVERIFY2(whole.contains(QStringLiteral("after 5 failures in a row")), qPrintable(whole));
    QVERIFY2(whole.contains(QStringLiteral("5 issues were closed")), qPrintable(whole));
    QCOMPARE(whole.count(u'\n'), 1);
    // Its words have room beside everything else.
    shown.page->resize(1920, 900);
    QTRY_VERIFY(shown.table()->columnWidth(AccessModel::Marks)
                > shown.page->fontMetrics().horizontalAdvance(cell.data().toString()) + 14);
}

void TestAccessCells::rolesAreWords()
{
    Shown shown(0);
    Users users(shown);
    tellStory(users);
    users.add("CREATED", "kim@example.com", "RELEASE_ENGINEER", "root@example.com");
    users.tell();
    const auto rowOf = [&shown](const char *login) {
        return shown.rowWith(AccessModel::Login, QString::fromLatin1(login));
    };
    QCOMPARE(shown.cell(rowOf("ada@example.com"), AccessModel::Role), QStringLiteral("Manager"));
    QCOMPARE(shown.cell(rowOf("eve@example.com"), AccessModel::Role), QStringLiteral("Developer"));
    // What nobody knows is shown as the portal writes it.
    QCOMPARE(shown.cell(rowOf("kim@example.com"), AccessModel::Role),
             QStringLiteral("RELEASE_ENGINEER"));
    // The clipboard gets the portal's word.
    const QModelIndex cell =
            shown.table()->model()->index(rowOf("ada@example.com"), AccessModel::Role);
    emit shown.table()->customContextMenuRequested(shown.table()->visualRect(cell).center());
    auto *menu = shown.page->findChild<QMenu *>(QStringLiteral("accessPage.menu"));
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == QStringLiteral("Copy value"))
            action->trigger();
    }
    menu->close();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("MANAGER"));
    shown.table()->selectRow(cell.row());
    shown.table()->copySelection();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("MANAGER")));
    // Both are found.
    models::BoardFilter filter;
    for (const char *text : { "MANAGER", "manager", "Manager", "RELEASE_" }) {
        filter.text = QString::fromLatin1(text);
        shown.page->query().setFilter(filter);
        QCOMPARE(shown.rows(), 1);
    }
}

// The table stays at its top, where nobody looks at anything that should stay.
void TestAccessCells::aMarkedUserComesIntoSight()
{
    Shown shown(2000);
    QVERIFY(shown.table()->verticalScrollBar()->maximum() > 0);
    QCOMPARE(shown.table()->verticalScrollBar()->value(), 0);
    Users users(shown);
    tellStory(users);
    QCOMPARE(shown.rowWith(AccessModel::Login, QStringLiteral("bob@example.com")), 0);
    QCOMPARE(shown.table()->verticalScrollBar()->value(), 0);
    // Scrolled away, what one looks at stays.
    shown.table()->verticalScrollBar()->setValue(20);
    const qint64 top = shown.table()->idAt(20);
    for (int i = 0; i < models::PortalUser::manyFailures; ++i)
        users.add("LOGIN_FAILED", "mal@example.com", "203.0.113.9");
    users.add("LOGIN_SUCCESSFUL", "mal@example.com", "203.0.113.9");
    users.tell();
    QCOMPARE(shown.table()->idAt(shown.table()->verticalScrollBar()->value()), top);
}

} // namespace

QTEST_MAIN(TestAccessCells)
#include "accesscellstest.moc"
