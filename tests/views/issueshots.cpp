// SPDX-License-Identifier: GPL-3.0-or-later
// Makes pictures of the page of issues in its states: issueshots FOLDER [STATE...].
#include "models/index/eventrow.h"
#include "shots.h"
#include "shownissues.h"
#include "views/mainwindow.h"
#include "views/pages/triagedialog.h"

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

void shoot(const Shot &shot)
{
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
                       QStringLiteral("empty"), QStringLiteral("loading") },
                     shoot);
}
