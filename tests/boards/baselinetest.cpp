// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/baselinecomparison.h"
#include "models/boards/csvrecords.h"
#include "tests/boards/boardstream.h"

#include <QTest>

using namespace models;
using tests::BoardStream;
using tests::StreamEvent;

namespace {

class TestBaseline final : public QObject
{
    Q_OBJECT

private slots:
    void jsonLines();
    void csv();
    void quotedCsv();
    void whatCannotBeReadIsTold();
    void limits();
    void exactlyWhatWasDroppedIsNamed_data();
    void exactlyWhatWasDroppedIsNamed();
    void lostEventsAreNamedOnTheRightList();
};

void TestBaseline::jsonLines()
{
    const Baseline read = readBaseline(
            "\xef\xbb\xbf{\"uuid\": \"AA-1\", \"title\": \"One\", \"relevance\": \"URGENT\", "
            "\"date_created\": \"2020-07-23T08:18:30+00:00\", "
            "\"affected_asset\": {\"name\": \"shop\"}}\r\n\n"
            "{\"id\": 1234567890123456}\n"
            "{\"event\": {\"type\": \"X\", \"data\": {\"uuid\": \"three\"}}, \"time\": 1}\n"
            "{\"id\": 17, \"body\": {\"event\": {\"data\": {\"uuid\": \"four\"}}}}\n"
            "{\"uuid\": \"aa-1\"}");
    QCOMPARE(read.entries.size(), 4U);
    QCOMPARE(read.entries[0].id, QStringLiteral("AA-1"));
    QCOMPARE(read.entries[0].title, QStringLiteral("One"));
    QCOMPARE(read.entries[0].asset, QStringLiteral("shop"));
    QCOMPARE(read.entries[0].severityWord, QStringLiteral("URGENT"));
    QVERIFY(read.entries[0].opened);
    QCOMPARE(read.entries[1].id, QStringLiteral("1234567890123456"));
    QCOMPARE(read.entries[1].line, 3);
    QCOMPARE(read.entries[2].id, QStringLiteral("three"));
    QCOMPARE(read.entries[3].id, QStringLiteral("four"));
    QCOMPARE(read.repeated, 1);
    QVERIFY(read.problems.empty() && !read.isCut);
}

void TestBaseline::csv()
{
    for (const char *separator : { ",", ";", "\t" }) {
        QByteArray text("Severity,UUID,Title\nHIGH,a,One\n\nLOW,b\r\n,c,Three,more\n");
        text.replace(',', separator);
        const Baseline read = readBaseline(text);
        QCOMPARE(read.entries.size(), 3U);
        QCOMPARE(read.entries[0],
                 (BaselineEntry { QStringLiteral("a"),
                                  QStringLiteral("One"),
                                  {},
                                  QStringLiteral("HIGH"),
                                  {},
                                  2 }));
        QCOMPARE(read.entries[1].id, QStringLiteral("b"));
        QCOMPARE(read.entries[2].line, 5);
    }
    // The better name wins, wherever it stands.
    QCOMPARE(readBaseline("id,uuid\n1,two\n").entries[0].id, QStringLiteral("two"));
}

void TestBaseline::quotedCsv()
{
    const Baseline read =
            readBaseline("id,title\n\"a\",\"x \"\"y\"\", z\nsecond line\"\nb,5\" pipe\n");
    QCOMPARE(read.entries.size(), 2U);
    QCOMPARE(read.entries[0].title, QStringLiteral("x \"y\", z\nsecond line"));
    QCOMPARE(read.entries[1].title, QStringLiteral("5\" pipe"));
    QCOMPARE(read.entries[1].line, 4);
    CsvRecords open("a,\"never closed\nb", ',');
    QVERIFY(open.next(10, 1000));
    QCOMPARE(open.fields(), (std::vector<QByteArray> { "a", "never closed\nb" }));
    QVERIFY(!open.next(10, 1000));
}

void TestBaseline::whatCannotBeReadIsTold()
{
    const Baseline read =
            readBaseline("{\"uuid\": \"a\"}\n{\"uuid\": \n[1]\n{\"title\": \"no id\"}\n"
                         "{\"uuid\": {\"b\": 1}}\n{\"id\": 1.5}\n{\"id\": 1e300}\n"
                         "{\"uuid\": \"b\"}\n");
    QCOMPARE(read.entries.size(), 2U);
    QCOMPARE(read.refused, 6);
    QCOMPARE(read.problems.size(), 6U);
    QCOMPARE(read.problems[0].line, 2);
    for (const char *list : { "", " \n ", "[{\"uuid\": \"a\"}]", "just,words\n1,2\n",
                              "<html><body>sign in</body></html>" }) {
        const Baseline none = readBaseline(list);
        QVERIFY2(none.entries.empty() && none.problems.size() == 1, list);
        QCOMPARE(none.problems[0].line, 0);
    }
}

void TestBaseline::limits()
{
    BaselineLimits limits;
    limits.entries = 3;
    limits.lineBytes = 40;
    limits.problems = 2;
    limits.text = 5;
    const QByteArray lines("{\"uuid\": \"a\", \"title\": \"long title\"}\n{\"uuid\": \"toolong\"}\n"
                           "{\"uuid\": \"b\"                                       }\n{}\n"
                           "{\"uuid\": \"c\"}\n{\"uuid\": \"d\"}\n{\"uuid\": \"e\"}\n");
    const Baseline read = readBaseline(lines, limits);
    QCOMPARE(read.entries.size(), 3U);
    QCOMPARE(read.entries[0].title, QStringLiteral("long "));
    QCOMPARE(read.refused, 3);
    QCOMPARE(read.problems.size(), 2U);
    QVERIFY(read.isCut);
    limits.bytes = 20;
    QVERIFY(readBaseline(lines, limits).isCut);
    // Deep nesting is refused, not followed.
    QByteArray deep("{\"uuid\": ");
    deep += QByteArray(100'000, '[');
    QCOMPARE(readBaseline(deep).entries.size(), 0U);
    limits = {};
    limits.columns = 3;
    const Baseline wide = readBaseline("id,b,c\n1,2,3,4\n2,2,3\n", limits);
    QCOMPARE(wide.entries.size(), 1U);
    QCOMPARE(wide.refused, 1);
}

/// The open subjects of a board as a list.
QByteArray listOf(BoardStream &stream, const IssueBoard &board, bool csv)
{
    QByteArray list = csv ? "uuid,title\n" : "";
    for (quint32 place = 0; place < board.size(); ++place) {
        const Issue issue = board.issue(place);
        if (!issue.isOpen())
            continue;
        const QByteArray id = stream.text(issue.subject).toUtf8();
        list += csv ? QByteArray(id + ",\"a, title\"\n")
                    : QByteArray("{\"uuid\": \"" + id + "\"}\n");
    }
    return list;
}

void TestBaseline::exactlyWhatWasDroppedIsNamed_data()
{
    QTest::addColumn<bool>("csv");
    QTest::newRow("JSON Lines") << false;
    QTest::newRow("CSV") << true;
}

void TestBaseline::exactlyWhatWasDroppedIsNamed()
{
    QFETCH(bool, csv);
    BoardStream stream(4);
    const std::vector<StreamEvent> events = stream.make(1500);
    IssueBoard full;
    IssueBoard part;
    QSet<TermId> dropped; // every event of one subject in twenty never came
    for (const StreamEvent &event : events) {
        const EventRow row = stream.row(event);
        full.add(row);
        if (qHash(row.subject, 7) % 20 == 0)
            dropped.insert(row.subject);
        else
            part.add(row);
    }
    full.settle();
    part.settle();
    const Baseline list = readBaseline(listOf(stream, full, csv));
    const auto found =
            compareBaseline(list, part, [&stream](TermId term) { return stream.text(term); });
    QSet<TermId> named;
    for (const std::size_t entry : found.neverReceived)
        named.insert(stream.term(list.entries[entry].id));
    QSet<TermId> expected;
    qsizetype open = 0;
    for (const Issue &issue : tests::issuesOf(full)) {
        open += issue.isOpen() ? 1 : 0;
        if (issue.isOpen() && dropped.contains(issue.subject))
            expected.insert(issue.subject);
    }
    QVERIFY(expected.size() > 5);
    QCOMPARE(named, expected);
    QVERIFY(found.openHereOnly.empty() && found.closedHereOnly.empty());
    QCOMPARE(qsizetype(found.agreed.size()) + named.size(), open);
}

void TestBaseline::lostEventsAreNamedOnTheRightList()
{
    BoardStream stream(6);
    const std::vector<StreamEvent> events = stream.make(1500);
    Boards full;
    full.add(stream.batch(events));
    full.settle();
    Boards part;
    part.add(stream.batch(stream.withHoles(events, 20)));
    part.settle();
    const Baseline list = readBaseline(listOf(stream, full.issues(), false));
    const auto found = compareBaseline(list, part.issues(),
                                       [&stream](TermId term) { return stream.text(term); });
    qsizetype never = 0;
    qsizetype agreed = 0;
    qsizetype here = 0;
    qsizetype there = 0;
    const auto have = tests::issuesOf(part.issues());
    for (const Issue &issue : tests::issuesOf(full.issues())) {
        const bool known = have.contains(issue.subject);
        const bool open = have.value(issue.subject).isOpen();
        never += issue.isOpen() && !known ? 1 : 0;
        agreed += issue.isOpen() && open ? 1 : 0;
        here += !issue.isOpen() && open ? 1 : 0;
        there += issue.isOpen() && known && !open ? 1 : 0;
    }
    QVERIFY(never > 0 && here > 0 && agreed > 0);
    QCOMPARE(qsizetype(found.neverReceived.size()), never);
    QCOMPARE(qsizetype(found.agreed.size()), agreed);
    QCOMPARE(qsizetype(found.openHereOnly.size()), here);
    QCOMPARE(qsizetype(found.closedHereOnly.size()), there);
}

} // namespace

QTEST_GUILESS_MAIN(TestBaseline)
#include "baselinetest.moc"
