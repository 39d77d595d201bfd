// SPDX-License-Identifier: GPL-3.0-or-later
// Makes pictures of the pages of issues, assets and access in their states, and of the menu with
// which one decides about issues from the events: issueshots FOLDER [STATE...].
#include "models/index/eventrow.h"
#include "shots.h"
#include "shownacts.h"
#include "shownboard.h"
#include "shownissues.h"
#include "views/baseline/baselinedialog.h"
#include "views/mainwindow.h"
#include "views/pages/accesspage.h"
#include "views/pages/assetspage.h"
#include "views/pages/triagedialog.h"
#include "views/since/sincedialog.h"
#include "views/widgets/filteredit.h"

#include <QAbstractButton>
#include <QMenu>
#include <QPainter>
#include <QTest>

#include <type_traits>

namespace {

void decide(ShownIssues &shown)
{
    const auto event = [&shown](int row) {
        return shown.table()
                ->model()
                ->index(row, 0)
                .data(models::IssuesModel::EventRole)
                .toLongLong();
    };
    models::TriageAct what;
    what.kind = models::ActKind::Acknowledge;
    what.text = QStringLiteral("Known; goes with the next release");
    what.until = models::now() + std::chrono::days(30);
    shown.desk.act(what, { event(1), event(3) });
    what.kind = models::ActKind::Assign;
    what.text = QStringLiteral("grace");
    what.until.reset();
    shown.desk.act(what, { event(1), event(2) });
    what.kind = models::ActKind::Snooze;
    what.text.clear();
    what.end = models::SnoozeEnd::NextEvent;
    shown.desk.act(what, { event(4) });
    what.kind = models::ActKind::Note;
    what.text = QStringLiteral("Asked the owners of the service; answer by Friday");
    shown.desk.act(what, { event(1) });
    (void)QTest::qWaitFor([&shown] { return shown.journal.held.size() == 4; });
}

/// Somebody who guesses, then gets in.
void guess(ShownBoard<views::AccessPage> &shown)
{
    models::EventBatch batch = shown.stream.batch({});
    constexpr int failures = 7;
    for (int i = 0; i <= failures; ++i) {
        models::EventRow row;
        row.id = 100'000 + i;
        row.time = row.received = 1'703'000'000'000 + i * 60'000;
        row.family = models::Family::PortalUser;
        row.type = shown.stream.term(
                i < failures ? QStringLiteral("MOBILE_SECURE__USER_LOGIN_FAILED")
                             : QStringLiteral("MOBILE_SECURE__USER_LOGIN_SUCCESSFUL"));
        row.subject = shown.stream.term(QStringLiteral("grace.hopper@example.com"));
        row.detail = shown.stream.term(QStringLiteral("203.0.113.77"));
        batch.rows.push_back(row);
    }
    batch.terms = shown.stream.batch({}).terms;
    shown.feed(batch);
}

/// One of the pages of boards; `part` is what the state says behind its name.
template<typename PageOfBoard> void shootBoard(const Shot &shot, const QString &part)
{
    ShownBoard<PageOfBoard> shown(part == QLatin1String("loading") ? 0 : 2000);
    if constexpr (std::is_same_v<PageOfBoard, views::AccessPage>)
        guess(shown);
    views::MainWindow window;
    PageOfBoard *page = shown.page.release(); // the window's now
    window.addPage(page, QStringLiteral("Board"), QLatin1String("assets"));
    window.addPage(new QWidget, QStringLiteral("Access"), QLatin1String("access"));
    window.resize(shot.size);
    window.show();
    (void)QTest::qWaitForWindowExposed(&window);
    if (part == QLatin1String("detail"))
        page->template findChild<views::EventTable *>()->selectRow(0);
    if (part == QLatin1String("empty")) {
        models::BoardFilter filter;
        filter.text = QStringLiteral("nothing like it");
        page->query().setFilter(filter);
    }
    QTest::qWait(400); // facets count at most four times a second
    window.grab().save(shot.file());
}

void shootSince(const Shot &shot)
{
    ShownIssues shown(900);
    models::Instant last {};
    for (const tests::StreamEvent &event : shown.events)
        last = std::max(last, event.time);
    views::SinceDialog dialog(
            { shown.source, shown.keeper, shown.index, {}, last - std::chrono::days(8) });
    dialog.show();
    (void)QTest::qWaitForWindowExposed(&dialog);
    QTest::qWait(200);
    dialog.grab().save(shot.file());
}

/// What a list says of which every other open issue is missing, and some ids nobody knows.
void shootBaseline(const Shot &shot)
{
    ShownIssues shown(900);
    const auto compared = std::make_shared<models::ComparedBaseline>();
    compared->file = QStringLiteral("open-issues.csv");
    compared->boards = shown.keeper.boards();
    const models::IssueBoard &board = compared->boards.issues();
    for (quint32 place = 0; place < board.size(); place += 2) {
        models::BaselineEntry entry;
        entry.id = shown.index.text(board.state(place).subject);
        compared->list.entries.push_back(entry);
    }
    for (int i = 0; i < 6; ++i) {
        models::BaselineEntry entry;
        entry.id = QStringLiteral("unknown-%1").arg(i);
        entry.title = QStringLiteral("Server certificate expires in less than 30 days");
        entry.asset = QStringLiteral("checkout-%1.example.com").arg(i);
        entry.severityWord = i < 2 ? QStringLiteral("URGENT") : QStringLiteral("IMPORTANT");
        compared->list.entries.push_back(entry);
    }
    compared->found = models::compareBaseline(
            compared->list, board, [&](models::TermId term) { return shown.index.text(term); });
    views::BaselineDialog dialog(shown.index);
    dialog.show();
    (void)QTest::qWaitForWindowExposed(&dialog);
    dialog.grab().save(shot.file(QStringLiteral("baseline-empty")));
    dialog.showResult(compared);
    QTest::qWait(100);
    dialog.grab().save(shot.file());
}

/// The table of events with its menu; `part`: the menu of what has an issue, of what has none, of
/// one in a store that cannot be written, or what is said afterwards.
void shootActs(const Shot &shot, const QString &part)
{
    ShownActs shown(900);
    shown.page.resize(shot.size);
    shown.journal.setWritable(part != QLatin1String("closed"));
    const std::vector<qint64> its = shown.busiest();
    if (part == QLatin1String("none"))
        shown.select({ shown.withoutIssue() });
    else
        shown.select(its);
    const QModelIndex cell =
            shown.table().currentIndex().siblingAtColumn(models::EventsModel::Title);
    shown.table().scrollTo(cell, QAbstractItemView::PositionAtCenter);
    QTest::qWait(300);
    if (part == QLatin1String("done")) {
        shown.page.findChild<QAction *>(QStringLiteral("eventsPage.snoozeMenu"))
                ->menu()
                ->actions()
                .constFirst()
                ->trigger();
    } else {
        emit shown.table().customContextMenuRequested(shown.table().visualRect(cell).center());
    }
    QTest::qWait(600); // facets count at most four times a second
    QPixmap picture = shown.page.grab();
    QPainter painter(&picture);
    for (auto *menu : shown.page.findChildren<QMenu *>()) {
        if (!menu->isVisible())
            continue;
        painter.drawPixmap(shown.page.mapFromGlobal(menu->pos()), menu->grab());
        menu->close();
    }
    painter.end();
    picture.save(shot.file());
}

/// What stands in the search box in a state; empty: nothing.
QString writtenIn(const QString &state)
{
    if (state == QLatin1String("language"))
        return QStringLiteral("severity>=high (is:overdue or is:regression) -type:cloud");
    if (state == QLatin1String("wrong"))
        return QStringLiteral("severity>=high actor:bob certificate");
    if (state == QLatin1String("names"))
        return QStringLiteral("severity>=high op");
    return state == QLatin1String("values") ? QStringLiteral("severity>=high is:") : QString();
}

void type(views::IssuesPage &page, const QString &written)
{
    auto *box = page.findChild<views::FilterEdit *>();
    page.window()->activateWindow();
    (void)QTest::qWaitForWindowActive(page.window());
    box->setFocus();
    QTest::keyClicks(box, written);
    const bool offers = written.endsWith(u':') || written.endsWith(QLatin1String("op"));
    if (!offers)
        QTest::keyClick(box, Qt::Key_Return);
    QTest::qWait(600);
}

/// What matches nothing in a state: one clause is to blame, or two together; empty: none.
QString clausesOf(const QString &state)
{
    if (state == QLatin1String("empty"))
        return QStringLiteral("severity>=low \"nothing like it\"");
    if (state == QLatin1String("together"))
        return QStringLiteral("severity>=low (\"nothing like it\" or \"nor this\") \"nor that\"");
    return {};
}

void shoot(const Shot &shot)
{
    if (shot.state == QLatin1String("baseline"))
        return shootBaseline(shot);
    if (shot.state == QLatin1String("since"))
        return shootSince(shot);
    const QString part = shot.state.section(u'-', 1);
    if (shot.state.startsWith(QLatin1String("assets-")))
        return shootBoard<views::AssetsPage>(shot, part);
    if (shot.state.startsWith(QLatin1String("access-")))
        return shootBoard<views::AccessPage>(shot, part);
    if (shot.state.startsWith(QLatin1String("acts-")))
        return shootActs(shot, part);
    ShownIssues shown(shot.state == QLatin1String("loading") ? 0 : 600);
    views::MainWindow window;
    views::IssuesPage *page = shown.page.release(); // the window's now
    window.addPage(page, QStringLiteral("Issues"), QLatin1String("issues"));
    window.resize(shot.size);
    window.show();
    (void)QTest::qWaitForWindowExposed(&window);
    auto *table = page->findChild<views::EventTable *>();
    shown.page.reset(page);
    if (shot.state == QLatin1String("detail") || shot.state == QLatin1String("dialog")) {
        decide(shown);
        table->selectRow(1);
    }
    if (shot.state == QLatin1String("rule")) {
        auto *way = page->findChild<QAbstractButton *>(QStringLiteral("issuePane.sameRule"));
        for (int row = 0; row < table->model()->rowCount() && !way->isVisible(); ++row)
            table->selectRow(row);
        way->click();
        table->selectRow(0);
    }
    if (const QString clauses = clausesOf(shot.state); !clauses.isEmpty()) {
        models::IssueFilter filter = page->query().filter();
        filter.expression = *models::Filter::parse(clauses, models::FilterScope::IssuesOnly).filter;
        page->query().setFilter(filter);
    }
    if (const QString written = writtenIn(shot.state); !written.isEmpty())
        type(*page, written);
    QTest::qWait(100);
    if (shot.state == QLatin1String("dialog")) {
        QTest::keyClick(table, Qt::Key_A);
        QTest::qWait(100);
        if (auto *dialog = page->findChild<views::TriageDialog *>())
            dialog->grab().save(shot.file());
        shown.page.release();
        return;
    }
    window.grab().save(shot.file());
    shown.page.release();
}

} // namespace

int main(int argc, char **argv)
{
    return makeShots(argc, argv, "issueshots",
                     { QStringLiteral("list"),          QStringLiteral("detail"),
                       QStringLiteral("rule"),          QStringLiteral("dialog"),
                       QStringLiteral("empty"),         QStringLiteral("loading"),
                       QStringLiteral("language"),      QStringLiteral("wrong"),
                       QStringLiteral("names"),         QStringLiteral("values"),
                       QStringLiteral("since"),         QStringLiteral("baseline"),
                       QStringLiteral("assets-list"),   QStringLiteral("assets-detail"),
                       QStringLiteral("assets-empty"),  QStringLiteral("access-list"),
                       QStringLiteral("access-detail"), QStringLiteral("acts-menu"),
                       QStringLiteral("acts-none"),     QStringLiteral("acts-done"),
                       QStringLiteral("acts-closed"),   QStringLiteral("together") },
                     shoot);
}
