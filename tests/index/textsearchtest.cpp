// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/dictionary.h"

#include <QRandomGenerator>
#include <QTest>

#include <map>

using namespace models;

namespace {

/// Few different letters, so that needles are found and nearly found.
QByteArray randomText(QRandomGenerator &random, int longest)
{
    static const char letters[] = "abAB@`[ ";
    QByteArray text;
    for (int left = random.bounded(longest + 1); left > 0; --left)
        text += letters[random.bounded(int(sizeof(letters)) - 1)];
    return text;
}

class TextSearchTest final : public QObject
{
    Q_OBJECT
private slots:
    void asAPlainSearch();
    void allAtOnceAsOneByOne();
    void laterTextsAreNotOfAnEarlierView();
};

void TextSearchTest::asAPlainSearch()
{
    QRandomGenerator random(20261127);
    int found = 0;
    for (int round = 0; round < 20'000; ++round) {
        const QByteArray text = randomText(random, 120);
        const QByteArray needle = randomText(random, 6).toLower();
        const bool expected = text.toLower().contains(needle);
        found += expected ? 1 : 0;
        if (Needle(needle).inAscii(text) != expected)
            QFAIL(QByteArray("\"" + needle + "\" in \"" + text + '"').constData());
    }
    QVERIFY(found > 1000 && found < 19'000);
}

void TextSearchTest::allAtOnceAsOneByOne()
{
    QRandomGenerator random(1127);
    Dictionary dictionary;
    QList<TermId> words;
    for (TermId term = 9000; term > 0; --term) {
        const bool isId = term % 3 == 0;
        const QByteArray text = isId ? QByteArray::number(100'000 + term)
                                     : QByteArray(randomText(random, 60) + "é#");
        dictionary.add({ term, text });
        if (!isId)
            words << term;
    }
    const DictionaryView view = dictionary.view();
    const std::vector<Needle> needles { Needle("aba"), Needle("b@e#") };
    std::map<TermId, bool> found;
    view.search(needles,
                [&found](TermId term, bool holds) { QVERIFY(found.emplace(term, holds).second); });
    QCOMPARE(qsizetype(found.size()), words.size());
    int holding = 0;
    for (const TermId term : words) {
        const bool holds = view.holds(term, needles[0]) || view.holds(term, needles[1]);
        QCOMPARE(found.at(term), holds);
        holding += holds ? 1 : 0;
    }
    QVERIFY(holding > 100 && holding < 5900);
}

void TextSearchTest::laterTextsAreNotOfAnEarlierView()
{
    Dictionary dictionary;
    dictionary.add({ 1, "first" });
    const DictionaryView view = dictionary.view();
    dictionary.add({ 2, "second" });
    QList<TermId> seen;
    view.search({ Needle("s") }, [&seen](TermId term, bool) { seen << term; });
    QCOMPARE(seen, QList<TermId> { 1 });
}

} // namespace

QTEST_GUILESS_MAIN(TextSearchTest)
#include "textsearchtest.moc"
