// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/pathtest.h"
#include "tests/support/utf8text.h"

#include <QDateTime>
#include <QTest>

using namespace models;
using tests::text;

namespace {

const QByteArray body = R"({"event": {"data": {
    "name": "Alpha One", "count": 7, "digits": "12", "nothing": null, "blank": "",
    "list": [1, 5, "odd"], "none": [], "object": {}, "word": "a*",
    "created": "2026-11-01T09:30:00Z", "stamp": 1793525400}}})";

} // namespace

class TestPathClause final : public QObject
{
    Q_OBJECT
private slots:
    void judges_data()
    {
        QTest::addColumn<bool>("expected");
        const auto row = [](const char *clause, bool expected) {
            QTest::newRow(clause) << expected;
        };
        row("data.name:\"alpha one\"", true); // without case
        row("data.name:alpha", false);
        row("data.name:alpha*", true);
        row("data.name:x,\"ALPHA ONE\"", true);
        row("event.data.name:alpha*", true);
        row("data.word:a\\*", true);
        row("data.name:alpha\\*", false);
        row("data.count:7", true);
        row("data.count>6", true);
        row("data.count>7", false);
        row("data.count>=7", true);
        row("data.count<7.5", true);
        row("data.count<=6", false);
        row("data.digits>9", true); // as numbers, not as texts
        row("data.name>1", false);
        row("data.missing>1", false);
        row("data.missing<1", false);
        row("data.list:5", true); // any element
        row("data.list>4", true);
        row("data.list>5", false);
        row("data.list:odd", true);
        row("data.missing:\"\"", true);
        row("data.nothing:\"\"", true);
        row("data.blank:\"\"", true);
        row("data.none:\"\"", true);
        row("data.name:\"\"", false);
        row("data.object:\"\"", false);
        row("data.name:*", true);
        row("data.object:*", true);
        row("data.nothing:*", false);
        row("data.missing:*", false);
        row("data.missing:x,\"\"", true);
        row("data.created:2026*", true);
        row("data.created>=2026-11-01T09:30Z", true);
        row("data.created>2026-11-01T09:30Z", false); // the whole minute
        row("data.created<2026-11-02Z", true);
        row("data.stamp>=2026-10-01Z", true); // seconds since the epoch
        row("data.created>7d", true); // newer than seven days, as time>7d
        row("data.created<7d", false);
        row("data.name>7d", false);
    }
    void judges()
    {
        QFETCH(bool, expected);
        const auto parsed = Filter::parse(text(QTest::currentDataTag()));
        QVERIFY2(parsed.filter, qPrintable(parsed.problem.text));
        const Instant now(std::chrono::milliseconds(
                QDateTime::fromString(text("2026-11-05T00:00:00Z"), Qt::ISODate)
                        .toMSecsSinceEpoch()));
        QCOMPARE(PathTest(parsed.filter->root(), now)(body), expected);
    }

    void otherClausesPassNothing()
    {
        for (const char *clause : { "", "group:x", "data.name:* x", "-data.name:*" })
            QVERIFY(!PathTest(Filter::parse(text(clause)).filter->root())(body));
        QVERIFY(!PathTest(Filter::parse(text("data.name:*")).filter->root())("no json"));
        QVERIFY(PathTest(Filter::parse(text("data.name:\"\"")).filter->root())("no json"));
    }
};

QTEST_GUILESS_MAIN(TestPathClause)
#include "pathclausetest.moc"
