// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/searchturns.h"
#include "tests/index/fakestoresearch.h"

#include <QSignalSpy>
#include <QTest>

using namespace models;
using namespace tests;

namespace {

StoreQuestion questionOf(quint64 number, TermId term)
{
    StoreQuestion question;
    question.number = number;
    question.terms = { term };
    const auto all = [](QByteArrayView) { return true; };
    question.textTests = std::make_shared<const StoreQuestion::Tests>(
            StoreQuestion::Tests { StoreQuestion::Test(all) });
    question.bodyTests = std::make_shared<const StoreQuestion::Tests>();
    return question;
}

/// Three queries of one store that answers when it is told to.
class SearchTurnsTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void oneAfterTheOther();
    void whoHasTheTurnAsksOn();
    void whoWaitsLeaves();
    void whoHasTheTurnLeaves();
    void aStoreThatFailsSaysSoToEach();

private:
    void askAll();
    /// Whether just this question is with the store.
    bool isAsked(int texts) const { return m_store->asked == texts && m_store->isAsked(); }
    static quint64 answerTo(const QSignalSpy &judged)
    {
        return judged.isEmpty() ? 0
                                : judged.constLast().constFirst().value<StoreVerdicts>().question;
    }

    std::unique_ptr<SearchTurns> m_turns;
    FakeStoreSearch *m_store = nullptr;
    std::unique_ptr<StoreSearch> m_searches[3];
    SampleEvents m_random { 1 };
};

void SearchTurnsTest::init()
{
    qRegisterMetaType<StoreVerdicts>();
    for (auto &search : m_searches)
        search.reset();
    auto store = std::make_unique<FakeStoreSearch>();
    m_store = store.get();
    m_turns = std::make_unique<SearchTurns>(std::move(store));
    for (auto &search : m_searches)
        search = m_turns->newSearch();
}

void SearchTurnsTest::askAll()
{
    for (quint64 i = 0; i < 3; ++i)
        m_searches[i]->ask(questionOf(i + 1, TermId(i + 10)));
}

void SearchTurnsTest::oneAfterTheOther()
{
    const QSignalSpy first(m_searches[0].get(), &StoreSearch::judged);
    const QSignalSpy second(m_searches[1].get(), &StoreSearch::judged);
    const QSignalSpy third(m_searches[2].get(), &StoreSearch::judged);
    askAll();
    QVERIFY(isAsked(1));
    m_store->step(m_random);
    QCOMPARE(answerTo(first), 1U);
    QVERIFY(isAsked(2) && second.isEmpty());
    m_store->step(m_random);
    QCOMPARE(answerTo(second), 2U);
    m_store->step(m_random);
    QCOMPARE(answerTo(third), 3U);
    QCOMPARE(first.size() + second.size() + third.size(), 3);
    QVERIFY(!m_store->isAsked());
    m_searches[1]->ask(questionOf(4, 5)); // nobody is waited for
    QVERIFY(isAsked(4));
}

void SearchTurnsTest::whoHasTheTurnAsksOn()
{
    connect(m_searches[0].get(), &StoreSearch::judged, this, [this](const StoreVerdicts &verdicts) {
        if (verdicts.question == 1)
            m_searches[0]->ask(questionOf(7, 70));
    });
    const QSignalSpy first(m_searches[0].get(), &StoreSearch::judged);
    const QSignalSpy second(m_searches[1].get(), &StoreSearch::judged);
    askAll();
    m_store->step(m_random);
    m_store->step(m_random);
    QCOMPARE(answerTo(first), 7U);
    QVERIFY(second.isEmpty());
    m_store->step(m_random);
    QCOMPARE(answerTo(second), 2U);
}

void SearchTurnsTest::whoWaitsLeaves()
{
    const QSignalSpy third(m_searches[2].get(), &StoreSearch::judged);
    askAll();
    m_searches[1]->cancel();
    m_searches[1].reset();
    QVERIFY(isAsked(1)); // the first is not disturbed
    m_store->step(m_random);
    m_store->step(m_random);
    QCOMPARE(answerTo(third), 3U);
    QCOMPARE(m_store->asked, 2);
}

void SearchTurnsTest::whoHasTheTurnLeaves()
{
    const QSignalSpy second(m_searches[1].get(), &StoreSearch::judged);
    askAll();
    m_searches[0].reset();
    QVERIFY(isAsked(2)); // of the second; what the first asked was dropped
    m_store->answerLate(); // it was on its way
    QVERIFY(second.isEmpty());
    m_store->step(m_random);
    QCOMPARE(answerTo(second), 2U);
}

void SearchTurnsTest::aStoreThatFailsSaysSoToEach()
{
    const QString reason = QStringLiteral("The disk is gone.");
    std::vector<std::unique_ptr<QSignalSpy>> failed;
    for (const auto &search : m_searches)
        failed.push_back(std::make_unique<QSignalSpy>(search.get(), &StoreSearch::failed));
    askAll();
    for (const auto &spy : failed) {
        QVERIFY(spy->isEmpty());
        m_store->fail(reason);
        QCOMPARE(spy->size(), 1);
    }
    QVERIFY(!m_store->isAsked());
}

} // namespace

QTEST_GUILESS_MAIN(SearchTurnsTest)
#include "searchturnstest.moc"
