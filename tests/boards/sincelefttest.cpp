// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/sinceleft.h"
#include "tests/boards/boardstream.h"

#include <QTest>

using namespace models;
using tests::BoardStream;
using tests::StreamEvent;

namespace {

constexpr qint64 day = 86'400'000;

Instant at(double days)
{
    return Instant(std::chrono::milliseconds(1'700'000'000'000 + qint64(days * day)));
}

class TestSinceLeft final : public QObject
{
    Q_OBJECT

private slots:
    void eachListHasItsOwn();
    void agreesWithTheBoardsOfBothMoments();
    void nothingComesOfNothing();
    void textsAreEscaped();
    void longListsAreCut();

private:
    void add(TermId subject, double days, Status status, Severity severity = Severity::High)
    {
        EventRow row;
        row.id = ++m_id;
        row.time = at(days).time_since_epoch().count();
        row.family = Family::PolicyViolation;
        row.subject = subject;
        row.status = status;
        row.severity = severity;
        row.title = 7;
        m_board.add(row);
    }
    std::vector<TermId> subjects(const std::vector<quint32> &places) const
    {
        std::vector<TermId> found;
        for (const quint32 place : places)
            found.push_back(m_board.state(place).subject);
        std::sort(found.begin(), found.end());
        return found;
    }

    IssueBoard m_board;
    qint64 m_id = 0;
};

void TestSinceLeft::eachListHasItsOwn()
{
    using Subjects = std::vector<TermId>;
    add(1, 101, Status::Open); // new
    add(2, 50, Status::Open, Severity::Medium);
    add(2, 101, Status::Open, Severity::Urgent); // worse
    add(3, 90, Status::Open);
    add(3, 102, Status::Fixed); // resolved
    add(4, 90, Status::Open);
    add(4, 102, Status::Accepted);
    add(5, 80, Status::Open);
    add(5, 90, Status::Fixed);
    add(5, 103, Status::Open); // reopened
    add(6, 71, Status::Open); // overdue on day 101
    add(7, 10, Status::Open); // overdue for long, silent
    add(8, 101, Status::Open); // came and went
    add(8, 102, Status::Fixed);
    add(9, 95, Status::Open); // as it was
    add(10, 105, Status::Open); // after the end
    m_board.settle();
    const SinceLeft since = sinceLeft(m_board, {}, at(100), at(104));
    QCOMPARE(subjects(since.fresh), Subjects { 1 });
    QCOMPARE(subjects(since.worse), Subjects { 2 });
    QCOMPARE(subjects(since.resolved), Subjects { 3 });
    QCOMPARE(subjects(since.accepted), Subjects { 4 });
    QCOMPARE(subjects(since.reopened), Subjects { 5 });
    QCOMPARE(subjects(since.overdue), Subjects { 6 });
    QCOMPARE(subjects(since.silent), Subjects { 7 });
}

void TestSinceLeft::agreesWithTheBoardsOfBothMoments()
{
    BoardStream stream(5);
    const std::vector<StreamEvent> events = stream.make(1500);
    Boards boards;
    boards.add(stream.batch(events));
    boards.settle();
    const IssueBoard &board = boards.issues();
    const Instant from = events[600].time;
    const Instant to = events[1200].time;
    const auto before = tests::issuesOf(board.asOf(from));
    const auto after = tests::issuesOf(board.asOf(to));
    const SinceLeft since = sinceLeft(board, {}, from, to);
    const auto has = [](const std::vector<quint32> &list, quint32 place) {
        return std::find(list.begin(), list.end(), place) != list.end();
    };
    for (quint32 place = 0; place < board.size(); ++place) {
        const TermId subject = board.state(place).subject;
        const bool known = before.contains(subject);
        const Issue then = before.value(subject);
        const Issue now = after.value(subject);
        QCOMPARE(has(since.fresh, place), !known && now.isOpen());
        QCOMPARE(has(since.resolved, place), then.isOpen() && now.isFixed());
        QCOMPARE(has(since.accepted, place),
                 then.isOpen() && now.phase == IssuePhase::Closed && !now.isFixed());
        QCOMPARE(has(since.reopened, place),
                 known && now.isOpen() && now.timesReopened > then.timesReopened);
        QCOMPARE(has(since.worse, place),
                 known && now.isOpen() && now.facts.severity > then.facts.severity);
    }
    QVERIFY(!since.fresh.empty() && !since.resolved.empty() && !since.overdue.empty());
}

void TestSinceLeft::nothingComesOfNothing()
{
    QVERIFY(sinceLeft(IssueBoard(), {}, at(1), at(2)).isEmpty());
    IssueBoard board;
    const SinceLeft backwards = sinceLeft(board, {}, at(2), at(1));
    QCOMPARE(backwards.to, backwards.from);
    const auto none = [](TermId) { return QString(); };
    QVERIFY(sinceLeftMarkdown(backwards, board, none).contains(u"Nothing changed"));
}

void TestSinceLeft::textsAreEscaped()
{
    m_board = {};
    add(1, 101, Status::Open);
    m_board.settle();
    const SinceLeft since = sinceLeft(m_board, {}, at(100), at(104));
    const auto hostile = [](TermId) {
        return QStringLiteral("</li><script>x</script> [a](https://evil.example) @all\n# *b* `c`");
    };
    const QString markdown = sinceLeftMarkdown(since, m_board, hostile);
    QVERIFY2(markdown.contains(QStringLiteral("\\[a\\]\\(https\\:\\/\\/evil\\.example\\)")),
             qPrintable(markdown));
    QVERIFY(!markdown.contains(u"\n# *") && !markdown.contains(u"<script")
            && !markdown.contains(u"@all"));
    QCOMPARE(markdown.count(u"\n- "), 1);
    const QString html = sinceLeftHtml(since, m_board, hostile);
    QVERIFY(html.contains(u"&lt;/li&gt;&lt;script&gt;") && !html.contains(u"<script"));
    QCOMPARE(html.count(u"<li>"), 1);
    QVERIFY(html.contains(u"<h2>New: 1</h2>"));
}

void TestSinceLeft::longListsAreCut()
{
    m_board = {};
    for (TermId subject = 1; subject <= 9; ++subject)
        add(subject, 101, Status::Open, subject == 9 ? Severity::Urgent : Severity::Low);
    m_board.settle();
    const SinceLeft since = sinceLeft(m_board, {}, at(100), at(104));
    QCOMPARE(m_board.state(since.fresh.front()).subject, 9U); // the worst first
    const QString text = sinceLeftMarkdown(
            since, m_board, [](TermId) { return QStringLiteral("x"); }, 4);
    QCOMPARE(text.count(u"\n- "), 5);
    QVERIFY2(text.contains(u"and 5 more"), qPrintable(text));
}

} // namespace

QTEST_GUILESS_MAIN(TestSinceLeft)
#include "sincelefttest.moc"
