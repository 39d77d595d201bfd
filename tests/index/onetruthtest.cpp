// SPDX-License-Identifier: GPL-3.0-or-later
// One filter truth: whichever way a filter was put together, it is the same filter and shows the
// same rows; and these are the rows that a naive filter over rows and bodies finds.
#include "models/index/filterwords.h"
#include "models/index/pathtest.h"
#include "models/index/scan.h"
#include "tests/index/naivefilter.h"
#include "tests/index/randomfilter.h"
#include "tests/index/sampleevents.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace models;
using namespace tests;

namespace {

const std::atomic_bool notCancelled { false };

/// Rows with bodies: an event with id n has body n - 1.
struct World
{
    SampleEvents events;
    EventIndex index;
    QList<QByteArray> bodies;

    explicit World(quint32 seed) : events(seed)
    {
        EventBatch batch;
        for (qint64 id = 1; id <= 400; ++id) {
            batch.rows.push_back(events.any(id));
            bodies.append(body());
        }
        batch.terms = events.takeTerms();
        index.append(batch);
        decideAtRandom(index, events);
    }

    QByteArray body()
    {
        QJsonObject data;
        if (events.below(4) != 0)
            data.insert(QStringLiteral("count"), int(events.below(10)));
        if (events.below(4) != 0)
            data.insert(QStringLiteral("word"),
                        events.pick({ "UNKNOWN", "aws", "a*", "", "Größe" }));
        if (events.below(4) == 0)
            data.insert(QStringLiteral("word"), QJsonValue::Null);
        QJsonArray list;
        for (quint32 i = events.below(4); i > 0; --i)
            list.append(QJsonObject { { QStringLiteral("id"), int(events.below(5)) } });
        data.insert(QStringLiteral("list"), list);
        data.insert(QStringLiteral("when"),
                    events.pick({ "2023-11-14T10:00:00Z", "2023-11-16T10:00:00Z", "never" }));
        const QJsonObject event { { QStringLiteral("data"), data } };
        return QJsonDocument(QJsonObject { { QStringLiteral("event"), event } }).toJson();
    }

    OtherTests others() const
    {
        class BodyTest final : public RowTest
        {
        public:
            BodyTest(const QList<QByteArray> &bodies, const FilterNode &clause)
                : m_bodies(bodies), m_test(clause)
            {
            }
            void run(const Stretch &stretch, quint8 *passes) override
            {
                for (quint32 row = 0; row < stretch.count; ++row) {
                    const qint64 id = stretch.segment.segment->ids[stretch.first + row];
                    passes[row] = m_test(m_bodies[qsizetype(id - 1)]) ? 1 : 0;
                }
            }

        private:
            const QList<QByteArray> &m_bodies;
            PathTest m_test;
        };
        return [this](const FilterNode &clause) -> std::unique_ptr<RowTest> {
            if (clause.field != Field::Path)
                return nullptr;
            return std::make_unique<BodyTest>(bodies, clause);
        };
    }

