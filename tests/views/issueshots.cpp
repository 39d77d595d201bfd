// SPDX-License-Identifier: GPL-3.0-or-later
// Makes pictures of the pages of issues, assets and portal access in their states: issueshots
// FOLDER [STATE...].
#include "models/index/eventrow.h"
#include "shots.h"
#include "shownboard.h"
#include "views/mainwindow.h"
#include "views/pages/accesspage.h"
#include "views/pages/assetspage.h"
#include "views/pages/triagedialog.h"
#include "views/since/sincedialog.h"

#include <QTest>

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

/// A page of a board in a window, with its second row chosen.
template<typename Page> void shootBoard(const Shot &shot, const char *name)
{
    ShownBoard<Page> shown(name, 2500);
    views::MainWindow window;
    Page *page = shown.page.release(); // the window's now
    window.addPage(page, shot.state, QLatin1String("assets"));
    window.resize(shot.size);
    window.show();
    (void)QTest::qWaitForWindowExposed(&window);
    page->template findChild<views::EventTable *>()->selectRow(1);
    QTest::qWait(100);
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

void shoot(const Shot &shot)
{
    if (shot.state == QLatin1String("since"))
        return shootSince(shot);
    if (shot.state == QLatin1String("assets"))
        return shootBoard<views::AssetsPage>(shot, "assetsPage");
    if (shot.state == QLatin1String("access"))
        return shootBoard<views::AccessPage>(shot, "accessPage");
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
    if (shot.state == QLatin1String("empty")) {
        models::IssueFilter filter = page->query().filter();
        filter.text = QStringLiteral("nothing like it");
        page->query().setFilter(filter);
    }
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
                     { QStringLiteral("list"), QStringLiteral("detail"), QStringLiteral("dialog"),
                       QStringLiteral("empty"), QStringLiteral("loading"), QStringLiteral("assets"),
                       QStringLiteral("access"), QStringLiteral("since") },
                     shoot);
}
