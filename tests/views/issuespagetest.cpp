// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issuefacet.h"
#include "shownissues.h"
#include "views/detail/textblock.h"
#include "views/pages/triagedialog.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/facetsection.h"
#include "views/widgets/newrowspill.h"
#include "views/widgets/undotoast.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <map>

using models::ActKind;
using models::IssuesModel;

namespace {

class TestIssuesPage final : public QObject
{
    Q_OBJECT

private slots:
    void readsWhenItIsShown();
    void showsWhatIsOpen();
    void saysNothingOfNewRows();
    void facetsNarrow();
    void acceptedOnesAreKeptApart();
    void searchesWhileTyping();
    void acknowledgesByKeyAndTakesItBack();
    void assignsAndNotes();
    void snoozesFromTheButton();
    void decidesAboutAllThatIsShown();
    void saysWhyNothingWasDone();
    void tellsTheLifeOfAnIssue();
    void opensInThePortal();
    void overdueFollowsThePolicy();
};

/// The dialog that asks, once it is there.
views::TriageDialog *dialogOf(const ShownIssues &shown)
{
    views::TriageDialog *dialog = nullptr;
    (void)QTest::qWaitFor([&] {
        dialog = shown.page->findChild<views::TriageDialog *>();
        return dialog && dialog->isVisible();
    });
    return dialog;
}

/// A key in the table, once its window is the active one again: that is where keys go.
void press(const ShownIssues &shown, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    shown.page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.page.get()));
    shown.table()->setFocus();
    QTest::keyClick(shown.table(), key, modifiers);
}

void confirm(views::TriageDialog &dialog)
{
    auto *button = dialog.findChild<QPushButton *>(QStringLiteral("triageDialog.confirm"));
    QTest::mouseClick(button, Qt::LeftButton);
}

void TestIssuesPage::readsWhenItIsShown()
{
    ShownIssues shown(0);
    QCOMPARE(shown.source.starts, 1);
    auto *empty = shown.page->findChild<views::EmptyState *>();
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->title(), QStringLiteral("Working out the issues"));
    emit shown.source.failed(QStringLiteral("The disk is gone"));
    QCOMPARE(empty->title(), QStringLiteral("The events cannot be read"));
    shown.source.feed({});
    QCOMPARE(empty->title(), QStringLiteral("No issue yet"));
    shown.feed(shown.stream.make(100));
    QVERIFY(shown.table()->isVisible());
}

void TestIssuesPage::showsWhatIsOpen()
{
    ShownIssues shown;
    const QAbstractItemModelTester tester(shown.table()->model());
    QVERIFY(shown.open() > 5);
    QCOMPARE(shown.rows(), shown.open());
    QVERIFY2(shown.count().contains(QStringLiteral("Seen since")), qPrintable(shown.count()));
    shown.feed(shown.stream.make(600)); // the same ones, and more
    QCOMPARE(shown.rows(), shown.open());
}

// They come in wherever the order puts them, and no click leads to them.
void TestIssuesPage::saysNothingOfNewRows()
{
    ShownIssues shown;
    const auto *pill = shown.table()->findChild<views::NewRowsPill *>();
    const std::vector<tests::StreamEvent> more = shown.stream.make(600);
    const int before = shown.rows();
    shown.choose(before - 1);
    const qint64 selected = shown.table()->selectedId();
    const std::size_t half = more.size() * 3 / 4;
    shown.feed({ more.begin(), more.begin() + std::ptrdiff_t(half) });
    shown.feed({ more.begin() + std::ptrdiff_t(half), more.end() });
    QVERIFY(shown.rows() > before);
    QVERIFY(!pill->isVisible());
    QCOMPARE(shown.table()->selectedId(), selected); // which stays where it is
}

void TestIssuesPage::facetsNarrow()
{
    ShownIssues shown;
    const QList<views::FacetSection *> sections =
            shown.page->findChild<views::FacetPanel *>()->sections();
    QAbstractItemModel *states = sections.at(0)->list().model();
    const auto check = [states](const QString &label, bool on) {
        const QModelIndexList found =
                states->match(states->index(0, 0), Qt::DisplayRole, label, 1, Qt::MatchExactly);
        return !found.isEmpty()
                && states->setData(found.first(), on ? Qt::Checked : Qt::Unchecked,
                                   Qt::CheckStateRole);
    };
    QVERIFY(check(QStringLiteral("Fixed"), true));
    int closed = 0;
    for (const models::Issue &issue : tests::issuesOf(shown.keeper.boards().issues()))
        closed += issue.isFixed() ? 1 : 0;
    QCOMPARE(shown.rows(), shown.open() + closed);
    QVERIFY(check(QStringLiteral("Open"), false));
    QCOMPARE(shown.rows(), closed);
    QVERIFY(check(QStringLiteral("Fixed"), false));
    QCOMPARE(shown.rows(), int(shown.keeper.boards().issues().size()));
}