    std::vector<quint32> rows(const Filter &filter) const
    {
        RowMatcher matcher(filter, now(), others());
        Ranks ranks;
        return scan(index.snapshot(), matcher, {}, ranks, notCancelled).rows;
    }
};

/// All values at a path, by Qt's own reader of JSON.
void naiveValues(const QJsonValue &at, const QStringList &names, QStringList &values)
{
    if (at.isArray()) {
        for (const QJsonValue &one : at.toArray())
            naiveValues(one, names, values);
    } else if (names.isEmpty()) {
        values.append(at.isDouble() ? QString::number(at.toDouble()) : at.toString());
    } else if (at.isObject() && at.toObject().contains(names.constFirst())) {
        naiveValues(at.toObject().value(names.constFirst()), names.mid(1), values);
    }
}

bool naivePath(const QByteArray &body, const FilterNode &clause)
{
    QStringList values;
    naiveValues(QJsonDocument::fromJson(body).object().value(QStringLiteral("event")),
                clause.path.split(QLatin1Char('.')), values);
    if (clause.relation != FilterNode::Relation::Is) {
        const QString bound = clause.values.constFirst();
        const auto way = [&](const QString &value) -> std::optional<int> {
            bool number = false;
            const double right = bound.toDouble(&number);
            bool good = false;
            const double left = value.toDouble(&good);
            if (number)
                return good ? std::optional(left < right ? -1 : int(left > right)) : std::nullopt;
            const QDate day = QDateTime::fromString(value, Qt::ISODate).toUTC().date();
            const QDate boundDay = QDate::fromString(bound.left(10), Qt::ISODate);
            return day.isValid() ? std::optional(day < boundDay ? -1 : int(day > boundDay))
                                 : std::nullopt;
        };
        return std::any_of(values.begin(), values.end(), [&](const QString &value) {
            const auto order = way(value);
            switch (clause.relation) {
            case FilterNode::Relation::Less:
                return order && *order < 0;
            case FilterNode::Relation::LessOrEqual:
                return order && *order <= 0;
            case FilterNode::Relation::Greater:
                return order && *order > 0;
            default:
                return order && *order >= 0;
            }
        });
    }
    if (values.isEmpty())
        values.append(QString());
    return std::any_of(clause.values.begin(), clause.values.end(), [&](const QString &wanted) {
        return std::any_of(values.begin(), values.end(), [&](const QString &value) {
            if (wanted == QLatin1String("*"))
                return !value.isEmpty();
            if (wanted.endsWith(QLatin1String("\\*")))
                return value.toLower() == QString(wanted.chopped(2) + QLatin1Char('*')).toLower();
            if (wanted.endsWith(QLatin1Char('*')))
                return value.toLower().startsWith(wanted.chopped(1).toLower());
            return value.toLower() == wanted.toLower();
        });
    });
}

bool naive(const World &world, quint32 row, const FilterNode &node)
{
    const auto passes = [&](const auto &child) { return naive(world, row, *child); };
    switch (node.kind) {
    case FilterNode::Kind::And:
        return std::all_of(node.children.begin(), node.children.end(), passes);
    case FilterNode::Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), passes);
    case FilterNode::Kind::Not:
        return !passes(node.children.front());
    default:
        break;
    }
    if (node.kind == FilterNode::Kind::Match && node.field == Field::Path)
        return naivePath(world.bodies[qsizetype(world.index.id(row) - 1)], node);
    return naivePasses(world.index, row, node, now());
}

QString randomClause(SampleEvents &random)
{
    switch (random.below(3)) {
    case 0:
        return random.pick({ "data.word:unknown", "data.word:\"\"", "data.word:*", "data.word:a*",
                             "data.word:a\\*,aws", "data.count>4", "data.count<=2", "data.count:7",
                             "data.list.id:3", "data.list.id>3", "data.list.id:\"\"", "data.none:*",
                             "data.when>=2023-11-15Z", "data.when<2023-11-15Z",
                             "event.data.word:größe", "data.when:never" });
    case 1:
        return random.pick({ "is:open", "is:closed", "is:unread", "is:read,closed", "triage:new",
                             "triage:acknowledged,snoozed" });
    default:
        return randomExpression(random, 1);
    }
}

Filter parsed(const QString &text)
{
    const Filter::Parsed result = Filter::parse(text);
    if (!result.filter)
        qFatal("%s", qPrintable(text + result.problem.text));
    return *result.filter;
}

} // namespace

class TestOneTruth final : public QObject
{
    Q_OBJECT
private slots:
    void equalsNaiveFilter()
    {
        World world(1);
        int hits = 0;
        for (int round = 0; round < 400; ++round) {
            QStringList parts;
            for (quint32 i = world.events.below(3) + 1; i > 0; --i)
                parts.append(world.events.pick({ "", "-", "not " }) + QLatin1Char('(')
                             + randomClause(world.events) + QLatin1Char(')'));
            const QString text = parts.join(world.events.pick({ " ", " or " }));
            if (text.contains(QLatin1String("age")) || text.contains(QLatin1String("<2d"))
                || text.contains(QLatin1String(">1d")))
                continue; // its moment moves on
            const Filter filter = parsed(text);
            std::vector<quint32> expected;
            for (quint32 row = world.index.rows(); row-- > 0;) {
                if (naive(world, row, filter.root()))
                    expected.push_back(row);
            }
            QVERIFY2(world.rows(filter) == expected, qPrintable(text));
            hits += expected.empty() ? 0 : 1;
        }
        QVERIFY(hits > 150);
    }

