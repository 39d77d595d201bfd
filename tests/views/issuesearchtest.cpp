// SPDX-License-Identifier: GPL-3.0-or-later
// The filter language in the search box over the issues.
#include "models/boards/issuematch.h"
#include "shownissues.h"
#include "tests/support/utf8text.h"
#include "views/widgets/chip.h"
#include "views/widgets/completionpopup.h"
#include "views/widgets/completionrows.h"
#include "views/widgets/filteredit.h"

#include <QAction>
#include <QListView>
#include <QPushButton>

#include <algorithm>

using namespace models;
using tests::text;

namespace {

/// All issues are shown at first, not the open ones alone.
struct Searched : ShownIssues
{
    explicit Searched(int count = 1500) : ShownIssues(count) { page->query().setFilter({}); }

    views::FilterEdit *box() const { return child<views::FilterEdit>("issuesPage.search"); }
    QLabel *problem() const { return child<QLabel>("issuesPage.problem"); }
    views::EmptyState *empty() const { return page->findChild<views::EmptyState *>(); }
    /// As if typed and meant.
    void enter(const QString &written) const
    {
        box()->setFocus();
        box()->selectAll();
        QTest::keyClicks(box(), written);
        QTest::keyClick(box(), Qt::Key_Return); // closes what is offered
        QTest::keyClick(box(), Qt::Key_Return);
    }
    std::vector<quint32> shown() const
    {
        std::vector<quint32> places;
        for (int row = 0; row < rows(); ++row)
            places.push_back(table()->model()->index(row, 0).data(BoardModel::PlaceRole).toUInt());
        std::sort(places.begin(), places.end());
        return places;
    }
    /// What the command line would find.
    std::vector<quint32> matching(const QString &written) const
    {
        const auto parsed = Filter::parse(written, FilterScope::IssuesOnly);
        const IssueGround ground { keeper.boards().issues(), desk.board(), index, page->policy(),
                                   models::now() };
        return matchingIssues(parsed.filter.value(), ground);
    }
    void act(ActKind kind, const QString &what, quint32 place)
    {
        TriageAct act;
        act.kind = kind;
        act.text = what;
        desk.act(act, { keeper.boards().issues().issue(place).newestEvent });
    }
    QStringList offered() const
    {
        QStringList texts;
        const auto *popup = page->window()->findChild<views::CompletionPopup *>();
        const auto *list = popup->findChild<QListView *>();
        for (int row = 0; popup->isVisible() && row < list->model()->rowCount(); ++row) {
            const QModelIndex cell = list->model()->index(row, 0);
            texts += QString(cell.data().toString() + text(" · ")
                             + cell.data(views::CompletionRows::NoteRole).toString());
        }
        return texts;
    }
};

} // namespace

class IssueSearchTest final : public QObject
{
    Q_OBJECT
private slots:
    void findsWhatTheCommandLineFinds_data()
    {
        QTest::addColumn<bool>("some");
        const auto row = [](const char *written, bool some = true) {
            QTest::newRow(written) << some;
        };
        row("severity>=high");
        row("is:open severity:urgent");
        row("status:fixed or is:overdue");
        row("not (is:open age>30d)");
        row("is:regression");
        row("is:issue is:closed -status:fixed");
        row("first_seen>=2020-01-01 type:*");
        row("opened<1h", false);
        row("is:acknowledged");
        row("triage:new");
        row("assigned_to:grace");
        row("name");
        row("subject:*");
    }
    void findsWhatTheCommandLineFinds()
    {
        QFETCH(bool, some);
        const QString written = QString::fromUtf8(QTest::currentDataTag());
        Searched shown;
        shown.act(ActKind::Acknowledge, {}, 3);
        shown.act(ActKind::Assign, text("grace"), 4);
        QTRY_COMPARE(shown.desk.board().subjects().size(), 2);
        const std::vector<quint32> wanted = shown.matching(written);
        if (some)
            QVERIFY(!wanted.empty());
        shown.enter(written);
        QVERIFY(!shown.box()->hasProblem());
        QTRY_VERIFY(!shown.page->query().isBusy());
        QCOMPARE(shown.shown(), wanted);
    }

