// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/since/sincedialog.h"
#include "models/items/visittext.h"
#include "shownissues.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGuiApplication>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

#include <numeric>

using models::SinceModel;

namespace {

class TestSinceDialog final : public QObject
{
    Q_OBJECT

private slots:
    void waitsForTheBoards();
    void saysWhatTheModelSays();
    void twoMomentsOfChoice();
    void copiesForTheHandover();
    void leadsToAnIssue();
    void whatCameSinceTheLastVisit();
};

struct Shown
{
    tests::BoardStream stream { 5 };
    models::EventIndex index;
    FakeBoardSource source;
    models::BoardKeeper keeper;
    models::Instant first {};
    models::Instant last {};
    models::Instant visit {};
    std::unique_ptr<views::SinceDialog> dialog;

    explicit Shown(int count = 500)
    {
        keeper.follow(source);
        if (count > 0)
            feed(count);
        // Half of all happened before.
        visit = first + (last - first) / 2;
        dialog = std::make_unique<views::SinceDialog>(
                views::SinceDialog::Parts { source, keeper, index, {}, visit });
        dialog->show();
    }
    void feed(int count)
    {
        const auto events = stream.make(count);
        first = last = events.front().time;
        for (const tests::StreamEvent &event : events) {
            first = std::min(first, event.time);
            last = std::max(last, event.time);
        }
        const models::EventBatch batch = stream.batch(events);
        index.append(batch);
        source.feed(batch);
    }
    template<typename T> T *child(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    QAbstractItemModel *list() const { return child<QListView>("sinceDialog.list")->model(); }
    bool ready() const { return child<QPushButton>("sinceDialog.markdown")->isEnabled(); }
    /// The number beside each heading, in their order.
    QList<int> counts() const
    {
        QList<int> counts;
        for (int row = 0; row < list()->rowCount(); ++row) {
            const QModelIndex line = list()->index(row, 0);
            if (line.data(SinceModel::HeadingRole).toBool())
                counts += line.data(SinceModel::MoreRole).toString().toInt(); // "none" is 0
        }
        return counts;
    }
    QList<int> expected(models::Instant from, models::Instant to) const
    {
        const models::SinceLeft since = models::sinceLeft(keeper.boards().issues(), {}, from, to);
        QList<int> counts;
        for (const auto *places : { &since.fresh, &since.worse, &since.reopened, &since.overdue,
                                    &since.silent, &since.resolved, &since.accepted })
            counts += int(places->size());
        return counts;
    }
    /// The minute that a field shows.
    models::Instant minute(const char *name) const
    {
        const QDateTime shown = child<QDateTimeEdit>(name)->dateTime();
        return std::chrono::floor<std::chrono::minutes>(
                models::Instant(std::chrono::milliseconds(shown.toMSecsSinceEpoch())));
    }
};

void TestSinceDialog::waitsForTheBoards()
{
    Shown shown(0);
    QCOMPARE(shown.source.starts, 1);
    QVERIFY(!shown.ready());
    QVERIFY(shown.child<QLabel>("sinceDialog.honest")->text().contains(u"Working out"));
    shown.feed(50);
    QTRY_VERIFY(shown.ready());
    QVERIFY(shown.child<QLabel>("sinceDialog.honest")->text().contains(u"Seen since"));
}

void TestSinceDialog::saysWhatTheModelSays()
{
    Shown shown;
    QTRY_VERIFY(shown.ready());
    const QAbstractItemModelTester tester(shown.list());
    const QList<int> counts = shown.counts();
    QCOMPARE(counts.size(), 7); // those without an issue say so
    QCOMPARE(counts, shown.expected(shown.visit, models::now()));
    QVERIFY(counts[0] > 0);
    int issues = 0;
    for (int row = 0; row < shown.list()->rowCount(); ++row)
        issues += shown.list()->index(row, 0).data(SinceModel::PlaceRole).toInt() >= 0 ? 1 : 0;
    QCOMPARE(issues, std::accumulate(counts.begin(), counts.end(), 0));
}

void TestSinceDialog::twoMomentsOfChoice()
{
    Shown shown;
    QTRY_VERIFY(shown.ready());
    const QList<int> before = shown.counts();
    auto *to = shown.child<QDateTimeEdit>("sinceDialog.to");
    auto *from = shown.child<QDateTimeEdit>("sinceDialog.from");
    from->setDateTime(QDateTime::fromMSecsSinceEpoch(
            (shown.first + (shown.last - shown.first) / 4).time_since_epoch().count()));
    to->setDateTime(QDateTime::fromMSecsSinceEpoch(
            (shown.first + (shown.last - shown.first) / 3).time_since_epoch().count()));
    emit to->editingFinished();
    const QList<int> wanted =
            shown.expected(shown.minute("sinceDialog.from"),
                           shown.minute("sinceDialog.to") + std::chrono::seconds(59));
    QVERIFY(wanted != before);
    QTRY_COMPARE(shown.counts(), wanted);
    auto *presets = shown.child<QComboBox>("sinceDialog.presets");
    QCOMPARE(presets->currentText(), QStringLiteral("Between two moments"));
    presets->setCurrentIndex(0);
    emit presets->activated(0);
    QTRY_COMPARE(shown.counts(), before);
}

void TestSinceDialog::copiesForTheHandover()
{
    Shown shown;
    QTRY_VERIFY(shown.ready());
    const models::SinceLeft since =
            models::sinceLeft(shown.keeper.boards().issues(), {}, shown.visit, models::now());
    const auto text = [&shown](models::TermId term) { return shown.index.text(term); };
    QSignalSpy copied(shown.dialog.get(), &views::SinceDialog::copied);
    shown.child<QPushButton>("sinceDialog.markdown")->click();
    const QMimeData *there = QGuiApplication::clipboard()->mimeData();
    const QString markdown = models::sinceLeftMarkdown(since, shown.keeper.boards().issues(), text);
    QCOMPARE(there->text(), markdown);
    QVERIFY(!there->hasHtml());
    shown.child<QPushButton>("sinceDialog.html")->click();
    there = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(there->html(), models::sinceLeftHtml(since, shown.keeper.boards().issues(), text));
    QCOMPARE(there->text(), markdown);
    QCOMPARE(copied.size(), 2);
}

void TestSinceDialog::leadsToAnIssue()
{
    Shown shown;
    QTRY_VERIFY(shown.ready());
    QSignalSpy wanted(shown.dialog.get(), &views::SinceDialog::issueRequested);
    auto *list = shown.child<QListView>("sinceDialog.list");
    emit list->activated(shown.list()->index(0, 0)); // a heading leads nowhere
    QCOMPARE(wanted.size(), 0);
    emit list->activated(shown.list()->index(1, 0));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toInt(), shown.list()->index(1, 0).data(SinceModel::PlaceRole).toInt());
}

void TestSinceDialog::whatCameSinceTheLastVisit()
{
    models::EventIndex index;
    const models::Instant now = models::now();
    const models::Instant visit = now - std::chrono::hours(3);
    models::EventBatch batch;
    for (int i = 1; i <= 5; ++i) {
        models::EventRow row;
        row.id = i;
        row.received = row.time = (now - std::chrono::hours(6 - i)).time_since_epoch().count();
        row.severity = i == 5 ? models::Severity::Urgent : models::Severity::Low;
        row.status = models::Status::Open;
        batch.rows.push_back(row);
    }
    index.append(batch);
    const QString text = models::newSinceText(index, visit, now);
    QVERIFY2(text.startsWith(u"2 events came"), qPrintable(text)); // the third came then
    QVERIFY2(text.contains(u"1 of them urgent"), qPrintable(text));
    QVERIFY(models::newSinceText(index, now, now).isEmpty());
}

} // namespace

QTEST_MAIN(TestSinceDialog)
#include "sincedialogtest.moc"