    /// A filter as a person puts it together: clicks in facets, words typed, chips dropped.
    void everyWayIsTheSame()
    {
        World world(2);
        SampleEvents random(7);
        const std::vector<std::pair<Field, QStringList>> facets {
            { Field::Group, { QStringLiteral("CA Business Unit"), QStringLiteral("EU") } },
            { Field::Product, { QStringLiteral("API_SECURE") } },
            { Field::Severity, { QStringLiteral("urgent"), QStringLiteral("high") } },
            { Field::Status, { QStringLiteral("open") } },
            { Field::Is, { QStringLiteral("unread"), QStringLiteral("closed") } },
            { Field::HostedOn, { QStringLiteral("UNKNOWN") } },
            { Field::Triage, { QStringLiteral("new"), QStringLiteral("snoozed") } },
        };
        for (int round = 0; round < 200; ++round) {
            // What is wanted: some selections, a path, a text, a time.
            std::vector<std::pair<Field, QStringList>> wanted;
            for (const auto &facet : facets) {
                if (random.below(2) == 0)
                    wanted.push_back(facet);
            }
            const bool path = random.below(2) == 0;
            const QString rest = random.pick(
                    { "", "certificate", "received>=2023-11-14Z", "-type:odd (shop or gumtree)" });

            QString text = rest; // typed
            for (const auto &[field, values] : wanted) {
                QStringList written;
                for (const QString &value : values)
                    written.append(writtenValue(value));
                text += QLatin1Char(' ') + fieldName(field) + QLatin1Char(':')
                        + written.join(QLatin1Char(','));
            }
            if (path)
                text += QStringLiteral(" data.word:unknown");
            const Filter typed = parsed(text);

            Filter clicked = parsed(rest); // value by value, some taken back on the way
            for (const auto &[field, values] : wanted) {
                for (const QString &value : values) {
                    clicked = clicked.withValues(field,
                                                 clicked.values(field) + QStringList { value });
                }
                const Filter other =
                        clicked.withValues(field, values + QStringList { QStringLiteral("x") });
                clicked = other.withValues(field, values);
                clicked = clicked.withExcluded(field, { QStringLiteral("x") }) // and Alt-click
                                  .withExcluded(field, {});
            }
            if (path) {
                clicked = clicked.withPathValues(QStringLiteral("event.data.word"),
                                                 { QStringLiteral("unknown") });
            }
            QCOMPARE(clicked.text(), typed.text());
            QVERIFY(clicked == typed);

            // More than is wanted, and chips dropped until it is right.
            Filter chips = parsed(QString(typed.text() + QStringLiteral(" zzz is:read")));
            while (chips.clauses().size() > typed.clauses().size())
                chips = chips.clauses().back().without;
            QVERIFY2(chips == typed, qPrintable(chips.text()));

            // In another order: another text, the same rows.
            QStringList parts;
            const std::vector<Filter::Clause> clauses = typed.clauses();
            for (auto clause = clauses.rbegin(); clause != clauses.rend(); ++clause)
                parts.append(QStringLiteral("(%1)").arg(clause->text));
            const Filter turned = parsed(parts.join(QLatin1Char(' ')));
            const std::vector<quint32> rows = world.rows(typed);
            QVERIFY2(world.rows(turned) == rows, qPrintable(turned.text()));
            QVERIFY(world.rows(chips) == rows);
            QVERIFY(world.rows(clicked) == rows);

            // Each facet alone changes nothing about the others.
            for (const auto &[field, values] : wanted) {
                const Filter without = typed.withValues(field, {});
                for (const auto &[other, otherValues] : wanted)
                    QCOMPARE(without.values(other), other == field ? QStringList() : otherValues);
                QVERIFY(world.rows(without.withValues(field, values)) == rows);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestOneTruth)
#include "onetruthtest.moc"