// By the vendor's word, in the words of the feed.
void TestIssuesPage::acceptedOnesAreKeptApart()
{
    ShownIssues shown(3000);
    std::map<models::IssueClass, int> expected;
    for (const models::Issue &issue : tests::issuesOf(shown.keeper.boards().issues())) {
        const QString word = shown.index.text(issue.statusWord);
        if (issue.isOpen() || word.isEmpty())
            continue;
        using models::IssueClass;
        expected[IssueClass::WontFix] += word.endsWith(QStringLiteral("WONT_FIX")) ? 1 : 0;
        expected[IssueClass::RiskAccepted] +=
                word == QStringLiteral("CLOSED_RISK_ACCEPTED") ? 1 : 0;
        expected[IssueClass::CompensatingControl] +=
                word == QStringLiteral("CLOSED_COMPENSATING_CONTROL") ? 1 : 0;
        expected[IssueClass::AcceptedByPolicy] +=
                word == QStringLiteral("CLOSED_BY_POLICY") ? 1 : 0;
    }
    QVERIFY(expected[models::IssueClass::WontFix] > 0);
    QVERIFY(expected[models::IssueClass::RiskAccepted] > 0);
    QVERIFY(expected[models::IssueClass::CompensatingControl] > 0);
    for (const auto &[which, count] : expected) {
        models::IssueFilter filter;
        filter.classes.set(which);
        shown.page->query().setFilter(filter);
        QCOMPARE(shown.rows(), count);
        QCOMPARE(shown.page->query().tally().classes.at(std::size_t(which)), count);
        for (int row = 0; row < qMin(shown.rows(), 20); ++row)
            QCOMPARE(shown.cell(row, IssuesModel::PortalStatus), models::issueClassText(which));
    }
}

void TestIssuesPage::searchesWhileTyping()
{
    ShownIssues shown;
    auto *search = shown.child<QLineEdit>("issuesPage.search");
    const QString subject =
            shown.table()->model()->index(3, 0).data(IssuesModel::SubjectRole).toString();
    QTest::keyClicks(search, subject);
    QTRY_COMPARE(shown.rows(), 1);
    search->clear();
    QTest::keyClicks(search, QStringLiteral("no such words anywhere"));
    QTRY_COMPARE(shown.rows(), 0);
    auto *empty = shown.page->findChild<views::EmptyState *>();
    QVERIFY(empty->isVisible());
    emit empty->actionRequested();
    QCOMPARE(shown.rows(), int(shown.keeper.boards().issues().size()));
    QVERIFY(search->text().isEmpty());
}

void TestIssuesPage::acknowledgesByKeyAndTakesItBack()
{
    ShownIssues shown;
    shown.choose(2);
    const qint64 event =
            shown.table()->model()->index(2, 0).data(IssuesModel::EventRole).toLongLong();
    press(shown, Qt::Key_A);
    views::TriageDialog *dialog = dialogOf(shown);
    QVERIFY(dialog);
    dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("known, next release"));
    dialog->findChild<QCheckBox *>()->setChecked(true);
    confirm(*dialog);
    QTRY_COMPARE(shown.cell(2, IssuesModel::OurState), QStringLiteral("Acknowledged"));
    QCOMPARE(shown.journal.held.size(), 1);
    const models::Act &act = shown.journal.held.constFirst();
    QCOMPARE(act.kind, ActKind::Acknowledge);
    QCOMPARE(act.who, QStringLiteral("ada"));
    const auto what = models::TriageAct::read(act);
    QVERIFY(what && what->until);
    QCOMPARE(what->text, QStringLiteral("known, next release"));
    QCOMPARE(act.events.front().first, event);

    auto *toast = shown.page->findChild<views::UndoToast *>();
    QVERIFY(toast->isVisible());
    press(shown, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(shown.cell(2, IssuesModel::OurState), QStringLiteral("New"));
    QCOMPARE(shown.journal.held.size(), 2); // nothing is deleted
}

void TestIssuesPage::assignsAndNotes()
{
    ShownIssues shown;
    shown.choose(0);
    press(shown, Qt::Key_I);
    views::TriageDialog *dialog = dialogOf(shown);
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit *>()->text(), QStringLiteral("ada"));
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("grace"));
    confirm(*dialog);
    QTRY_COMPARE(shown.cell(0, IssuesModel::Assignee), QStringLiteral("grace"));
    QTRY_VERIFY(!shown.page->findChild<views::TriageDialog *>());

    press(shown, Qt::Key_N);
    dialog = dialogOf(shown);
    QVERIFY(dialog);
    auto *button = dialog->findChild<QPushButton *>(QStringLiteral("triageDialog.confirm"));
    QVERIFY(!button->isEnabled()); // an empty note says nothing
    dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("<b>looked at it</b>"));
    QVERIFY(button->isEnabled());
    confirm(*dialog);
    const QAbstractItemModel *lines = shown.child<QListView>("issuePane.timeline")->model();
    const auto newest = [lines](int role) { return lines->index(0, 0).data(role).toString(); };
    QTRY_COMPARE(newest(Qt::DisplayRole), QStringLiteral("ada wrote a note"));
    QVERIFY(newest(Qt::ToolTipRole).contains(QStringLiteral("<b>looked at it</b>")));
    QCOMPARE(shown.journal.held.size(), 2);
}

