// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pins/pinnedfields.h"

#include <QTest>

using namespace models;

namespace {

const QString opened = QStringLiteral("API_SECURE__POLICY_VIOLATION_OPENED");

class PinnedFieldsTest final : public QObject
{
    Q_OBJECT
private slots:
    void namesAndFields();
    void pinsByType();
    void isKeptAsText();
    void isBounded();
};

void PinnedFieldsTest::namesAndFields()
{
    for (const ValueField &field :
         { ValueField { Field::Asset, {} }, ValueField { Field::Severity, {} },
           ValueField { Field::Path, QStringLiteral("data.a\\.b.c d") },
           ValueField { Field::Path, QStringLiteral("asset") } })
        QCOMPARE(PinnedFields::fieldOf(PinnedFields::nameOf(field)), field);
    QVERIFY(PinnedFields::nameOf({}).isEmpty());
    QVERIFY(PinnedFields::nameOf({ Field::Path, QStringLiteral("a..b") }).isEmpty());
    QCOMPARE(PinnedFields::fieldOf(QStringLiteral("nonsense")), ValueField());
    QVERIFY(PinnedFields::nameOf({ Field::Path, QStringLiteral("asset") })
            != PinnedFields::nameOf({ Field::Asset, {} }));
}

void PinnedFieldsTest::pinsByType()
{
    PinnedFields pins;
    QVERIFY(pins.pin(opened, QStringLiteral("asset")));
    QVERIFY(pins.pin(opened, QStringLiteral("payload:event.id")));
    QVERIFY(pins.pin(opened, QStringLiteral("asset"))); // twice is once
    QCOMPARE(pins.of(opened).size(), 2);
    QVERIFY(pins.of(QStringLiteral("OTHER")).isEmpty());
    pins.unpin(opened, QStringLiteral("asset"));
    QVERIFY(!pins.contains(opened, QStringLiteral("asset")));
    QVERIFY(pins.contains(opened, QStringLiteral("payload:event.id")));
    pins.unpin(opened, QStringLiteral("payload:event.id"));
    QCOMPARE(pins, PinnedFields());
}

void PinnedFieldsTest::isKeptAsText()
{
    PinnedFields pins;
    pins.pin(opened, QStringLiteral("payload:event.with space"));
    pins.pin(opened, QStringLiteral("asset"));
    pins.pin(QString(), QStringLiteral("severity")); // an event without a type
    QCOMPARE(PinnedFields::fromTexts(pins.toTexts()), pins);
    QStringList damaged = pins.toTexts();
    damaged << QStringLiteral("X nonsense") << QStringLiteral("lonely") << QString();
    QCOMPARE(PinnedFields::fromTexts(damaged), pins);
}

void PinnedFieldsTest::isBounded()
{
    PinnedFields pins;
    for (int i = 0; i < 100; ++i)
        pins.pin(opened, QStringLiteral("payload:a%1").arg(i));
    QCOMPARE(pins.of(opened).size(), PinnedFields::mostOfType);
    QVERIFY(!pins.pin(QStringLiteral("X"), QString()));
}

} // namespace

QTEST_APPLESS_MAIN(PinnedFieldsTest)
#include "pinnedfieldstest.moc"
