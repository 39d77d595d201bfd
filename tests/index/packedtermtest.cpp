// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/packedterm.h"

#include "models/index/dictionary.h"
#include "models/index/textfold.h"

#include <QRandomGenerator>
#include <QTest>
#include <QUuid>

using namespace models;

class TestPackedTerm final : public QObject
{
    Q_OBJECT
private slots:
    void keepsTheText()
    {
        QRandomGenerator random(1);
        QList<QByteArray> texts { "1",
                                  "9",
                                  "10",
                                  "999999999999999999",
                                  "5772592882391320",
                                  "00000000-0000-0001-0000-000000000000",
                                  "ffffffff-ffff-ffff-ffff-ffffffffffff" };
        for (int i = 0; i < 2000; ++i) {
            texts.append(QUuid(random.generate(), ushort(random.generate()),
                               ushort(random.generate()), 1, 2, 3, 4, 5, 6, 7,
                               uchar(random.generate()))
                                 .toByteArray(QUuid::WithoutBraces));
            texts.append(QByteArray::number(1 + random.bounded(1'000'000)));
        }
        for (const QByteArray &text : std::as_const(texts)) {
            const auto packed = PackedTerm::from(text);
            QVERIFY2(packed, text.constData());
            PackedTerm::Buffer buffer;
            QCOMPARE(packed->text(buffer).toByteArray(), text);
        }
    }

    void leavesOtherTextsAlone()
    {
        for (const char *text :
             { "", "0", "007", "1000000000000000000", "12a", "-1", "a",
               "FFFFFFFF-ffff-ffff-ffff-ffffffffffff", "ffffffff-ffff-ffff-ffff-fffffffffffg",
               "ffffffff-ffff-ffff-ffff-fffffffffff", "ffffffffffff-ffff-ffff-ffffffffffff1",
               "00000000-0000-0000-0000-000000000001", "ffffffff-ffff-ffff-ffff0ffffffffffff" }) {
            QVERIFY2(!PackedTerm::from(text), text);
        }
    }

    /// Nobody who asks the dictionary sees a difference.
    void readsLikeAnyText()
    {
        Dictionary dictionary;
        const QList<QByteArray> texts { "123456",
                                        "1234567",
                                        "12345x",
                                        "abc",
                                        "0a2b3c4d-1111-2222-3333-444455556666",
                                        "0a2b3c4d-1111-2222-3333-44445555666x",
                                        "Größe 1" };
        for (qsizetype i = 0; i < texts.size(); ++i)
            dictionary.add({ static_cast<TermId>(i) + 1, texts[i] });
        const DictionaryView &view = dictionary.view();
        for (qsizetype i = 0; i < texts.size(); ++i) {
            const auto term = static_cast<TermId>(i) + 1;
            QVERIFY(view.has(term));
            QCOMPARE(QByteArrayView(view.utf8(term)).toByteArray(), texts[i]);
            const QByteArray folded = foldUtf8(texts[i]);
            for (const char *needle :
                 { "1", "34", "67", "b", "-2222-", "0a2b3c", "666", "g", "" }) {
                QCOMPARE(view.holds(term, Needle(QByteArray(needle))), folded.contains(needle));
            }
            for (qsizetype j = 0; j < texts.size(); ++j) {
                const int way = view.compare(term, static_cast<TermId>(j) + 1);
                const int expected = folded < foldUtf8(texts[j]) ? -1 : i == j ? 0 : 1;
                QCOMPARE(way < 0 ? -1 : way > 0 ? 1 : 0, expected);
            }
            QVERIFY(view.sortPrefix(term) > 0);
        }
        QVERIFY(!view.has(99));
        QVERIFY(view.utf8(99).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPackedTerm)
#include "packedtermtest.moc"
