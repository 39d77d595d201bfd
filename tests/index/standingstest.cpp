// SPDX-License-Identifier: GPL-3.0-or-later
// What the team decided about subjects, in the index: rows, counts, and what follows a change.
#include "models/index/standings.h"

#include "models/index/eventquery.h"
#include "models/index/filtercompleter.h"
#include "models/index/viewcounts.h"
#include "tests/index/naivefilter.h"
#include "tests/index/randomfilter.h"
#include "tests/index/sampleevents.h"

#include <QSignalSpy>
#include <QTest>

using namespace models;
using namespace tests;

namespace {

Filter filterOf(const char *text)
{
    const Filter::Parsed parsed = Filter::parse(QString::fromUtf8(text));
    if (!parsed.filter)
        qFatal("%s", qPrintable(parsed.problem.text));
    return *parsed.filter;
}

struct World
{
    SampleEvents events { 3 };
    EventIndex index;
    qint64 next = 1;

    void arrive(int count, TermId subject = 0)
    {
        EventBatch batch;
        for (int i = 0; i < count; ++i) {
            batch.rows.push_back(events.any(next++));
            if (subject != 0 || i % 7 == 0) // some have none
                batch.rows.back().subject = subject;
        }
        batch.terms = events.takeTerms();
        index.append(batch);
    }
    void decide(TermId subject, Standing standing)
    {
        SubjectStandings subjects;
        if (index.standings())
            subjects = index.standings()->subjects();
        subjects.acknowledged.remove({ subject, subject });
        subjects.snoozed.remove({ subject, subject });
        if (standing != Standing::New)
            (standing == Standing::Snoozed ? subjects.snoozed : subjects.acknowledged)
                    .insert(subject);
        index.setStandings(std::make_shared<const Standings>(subjects));
    }
    TermId subjectAt(quint32 row) const { return index.term(TermColumn::Subject, row); }
};

QList<FacetCount> naiveTotals(const EventIndex &index)
{
    QList<FacetCount> counts(standingCount);
    for (quint32 row = 0; row < index.rows(); ++row) {
        FacetCount &count = counts[int(*standingFromKey(naiveStanding(index, row)))];
        ++count.matching;
        count.open += index.status(row) == Status::Open ? 1 : 0;
    }
    return counts;
}

const QList<FacetCount> &totals(const EventIndex &index)
{
    return index.facets().totals()[std::size_t(Field::Triage)];
}

/// Rows and the counts of the facet are those of a naive filter.
bool whole(const EventIndex &index, const EventQuery &query)
{
    if (query.rows() != naiveRows(index, query.filter(), query.order(), now()))
        return false;
    const Filter others =
            query.filter().withValues(Field::Triage, {}).withExcluded(Field::Triage, {});
    QList<FacetCount> counts(standingCount);
    for (const quint32 row : naiveRows(index, others, {}, now())) {
        FacetCount &count = counts[int(*standingFromKey(naiveStanding(index, row)))];
        ++count.matching;
        count.open += index.status(row) == Status::Open ? 1 : 0;
    }
    return query.matching()[std::size_t(Field::Triage)] == counts;
}

} // namespace

class TestStandings final : public QObject
{
    Q_OBJECT
private slots:
    void wordsAreReadBack()
    {
        for (int i = 0; i < standingCount; ++i)
            QCOMPARE(standingFromKey(QString(standingKey(Standing(i)))), Standing(i));
        QCOMPARE(standingFromKey(u"Snoozed"), Standing::Snoozed);
        QVERIFY(!standingFromKey(u"open") && !standingFromKey(u""));
    }

    void wrongWordsAreSaid()
    {
        const Filter::Parsed wrong = Filter::parse(QStringLiteral("triage:acknowleged"));
        QVERIFY(!wrong.filter);
        QVERIFY(wrong.problem.text.contains(QLatin1String("new, acknowledged, snoozed")));
        QCOMPARE(wrong.problem.fix->text, QStringLiteral("acknowledged"));
        QVERIFY(!Filter::parse(QStringLiteral("triage>new")).filter);
        QVERIFY(!Filter::parse(QStringLiteral("triage:\"\"")).filter);
        QCOMPARE(filterOf("Triage:New,SNOOZED").text(), QStringLiteral("triage:New,SNOOZED"));
        QVERIFY(Filter::parse(QStringLiteral("is:issue triage:new"), FilterScope::Issues).filter);
    }

    void rowsAreFoundAsTheyCome()
    {
        World world;
        world.arrive(300);
        const TermId subject = world.subjectAt(5);
        QVERIFY(subject != 0);
        SubjectStandings subjects;
        subjects.snoozed.insert(subject);
        const Standings standings(subjects);
        const auto marked = [&] {
            QList<quint32> rows;
            const IndexSnapshot snapshot = world.index.snapshot();
            const Standings::Rows found = standings.rowsOf(0, snapshot.segments[0]);
            for (const StandingRow &row : *found) {
                rows.append(row.row);
                if (row.standing != Standing::Snoozed
                    || row.open != (world.index.status(row.row) == Status::Open))
                    return QList<quint32>();
            }
            return rows;
        };
        const auto expected = [&] {
            QList<quint32> rows;
            for (quint32 row = 0; row < world.index.rows(); ++row) {
                if (world.subjectAt(row) == subject)
                    rows.append(row);
            }
            return rows;
        };
        QCOMPARE(marked(), expected());
        const Standings::Rows before = standings.rowsOf(0, world.index.snapshot().segments[0]);
        const std::size_t size = before->size();
        world.arrive(3, subject); // few: looked up one by one
        QCOMPARE(marked(), expected());
        world.arrive(500);
        QCOMPARE(marked(), expected());
        QCOMPARE(before->size(), size); // whoever has it keeps it as it was
        QVERIFY(Standings({}).rowsOf(0, world.index.snapshot().segments[0])->empty());
    }