    /// Its wrong part is named, and what was found before stays.
    void whatIsWrongChangesNothing()
    {
        Searched shown;
        shown.enter(text("severity>=high"));
        QTRY_VERIFY(!shown.page->query().isBusy());
        const std::vector<quint32> before = shown.shown();
        QVERIFY(!before.empty() && before.size() < shown.keeper.boards().issues().size());
        shown.enter(text("severity>=high is:opne"));
        QVERIFY(shown.box()->hasProblem());
        QVERIFY(shown.problem()->isVisible());
        QVERIFY2(shown.problem()->text().contains(text("opne")),
                 qPrintable(shown.problem()->text()));
        QCOMPARE(shown.shown(), before);
        QTest::keyClick(shown.box(), Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(shown.box()->text(), text("severity>=high is:open"));
        QVERIFY(!shown.problem()->isVisible());
        QTRY_COMPARE(shown.shown(), shown.matching(text("severity>=high is:open")));
        shown.enter(text("actor:bob"));
        QVERIFY2(shown.problem()->text().contains(text("assigned_to")),
                 qPrintable(shown.problem()->text()));
    }

    /// Box, facets and chips: none clears another.
    void viewsOfOneFilter()
    {
        Searched shown;
        IssueQuery &query = shown.page->query();
        shown.enter(text("is:open"));
        query.setFilter(included(query.filter(), { IssueField::Severity, int(Severity::High) }));
        QCOMPARE(shown.box()->text(), text("is:open"));
        QTRY_COMPARE(shown.shown(), shown.matching(text("is:open severity:high")));
        const auto chips = shown.page->findChildren<views::Chip *>();
        QCOMPARE(std::count_if(chips.begin(), chips.end(),
                               [](const views::Chip *chip) { return chip->isVisible(); }),
                 1);
        shown.enter(text("is:open age>1d"));
        QTRY_COMPARE(shown.shown(), shown.matching(text("is:open age>1d severity:high")));
        QVERIFY(query.filter().has({ IssueField::Severity, int(Severity::High) }));
        // What is being typed survives a click on a facet.
        QTest::keyClicks(shown.box(), text(" is:ov"));
        query.setFilter(released(query.filter(), { IssueField::Severity, int(Severity::High) }));
        QCOMPARE(shown.box()->text(), text("is:open age>1d is:ov"));
        QCOMPARE(shown.shown(), shown.matching(text("is:open age>1d")));
        // A filter that is set elsewhere shows in the box.
        query.setFilter({});
        QVERIFY(shown.box()->text().isEmpty());
        QVERIFY(!shown.box()->hasProblem());
        QCOMPARE(shown.rows(), int(shown.keeper.boards().issues().size()));
    }

    /// What comes, and what the team decides, is judged as well.
    void followsWhatChanges()
    {
        Searched shown(600);
        shown.enter(text("is:acknowledged or severity:urgent"));
        QTRY_VERIFY(!shown.page->query().isBusy());
        const std::vector<quint32> before = shown.shown();
        quint32 place = 0;
        while (std::find(before.begin(), before.end(), place) != before.end())
            ++place;
        shown.act(ActKind::Acknowledge, {}, place);
        QTRY_COMPARE(shown.shown().size(), before.size() + 1);
        for (int batch = 0; batch < 4; ++batch)
            shown.feed(shown.stream.make(700));
        QTRY_COMPARE(shown.shown(), shown.matching(shown.box()->text()));
        // Others than those that were there when the rows were made are found, too.
        shown.enter(text("is:open"));
        QTRY_COMPARE(shown.shown(), shown.matching(text("is:open")));
        shown.page->setPolicy({ { 1, 1, 1, 1, 1, 1 } });
        shown.enter(text("is:overdue"));
        QTRY_COMPARE(shown.shown(), shown.matching(text("is:overdue")));
        QVERIFY(shown.rows() > 0);
        shown.page->setPolicy({ { 0, 0, 0, 0, 0, 0 } });
        QTRY_COMPARE(shown.rows(), 0);
    }

    void emptyResultNamesTheClause()
    {
        Searched shown;
        shown.enter(text("severity>=high \"nothing like it\""));
        QTRY_COMPARE(shown.rows(), 0);
        QVERIFY(shown.empty()->isVisible());
        const auto offers = shown.empty()->findChildren<QPushButton *>(text("emptyState.offer"));
        QCOMPARE(offers.size(), 1);
        const std::vector<quint32> wanted = shown.matching(text("severity>=high"));
        QVERIFY2(offers.first()->text().contains(QString::number(wanted.size())),
                 qPrintable(offers.first()->text()));
        QVERIFY(offers.first()->text().contains(text("nothing like it")));
        QTest::mouseClick(offers.first(), Qt::LeftButton);
        QCOMPARE(shown.box()->text(), text("severity>=high"));
        QTRY_COMPARE(shown.shown(), wanted);
    }

    void offersFieldsAndValuesOfIssues()
    {
        Searched shown;
        shown.act(ActKind::Assign, text("grace hopper"), 2);
        QTRY_COMPARE(shown.desk.board().subjects().size(), 1);
        const auto offers = [&shown](const char *typed, const QString &wanted) {
            shown.box()->setFocus();
            shown.box()->clear();
            QTest::keyClicks(shown.box(), text(typed));
            const bool found = QTest::qWaitFor(
                    [&] { return !shown.offered().filter(wanted).isEmpty(); }, 2000);
            if (!found)
                qInfo() << shown.box()->text() << shown.offered();
            return found;
        };
        QVERIFY(offers("assig", text("assigned_to · ")));
        QVERIFY(offers("is:ov", text("overdue · open for longer")));
        const auto urgent = shown.matching(text("severity:urgent")).size();
        QVERIFY(offers("severity:", text("urgent · %1 issues").arg(urgent)));
        QVERIFY(offers("assigned_to:gr", text("grace hopper · 1 issue")));
        QVERIFY(offers("hosted", text("hosted_on · ")));
        shown.box()->clear();
        QTest::keyClicks(shown.box(), text("data.aff"));
        QVERIFY(shown.offered().isEmpty());
    }

    void keysAndHistory()
    {
        Searched shown;
        shown.table()->setFocus();
        QTest::keyClick(shown.table(), Qt::Key_Slash);
        QVERIFY(shown.box()->hasFocus());
        QVERIFY(shown.box()->placeholderText().contains(text("severity>=high")));
        shown.enter(text("is:open"));
        QTRY_VERIFY(shown.rows() < int(shown.keeper.boards().issues().size()));
        QTest::keyClick(shown.box(), Qt::Key_Escape);
        QVERIFY(shown.box()->text().isEmpty());
        QCOMPARE(shown.rows(), int(shown.keeper.boards().issues().size()));
        QTest::keyClick(shown.box(), Qt::Key_Up);
        QVERIFY(!shown.offered().filter(text("is:open")).isEmpty());
        QTest::keyClick(shown.box(), Qt::Key_Escape); // the list
        QTest::keyClick(shown.box(), Qt::Key_Escape);
        QVERIFY(shown.table()->hasFocus());
    }

    void whatChangedLooksLikeNothingElse()
    {
        Searched shown(20);
        const QImage own = imageOf(*shown.child<QAction>("issuesPage.since"));
        int others = 0;
        for (const QAction *action : shown.page->findChildren<QAction *>()) {
            if (action->icon().isNull() || action->objectName() == text("issuesPage.since"))
                continue;
            QVERIFY2(imageOf(*action) != own, qPrintable(action->objectName()));
            ++others;
        }
        QVERIFY(others > 2); // that of the last searches among them
    }

private:
    static QImage imageOf(const QAction &action) { return action.icon().pixmap(24, 24).toImage(); }
};

QTEST_MAIN(IssueSearchTest)
#include "issuesearchtest.moc"
