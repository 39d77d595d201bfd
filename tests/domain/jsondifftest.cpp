// SPDX-License-Identifier: GPL-3.0-or-later
// What is different between two bodies: applied to one it gives the other, and it is the same
// from both sides.
#include "models/domain/jsondiff.h"
#include "models/domain/textdiff.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace models;
using Kind = JsonDifference::Kind;

namespace {

QJsonValue randomValue(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 0 ? 8 : 5)) {
    case 0:
        return random.bounded(5);
    case 1:
        return random.bounded(2) == 0;
    case 2:
        return QJsonValue::Null;
    case 3:
        return QStringLiteral("text %1").arg(random.bounded(3));
    case 4:
        return QStringLiteral("dotted.ü \\");
    case 5: {
        QJsonArray array;
        for (int i = random.bounded(4); i > 0; --i)
            array.append(randomValue(random, depth - 1));
        return array;
    }
    default: {
        QJsonObject object;
        static const char *const names[] = { "a", "b.c", "d\\", "e", "ö" };
        for (int i = random.bounded(5); i > 0; --i)
            object.insert(QString::fromUtf8(names[random.bounded(5)]),
                          randomValue(random, depth - 1));
        return object;
    }
    }
}

QByteArray randomBody(QRandomGenerator &random)
{
    QJsonObject object;
    object.insert(QStringLiteral("event"), randomValue(random, 4));
    object.insert(QStringLiteral("time"), random.bounded(3));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QHash<QString, JsonLeaf> byPath(const QList<JsonLeaf> &leaves)
{
    QHash<QString, JsonLeaf> all;
    for (const JsonLeaf &leaf : leaves)
        all.insert(leaf.path, leaf);
    return all;
}

/// `left` with the differences carried out.
QHash<QString, JsonLeaf> applied(const QList<JsonLeaf> &left, const QList<JsonDifference> &all)
{
    QHash<QString, JsonLeaf> result = byPath(left);
    for (const JsonDifference &one : all) {
        if (one.kind == Kind::Removed)
            result.remove(one.path);
        else if (one.kind != Kind::Equal)
            result.insert(one.path, one.right);
    }
    return result;
}

QString without(const QString &text, const QList<TextSpan> &spans)
{
    QString rest = text;
    for (auto span = spans.crbegin(); span != spans.crend(); ++span)
        rest.remove(span->start, span->length);
    return rest;
}

} // namespace

class JsonDiffTest final : public QObject
{
    Q_OBJECT
private slots:
    void kinds()
    {
        const auto left = jsonLeaves(R"({"a":1,"gone":"x","list":[1,2],"same":null,"empty":{}})");
        const auto right =
                jsonLeaves(R"({"a":"1","new":true,"list":[1,3,4],"same":null,"empty":{}})");
        QVERIFY(left && right);
        QStringList words;
        for (const JsonDifference &one : compareLeaves(*left, *right)) {
            if (one.kind != Kind::Equal)
                words += QStringLiteral("%1 %2").arg(int(one.kind)).arg(one.path);
        }
        // A number is no text, however alike they look; what is new stands where the right has it.
        QCOMPARE(words,
                 QStringList({ QStringLiteral("1 a"), QStringLiteral("2 gone"),
                               QStringLiteral("3 new"), QStringLiteral("1 list.1"),
                               QStringLiteral("3 list.2") }));
    }

