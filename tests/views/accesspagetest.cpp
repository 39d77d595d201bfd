// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/accesspage.h"
#include "models/index/filter.h"
#include "models/items/accessmodel.h"
#include "models/items/timelinemodel.h"
#include "shownboard.h"
#include "views/detail/textblock.h"
#include "views/widgets/newrowspill.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using models::AccessModel;
using Shown = ShownBoard<views::AccessPage>;

namespace {

constexpr qint64 start = 1'790'000'000'000;

/// Events of users, one after the other.
class Users final
{
public:
    explicit Users(Shown &shown) : m_shown(shown) { }

    void add(const char *verb, const char *login, const char *detail, const char *actor = "")
    {
        models::EventRow row;
        row.id = ++m_id;
        row.time = start + m_id * 60'000;
        row.received = row.time;
        row.family = models::Family::PortalUser;
        row.type = term(QByteArray("MOBILE_SECURE__USER_") + verb);
        row.subject = term(login);
        row.detail = term(detail);
        row.actor = term(actor);
        m_rows.push_back(row);
    }
    void tell()
    {
        models::EventBatch batch = m_shown.stream.batch({});
        batch.rows = std::exchange(m_rows, {});
        m_shown.feed(batch);
    }

private:
    models::TermId term(const QByteArray &text)
    {
        return m_shown.stream.term(QString::fromLatin1(text));
    }

    Shown &m_shown;
    qint64 m_id = 10'000;
    std::vector<models::EventRow> m_rows;
};

/// Ada is made a manager, Bob guesses his way in, Eve leaves.
void tellStory(Users &users)
{
    users.add("CREATED", "ada@example.com", "MANAGER", "root@example.com");
    for (int i = 0; i < models::PortalUser::manyFailures; ++i)
        users.add("LOGIN_FAILED", "bob@example.com", "203.0.113.7");
    users.add("LOGIN_SUCCESSFUL", "bob@example.com", "203.0.113.7");
    users.add("CREATED", "eve@example.com", "DEVELOPER", "root@example.com");
    users.add("DELETED", "eve@example.com", "", "ada@example.com");
    users.tell();
}

/// An issue that is closed without a fix.
models::EventRow closure(Shown &shown, int number)
{
    models::EventRow row;
    row.id = 20'000 + number;
    row.time = row.received = start + (10'020 + number) * 60'000;
    row.family = models::Family::PolicyViolation;
    row.subject = shown.stream.term(QStringLiteral("violation-%1").arg(number));
    row.type = shown.stream.term(QStringLiteral("API_SECURE__POLICY_VIOLATION_CLOSED"));
    row.statusWord = shown.stream.term(QStringLiteral("WONT_FIX"));
    row.status = models::Status::Accepted;
    return row;
}

class TestAccessPage final : public QObject
{
    Q_OBJECT

private slots:
    void saysThatNobodyIsKnown();
    void marksComeFirstAndSayWhy();
    void marksHaveWordsInTheTable();
    void rolesAreWords();
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

void TestAccessPage::marksHaveWordsInTheTable()
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

void TestAccessPage::rolesAreWords()
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