void TestIssuesPage::snoozesFromTheButton()
{
    ShownIssues shown;
    shown.choose(1);
    auto *button = shown.child<QPushButton>("issuePane.snoozeMenu");
    QVERIFY(button && button->menu());
    button->menu()->actions().first()->trigger();
    QTRY_COMPARE(shown.cell(1, IssuesModel::OurState), QStringLiteral("Snoozed"));
    const auto what = models::TriageAct::read(shown.journal.held.constFirst());
    QVERIFY(what && what->until);
    QVERIFY(*what->until > models::now() + std::chrono::hours(23));
}

void TestIssuesPage::decidesAboutAllThatIsShown()
{
    ShownIssues shown;
    const int open = shown.open();
    shown.table()->selectAll();
    press(shown, Qt::Key_A);
    views::TriageDialog *dialog = dialogOf(shown);
    QVERIFY(dialog);
    QVERIFY(dialog->windowTitle().contains(QString::number(open)));
    shown.choose(0); // what is selected meanwhile does not matter
    confirm(*dialog);
    const auto acknowledged = [&shown] {
        int count = 0;
        for (int row = 0; row < shown.rows(); ++row)
            count += shown.cell(row, IssuesModel::OurState) == QLatin1String("Acknowledged");
        return count;
    };
    QTRY_COMPARE(acknowledged(), open);
    shown.page->findChild<views::UndoToast *>()->undo();
    QTRY_COMPARE(acknowledged(), 0);
}

void TestIssuesPage::saysWhyNothingWasDone()
{
    ShownIssues shown;
    shown.journal.failure = QStringLiteral("The disk is full");
    shown.choose(0);
    press(shown, Qt::Key_A);
    views::TriageDialog *dialog = dialogOf(shown);
    QVERIFY(dialog);
    confirm(*dialog);
    auto *toast = shown.page->findChild<views::UndoToast *>();
    QTRY_VERIFY(toast->text().contains(QStringLiteral("The disk is full")));
    QCOMPARE(shown.cell(0, IssuesModel::OurState), QStringLiteral("New"));
}

void TestIssuesPage::tellsTheLifeOfAnIssue()
{
    ShownIssues shown;
    shown.choose(0);
    const models::Issue issue = shown.keeper.boards().issues().issue(
            shown.table()->model()->index(0, 0).data(models::BoardModel::PlaceRole).toUInt());
    auto *title = shown.child<views::TextBlock>("issuePane.title");
    QTRY_COMPARE(title->toPlainText().isEmpty(), shown.index.text(issue.facts.title).isEmpty());
    auto *life = shown.child<QListView>("issuePane.timeline");
    const QAbstractItemModelTester tester(life->model());
    QVERIFY(life->model()->rowCount() >= issue.events);
    QSignalSpy wanted(shown.page.get(), &views::IssuesPage::eventRequested);
    for (int row = 0; row < life->model()->rowCount(); ++row)
        emit life->activated(life->model()->index(row, 0));
    QCOMPARE(wanted.size(), issue.events); // acts and missing steps lead nowhere
    QSignalSpy all(shown.page.get(), &views::IssuesPage::eventsRequested);
    shown.child<QAbstractButton>("issuePane.events")->click();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0][0].toString(), shown.index.text(issue.subject));
}

void TestIssuesPage::opensInThePortal()
{
    ShownIssues shown;
    shown.choose(4);
    const qint64 event =
            shown.table()->model()->index(4, 0).data(IssuesModel::EventRole).toLongLong();
    QSignalSpy wanted(shown.page.get(), &views::IssuesPage::openRequested);
    press(shown, Qt::Key_O);
    press(shown, Qt::Key_Return);
    shown.child<QPushButton>("issuePane.open")->click();
    QCOMPARE(wanted.size(), 3);
    for (const QList<QVariant> &call : wanted)
        QCOMPARE(call[0].toLongLong(), event);
}

void TestIssuesPage::overdueFollowsThePolicy()
{
    ShownIssues shown;
    models::IssueFilter filter;
    filter.classes.set(models::IssueClass::Overdue);
    shown.page->query().setFilter(filter);
    const auto overdue = [&shown](const models::OverduePolicy &policy) {
        int count = 0;
        for (const models::Issue &issue : tests::issuesOf(shown.keeper.boards().issues()))
            count += policy.isOverdue(issue, models::now()) ? 1 : 0;
        return count;
    };
    models::OverduePolicy policy;
    policy.days.fill(1);
    QVERIFY(overdue(policy) > 0);
    shown.page->setPolicy(policy);
    QCOMPARE(shown.rows(), overdue(policy));
    policy.days.fill(0);
    shown.page->setPolicy(policy);
    QCOMPARE(shown.rows(), 0);
    policy.days.fill(3650);
    shown.page->setPolicy(policy);
    QCOMPARE(shown.rows(), overdue(policy));
}

} // namespace

QTEST_MAIN(TestIssuesPage)
#include "issuespagetest.moc"
