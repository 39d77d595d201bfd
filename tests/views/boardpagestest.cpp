// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/eventquery.h"
#include "shownboard.h"
#include "views/pages/accesspage.h"
#include "views/pages/assetspage.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using models::AccessModel;
using models::AssetsModel;
using ShownAssets = ShownBoard<views::AssetsPage>;
using ShownAccess = ShownBoard<views::AccessPage>;

namespace {

constexpr const char *assetsName = "assetsPage";
constexpr const char *accessName = "accessPage";

class TestBoardPages final : public QObject
{
    Q_OBJECT

private slots:
    void readsWhenItIsShown();
    void showsEveryAsset();
    void facetsNarrow();
    void searchesWhileTyping();
    void rowsStayWhileEventsArrive();
    void assetLeadsToIssuesAndEvents();
    void showsEveryUser();
    void marksWhatIsWorthALook();
    void managerIsMarkedByLaterClosures();
    void userHasAHistory();
};

void TestBoardPages::readsWhenItIsShown()
{
    ShownAssets shown(assetsName, 0);
    QCOMPARE(shown.source.starts, 1);
    QVERIFY(shown.empty()->isVisible());
    QCOMPARE(shown.empty()->title(), QStringLiteral("Reading what is known"));
    emit shown.source.failed(QStringLiteral("The disk is gone"));
    QCOMPARE(shown.empty()->title(), QStringLiteral("The events cannot be read"));
    shown.source.feed({});
    QCOMPARE(shown.empty()->title(), QStringLiteral("No asset yet"));
    shown.feed(shown.stream.make(100));
    QVERIFY(shown.table()->isVisible());
}

void TestBoardPages::showsEveryAsset()
{
    ShownAssets shown(assetsName);
    const QAbstractItemModelTester tester(shown.rowsModel());
    const models::AssetBoard &board = shown.keeper.boards().assets();
    QCOMPARE(shown.rows(), int(board.size()));
    QVERIFY2(shown.count().contains(QStringLiteral("Seen since")), qPrintable(shown.count()));
    // Most open ones first.
    int before = std::numeric_limits<int>::max();
    for (int row = 0; row < shown.rows(); ++row) {
        const auto place =
                shown.rowsModel()->index(row, 0).data(models::BoardModel::PlaceRole).toUInt();
        const models::Asset &asset = board.asset(place);
        QVERIFY(asset.openIssues <= before);
        before = asset.openIssues;
        QCOMPARE(shown.cell(row, AssetsModel::Name),
                 shown.index.text(asset.name == 0 ? asset.key : asset.name));
        const int urgent = asset.open[std::size_t(models::Severity::Urgent)];
        QCOMPARE(shown.cell(row, AssetsModel::OpenUrgent).toInt(), urgent);
    }
}

void TestBoardPages::facetsNarrow()
{
    ShownAssets shown(assetsName);
    const QAbstractItemModelTester tester(shown.rowsModel());
    const int all = shown.rows();
    const QString type = shown.check(AssetsModel::TypeFacet, 0);
    QVERIFY(shown.rows() > 0 && shown.rows() < all);
    for (int row = 0; row < shown.rows(); ++row)
        QCOMPARE(shown.cell(row, AssetsModel::Type), type);
    const int ofType = shown.rows();
    QCOMPARE(shown.page->board().counts(AssetsModel::TypeFacet).size() > 1, true); // the others too
    const QString open = shown.check(AssetsModel::OpenFacet, 0);
    QVERIFY(shown.rows() <= ofType);
    int counted = 0;
    for (const int count : shown.page->board().counts(AssetsModel::OpenFacet))
        counted += count;
    QCOMPARE(counted, ofType); // under the other facets, whatever this one says
    QVERIFY(!open.isEmpty());
    shown.page->board().clearFilter();
    QCOMPARE(shown.rows(), all);
}

void TestBoardPages::searchesWhileTyping()
{
    ShownAssets shown(assetsName);
    auto *search = shown.part<QLineEdit>(".search");
    const QString name = shown.cell(0, AssetsModel::Name);
    const int all = shown.rows();
    QTest::keyClicks(search, name.toUpper());
    QTRY_VERIFY(shown.rows() < all);
    for (int row = 0; row < shown.rows(); ++row)
        QVERIFY(shown.cell(row, AssetsModel::Name).contains(name));
    QVERIFY2(shown.count().contains(QStringLiteral(" of ")), qPrintable(shown.count()));
    search->clear();
    QTest::keyClicks(search, QStringLiteral("no such words anywhere"));
    QTRY_COMPARE(shown.rows(), 0);
    QVERIFY(shown.empty()->isVisible());
    QCOMPARE(shown.empty()->title(), QStringLiteral("No asset matches"));
    emit shown.empty()->actionRequested();
    QCOMPARE(shown.rows(), all);
    QVERIFY(search->text().isEmpty());
}

void TestBoardPages::rowsStayWhileEventsArrive()
{
    ShownAssets shown(assetsName, 0);
    const std::vector<tests::StreamEvent> events = shown.stream.make(900);
    shown.feed({ events.begin(), events.begin() + 300 });
    const QAbstractItemModelTester tester(shown.rowsModel());
    shown.table()->selectRow(1);
    const qint64 chosen = shown.table()->selectedId();
    QVERIFY(chosen > 0);
    QSignalSpy reset(shown.rowsModel(), &QAbstractItemModel::modelReset);
    for (auto at = events.begin() + 300; at != events.end(); at += 100)
        shown.feed({ at, at + 100 });
    QCOMPARE(reset.size(), 0);
    QCOMPARE(shown.table()->selectedId(), chosen);
    QCOMPARE(shown.rows(), int(shown.keeper.boards().assets().size()));
}

void TestBoardPages::assetLeadsToIssuesAndEvents()
{
    ShownAssets shown(assetsName);
    shown.table()->selectRow(0);
    const QString name = shown.cell(0, AssetsModel::Name);
    QTRY_COMPARE(shown.child<views::TextBlock>("assetPane.title")->toPlainText(), name);
    QSignalSpy issues(shown.page.get(), &views::AssetsPage::issuesRequested);
    QSignalSpy events(shown.page.get(), &views::BoardPage::eventsRequested);
    shown.child<QAbstractButton>("assetPane.issues")->click();
    shown.child<QAbstractButton>("assetPane.events")->click();
    QTest::keyClick(shown.table(), Qt::Key_Return);
    QCOMPARE(issues.size(), 2);
    QCOMPARE(issues[0][0].toString(), name);
    QCOMPARE(events.size(), 1);
    const models::Filter::Parsed parsed = models::Filter::parse(events[0][0].toString());
    QVERIFY(parsed.filter);
    models::EventQuery query(shown.index);
    query.setFilter(*parsed.filter);
    QTRY_VERIFY(!query.busy());
    QVERIFY2(!query.rows().empty(), qPrintable(events[0][0].toString()));
    for (const quint32 row : query.rows())
        QCOMPARE(shown.index.text(models::TermColumn::Asset, row), name);
}

void TestBoardPages::showsEveryUser()
{
    ShownAccess shown(accessName);
    const QAbstractItemModelTester tester(shown.rowsModel());
    QVERIFY(shown.rows() > 5);
    QCOMPARE(shown.rows(), int(shown.keeper.boards().access().size()));
    const QString state = shown.check(AccessModel::StandingFacet, 0);
    for (int row = 0; row < shown.rows(); ++row)
        QCOMPARE(shown.cell(row, AccessModel::Standing), state);
}

/// An event about a user of the portal.
models::EventRow userEvent(tests::BoardStream &stream, qint64 id, const char *type,
                           const char *login, const char *detail)
{
    models::EventRow row;
    row.id = id;
    row.time = row.received = 1'790'000'000'000 + id * 60'000;
    row.family = models::Family::PortalUser;
    row.type = stream.term(QLatin1String(type));
    row.subject = stream.term(QLatin1String(login));
    row.detail = stream.term(QLatin1String(detail));
    return row;
}

void TestBoardPages::marksWhatIsWorthALook()
{
    ShownAccess shown(accessName);
    models::EventBatch batch;
    for (int i = 0; i < models::PortalUser::manyFailures; ++i)
        batch.rows.push_back(userEvent(shown.stream, 9000 + i, "PORTAL__USER_LOGIN_FAILED",
                                       "mallory@example.com", "203.0.113.9"));
    batch.rows.push_back(userEvent(shown.stream, 9010, "PORTAL__USER_LOGIN_SUCCESSFUL",
                                   "mallory@example.com", "203.0.113.9"));
    batch.terms = shown.stream.batch({}).terms;
    shown.index.append(batch);
    shown.source.feed(batch);
    const QModelIndexList found = shown.rowsModel()->match(
            shown.rowsModel()->index(0, AccessModel::Login), Qt::DisplayRole,
            QStringLiteral("mallory@example.com"), 1, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    shown.table()->selectRow(found.first().row());
    auto *notes = shown.child<views::TextBlock>("accessPane.notes");
    QTRY_VERIFY(notes->toPlainText().contains(QStringLiteral("after 5 failures in a row")));
    QVERIFY(notes->isVisible());
    QCOMPARE(shown.check(AccessModel::MarkFacet, 1), QStringLiteral("Worth a look"));
    QVERIFY(shown.rows() >= 1);
    for (int row = 0; row < shown.rows(); ++row)
        QVERIFY(!shown.cell(row, AccessModel::Marks).isEmpty());
}

void TestBoardPages::managerIsMarkedByLaterClosures()
{
    ShownAccess shown(accessName, 0);
    models::EventBatch batch;
    batch.rows.push_back(
            userEvent(shown.stream, 1, "PORTAL__USER_CREATED", "eve@example.com", "MANAGER"));
    batch.terms = shown.stream.batch({}).terms;
    shown.index.append(batch);
    shown.source.feed(batch);
    QCOMPARE(shown.rows(), 1);
    QVERIFY(shown.cell(0, AccessModel::Marks).isEmpty());
    // Nothing more is heard of that user.
    models::EventBatch closures;
    for (int i = 0; i < AccessModel::manyClosures; ++i) {
        models::EventRow row = userEvent(shown.stream, 10 + i, "WORD", "", "");
        row.family = models::Family::PolicyViolation;
        row.subject = shown.stream.term(QStringLiteral("violation %1").arg(i));
        row.status = models::Status::Accepted;
        closures.rows.push_back(row);
    }
    closures.terms = shown.stream.batch({}).terms;
    shown.index.append(closures);
    shown.source.feed(closures);
    QVERIFY2(shown.cell(0, AccessModel::Marks).contains(QStringLiteral("5 issues were closed")),
             qPrintable(shown.cell(0, AccessModel::Marks)));
}

void TestBoardPages::userHasAHistory()
{
    ShownAccess shown(accessName);
    shown.table()->selectRow(0);
    const auto place = shown.rowsModel()->index(0, 0).data(models::BoardModel::PlaceRole).toUInt();
    const auto moments = shown.keeper.boards().access().moments(place);
    auto *history = shown.child<QListView>("accessPane.history");
    const QAbstractItemModelTester tester(history->model());
    QCOMPARE(history->model()->rowCount(), int(moments.size()));
    QSignalSpy wanted(shown.page.get(), &views::BoardPage::eventRequested);
    emit history->activated(history->model()->index(0, 0));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toLongLong(), moments.back().event); // the newest comes first
    QSignalSpy events(shown.page.get(), &views::BoardPage::eventsRequested);
    shown.child<QAbstractButton>("accessPane.events")->click();
    QCOMPARE(events.size(), 1);
    const models::Filter::Parsed parsed = models::Filter::parse(events[0][0].toString());
    QVERIFY(parsed.filter);
    models::EventQuery query(shown.index);
    query.setFilter(*parsed.filter);
    QTRY_COMPARE(query.rows().size(), moments.size());
}

} // namespace

QTEST_MAIN(TestBoardPages)
#include "boardpagestest.moc"