    void totalsAreThoseOfTheRows()
    {
        World world;
        QCOMPARE(totals(world.index), naiveTotals(world.index));
        world.arrive(400);
        QCOMPARE(totals(world.index)[0].matching, 400U);
        QCOMPARE(totals(world.index), naiveTotals(world.index));
        for (int round = 0; round < 20; ++round) {
            decideAtRandom(world.index, world.events);
            QCOMPARE(totals(world.index), naiveTotals(world.index));
            world.arrive(30);
            QCOMPARE(totals(world.index), naiveTotals(world.index));
        }
        QVERIFY(totals(world.index)[1].matching > 0 && totals(world.index)[2].open > 0);
        world.index.setStandings(nullptr);
        QCOMPARE(totals(world.index)[0].matching, world.index.rows());
        QCOMPARE(totals(world.index), naiveTotals(world.index));
    }

    void nothingDecidedMakesAllNew()
    {
        World world;
        world.arrive(50);
        EventQuery query(world.index);
        query.setFilter(filterOf("triage:new"));
        QTRY_VERIFY(!query.busy());
        QCOMPARE(query.rows().size(), 50U);
        query.setFilter(filterOf("-triage:new"));
        QTRY_VERIFY(!query.busy());
        QVERIFY(query.rows().empty());
        QVERIFY(whole(world.index, query));
    }

    void aQueryFollows()
    {
        World world;
        world.arrive(400);
        EventQuery query(world.index);
        QSignalSpy counts(&query, &EventQuery::countsChanged);
        for (const char *const text :
             { "", "policy:tls", "-policy:tls", "triage:acknowledged", "-triage:new policy:tls",
               "(triage:snoozed or severity:urgent) is:open" }) {
            query.setFilter(filterOf(text));
            QTRY_VERIFY(!query.busy());
            for (int round = 0; round < 4; ++round) {
                counts.clear();
                decideAtRandom(world.index, world.events);
                QTRY_VERIFY(!counts.isEmpty() && !query.busy());
                QVERIFY2(whole(world.index, query), text);
                world.arrive(20);
                QTRY_VERIFY2(whole(world.index, query), text);
            }
        }
    }

    void arrivalsWhileItIsAsked()
    {
        World world;
        world.arrive(300);
        EventQuery query(world.index);
        query.setFilter(filterOf("triage:acknowledged,snoozed"));
        QTRY_VERIFY(!query.busy());
        for (int round = 0; round < 10; ++round) {
            decideAtRandom(world.index, world.events);
            world.arrive(20); // nothing was delivered yet
            decideAtRandom(world.index, world.events);
            world.arrive(20);
            QTRY_VERIFY(!query.busy());
            QVERIFY(whole(world.index, query));
        }
    }

    void oneSubject()
    {
        World world;
        world.arrive(100);
        EventQuery query(world.index);
        query.setFilter(filterOf("triage:acknowledged"));
        QTRY_VERIFY(!query.busy());
        const TermId subject = world.subjectAt(3);
        world.decide(subject, Standing::Acknowledged);
        QTRY_VERIFY(!query.busy() && !query.rows().empty());
        for (const quint32 row : query.rows())
            QCOMPARE(world.subjectAt(row), subject);
        const std::size_t before = query.rows().size();
        world.arrive(2, subject);
        QCOMPARE(query.rows().size(), before + 2); // at once
        world.decide(subject, Standing::Snoozed);
        QTRY_VERIFY(!query.busy() && query.rows().empty());
        const std::vector<FacetValue> values = query.facet(Field::Triage);
        QCOMPARE(values.size(), 3U); // by their scale, those that do not occur among them
        QCOMPARE(values[0].value, QStringLiteral("new"));
        QCOMPARE(values[1].value, QStringLiteral("acknowledged"));
        QVERIFY(values[1].selected && values[1].matching == 0 && values[1].total == 0);
        QCOMPARE(values[2].matching, qsizetype(before + 2));
    }

    void viewsAreCountedAgain()
    {
        World world;
        world.arrive(200);
        ViewCounts counts(world.index);
        counts.setViews({ { 1, filterOf("triage:snoozed") }, { 2, filterOf("is:open") } });
        QTRY_VERIFY(!counts.busy());
        QCOMPARE(counts.counts().value(1).unread, 0U);
        decideAtRandom(world.index, world.events);
        QTRY_VERIFY(!counts.busy());
        QCOMPARE(qsizetype(counts.counts().value(1).unread),
                 qsizetype(totals(world.index)[2].matching));
        QCOMPARE(counts.counts().value(1).open, totals(world.index)[2].open);
    }

    void completionCounts()
    {
        World world;
        world.arrive(200);
        decideAtRandom(world.index, world.events);
        FilterCompleter completer(world.index);
        QHash<QString, QString> notes;
        connect(&completer, &FilterCompleter::offered, this,
                [&notes](const FilterContext &, const QList<Completion> &list) {
                    for (const Completion &one : list)
                        notes.insert(one.text, one.note);
                });
        const QString typed = QStringLiteral("triage:");
        completer.complete(typed, typed.size(), {});
        QVERIFY(notes.contains(QStringLiteral("new"))); // at once, counts follow
        const quint32 snoozed = totals(world.index)[2].matching;
        QVERIFY(snoozed > 1);
        QTRY_COMPARE(notes.value(QStringLiteral("snoozed")),
                     QStringLiteral("%1 events").arg(snoozed));
    }
};

QTEST_GUILESS_MAIN(TestStandings)
#include "standingstest.moc"