    void applyingItGivesTheOther()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 500; ++round) {
            const QByteArray one = randomBody(random);
            const QByteArray other = random.bounded(10) == 0 ? one : randomBody(random);
            const auto left = jsonLeaves(one);
            const auto right = jsonLeaves(other);
            QVERIFY2(left && right, one.constData());
            const QList<JsonDifference> all = compareLeaves(*left, *right);
            QVERIFY(applied(*left, all) == byPath(*right));

            QHash<QString, JsonDifference> there;
            for (const JsonDifference &difference : all)
                there.insert(difference.path, difference);
            const QList<JsonDifference> back = compareLeaves(*right, *left);
            QCOMPARE(back.size(), all.size());
            QCOMPARE(there.size(), all.size()); // each path once
            for (const JsonDifference &difference : back) {
                const JsonDifference &forth = there.value(difference.path);
                const Kind turned = forth.kind == Kind::Added ? Kind::Removed
                        : forth.kind == Kind::Removed         ? Kind::Added
                                                              : forth.kind;
                QCOMPARE(difference.kind, turned);
                QCOMPARE(difference.left, forth.right);
                QCOMPARE(difference.right, forth.left);
            }
            if (one == other)
                QVERIFY(std::all_of(all.begin(), all.end(),
                                    [](const auto &same) { return same.kind == Kind::Equal; }));
        }
    }

    /// An element is the same wherever it stands, if something names it.
    void elementsWithNames()
    {
        const auto words = [](const char *left, const char *right) {
            QStringList list;
            const auto all = compareBodies(left, right).value();
            for (const JsonDifference &one : all) {
                if (one.kind != Kind::Equal)
                    list += QStringLiteral("%1 %2 (%3)")
                                    .arg(int(one.kind))
                                    .arg(one.place, one.path);
            }
            return list;
        };
        QCOMPARE(words(R"({"l":[{"id":1,"a":1},{"id":2,"a":2}]})",
                       R"({"l":[{"id":3,"a":3},{"id":2,"a":5},{"id":1,"a":1}]})"),
                 QStringList({ QStringLiteral("3 l[id=3].id (l.0.id)"),
                               QStringLiteral("3 l[id=3].a (l.0.a)"),
                               QStringLiteral("1 l[id=2].a (l.1.a)") }));
        // Whatever comes first of id, key and name, and in arrays within elements, too.
        QCOMPARE(words(R"([{"key":"k","in":[{"name":"x","v":1}]}])",
                       R"([{"key":"j"},{"key":"k","in":[{"name":"y"},{"name":"x","v":2}]}])")
                         .last(),
                 QStringLiteral("1 [key=k].in[name=x].v (0.in.0.v)"));
        // Not all, not once, or not on both sides: by number.
        QCOMPARE(words(R"([{"id":1,"a":1},{"id":2}])", R"([{"a":1},{"id":1,"a":1}])"),
                 QStringList({ QStringLiteral("2 0.id (0.id)"), QStringLiteral("1 1.id (1.id)"),
                               QStringLiteral("3 1.a (1.a)") }));
        QCOMPARE(words(R"([{"id":1,"a":1},{"id":1}])", R"([{"id":1,"a":1},{"id":1}])").size(), 0);
        QCOMPARE(words(R"([{"id":[1]}])", R"([{"id":[2]}])").size(), 1);
        QVERIFY(!compareBodies("{}", "no json"));
    }

    void sameFromBothSides()
    {
        QRandomGenerator random(12);
        for (int round = 0; round < 300; ++round) {
            QByteArray bodies[2];
            for (QByteArray &body : bodies) {
                QJsonArray array;
                for (int id : { 1, 2, 3, 4, 5 }) {
                    if (random.bounded(3) == 0)
                        continue;
                    QJsonObject element { { QStringLiteral("id"), id },
                                          { QStringLiteral("v"), random.bounded(3) } };
                    array.insert(random.bounded(int(array.size()) + 1), element);
                }
                body = QJsonDocument(QJsonObject { { QStringLiteral("l"), array } }).toJson();
            }
            QMap<QString, Kind> there;
            const auto forth = compareBodies(bodies[0], bodies[1]).value();
            for (const JsonDifference &one : forth)
                there.insert(one.place, one.kind);
            const auto back = compareBodies(bodies[1], bodies[0]).value();
            QCOMPARE(back.size(), there.size()); // each place once
            for (const JsonDifference &one : back) {
                const Kind before = there.value(one.place);
                QCOMPARE(one.kind,
                         before == Kind::Added             ? Kind::Removed
                                 : before == Kind::Removed ? Kind::Added
                                                           : before);
                QVERIFY(one.kind != Kind::Changed || one.place.endsWith(QStringLiteral(".v")));
            }
        }
    }

    void boundsAndNonsense()
    {
        QVERIFY(!jsonLeaves("no json"));
        QVERIFY(!jsonLeaves(""));
        QVERIFY(!jsonLeaves(QByteArray(QByteArray(100, '[') + QByteArray(100, ']'))));
        QVERIFY(!jsonLeaves(QByteArray('"' + QByteArray(1024 * 1024, 'x') + '"')));
        QByteArray many = "[0";
        for (int i = 0; i < 100'000; ++i)
            many += ",1";
        many += ']';
        QCOMPARE(jsonLeaves(many)->size(), 20'000);
        // Of a name that stands twice the first counts, as everywhere.
        QCOMPARE(jsonLeaves(R"({"a":1,"a":2})")->size(), 1);
        QCOMPARE(jsonLeaves(R"({"a":1,"a":2})")->first().text, QStringLiteral("1"));
        // Every digit of a large id.
        QCOMPARE(jsonLeaves(R"({"id":18446744073709551615})")->first().text,
                 QStringLiteral("18446744073709551615"));
    }

    void marksAreTheDifference()
    {
        const QString left = QStringLiteral("The certificate of shop12 expires in 30 days.");
        const QString right = QStringLiteral("The certificate of shop13 expired.");
        const TextDifference difference = textDifference(left, right);
        QCOMPARE(left.mid(difference.left.first().start, difference.left.first().length),
                 QStringLiteral("shop12"));
        QCOMPARE(right.mid(difference.right.first().start, difference.right.first().length),
                 QStringLiteral("shop13"));
        QVERIFY(textDifference(left, left).left.isEmpty());
    }

    void unmarkedPartsAreEqual()
    {
        QRandomGenerator random(5);
        const QStringList words { QStringLiteral("one"), QStringLiteral(" "),
                                  QStringLiteral("😀"),   QStringLiteral("two"),
                                  QStringLiteral(", "),  QStringLiteral("\U0001F601"),
                                  QStringLiteral("ü") };
        for (int round = 0; round < 500; ++round) {
            QString left;
            QString right;
            const int length = random.bounded(round % 50 == 0 ? 900 : 20);
            for (int i = 0; i < length; ++i) {
                const QString &word = words.at(random.bounded(int(words.size())));
                left += random.bounded(6) == 0 ? QString() : word;
                right += random.bounded(6) == 0 ? words.at(random.bounded(7)) : word;
            }
            const TextDifference difference = textDifference(left, right);
            QCOMPARE(without(left, difference.left), without(right, difference.right));
            for (const TextSpan &span : difference.left) {
                QVERIFY(!left.at(span.start).isLowSurrogate());
                QVERIFY(!left.at(span.start + span.length - 1).isHighSurrogate());
            }
        }
    }
};

QTEST_GUILESS_MAIN(JsonDiffTest)
#include "jsondifftest.moc"
