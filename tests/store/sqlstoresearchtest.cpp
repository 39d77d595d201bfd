// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlstoresearch.h"
#include "app/store/eventreader.h"
#include "models/index/storeanswers.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>

namespace {

using models::StoreQuestion;
using models::StoreVerdicts;

class TestSqlStoreSearch final : public QObject
{
    Q_OBJECT

private slots:
    void judgesTextsAndBodies();
    void aLargeQuestionIsAnsweredOnce();
    void anAbsentStoreHoldsNothing();
    void whatIsDroppedIsNotAnswered();
    void aDamagedFileFailsWithWords();
};

/// Puts all parts of all answers together.
struct Answers
{
    std::vector<models::TermId> terms;
    std::vector<models::TermId> passingTerms;
    std::vector<qint64> events;
    std::vector<qint64> passingEvents;
    QList<quint64> finished; ///< numbers of questions, in order of their last answers

    explicit Answers(models::StoreSearch &search)
    {
        QObject::connect(&search, &models::StoreSearch::judged, &search,
                         [this](const StoreVerdicts &verdicts) { take(verdicts); });
    }
    void take(const StoreVerdicts &verdicts)
    {
        const auto add = [](auto &to, const auto &from) {
            to.insert(to.end(), from.begin(), from.end());
        };
        add(terms, verdicts.terms.ids);
        add(events, verdicts.events.ids);
        if (!verdicts.terms.passing.empty())
            add(passingTerms, verdicts.terms.passing.front());
        if (!verdicts.events.passing.empty())
            add(passingEvents, verdicts.events.passing.front());
        if (verdicts.last)
            finished.append(verdicts.question);
    }
};

StoreQuestion questionOf(const char *filter, quint64 number)
{
    StoreQuestion question =
            models::StoreAnswers(*models::Filter::parse(QString::fromUtf8(filter)).filter)
                    .question();
    question.number = number;
    return question;
}

/// 1, 2, … `count` with a few left out, newest first.
template<typename Id> std::vector<Id> numbers(Id count)
{
    std::vector<Id> list(count);
    std::iota(list.rbegin(), list.rend(), Id { 1 });
    std::erase_if(list, [](Id id) { return id % 7 == 3 || id / 20 % 3 == 1; });
    return list;
}

void TestSqlStoreSearch::judgesTextsAndBodies()
{
    const StoreFolder folder;
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        StoreBodies bodies;
        for (int i = 0; i < 600; ++i)
            rig.writer().submit(bodies.nextDelivery());
        QCOMPARE(rig.receipts(600).size(), 600);
        QVERIFY(rig.close());
    }
    app::SqlStoreSearch search(folder.url());
    Answers answers(search);
    StoreQuestion texts = questionOf("THE", 1);
    texts.terms = numbers<models::TermId>(900);
    texts.terms.push_back(4'000'000); // never stored
    search.ask(texts);
    StoreQuestion events = questionOf("data.affected_asset.name:*", 2);
    events.events = numbers<qint64>(600);
    search.ask(events);
    QTRY_COMPARE(answers.finished.size(), 2);
    QVERIFY(answers.terms == texts.terms);
    QVERIFY(answers.events == events.events);

    const auto reader = app::EventReader::open(folder.url());
    QVERIFY(reader);
    std::vector<models::TermId> expectedTerms;
    for (const models::TermId id : texts.terms) {
        const auto text = reader.value()->term(id);
        QVERIFY(text);
        if (text.value().contains(QLatin1String("the"), Qt::CaseInsensitive))
            expectedTerms.push_back(id);
    }
    QVERIFY(!expectedTerms.empty() && expectedTerms.size() < texts.terms.size());
    QVERIFY(answers.passingTerms == expectedTerms);
    std::vector<qint64> expectedEvents;
    for (const qint64 id : events.events) {
        const auto body = reader.value()->body(id);
        QVERIFY(body);
        if (events.bodyTests->front()(body.value()))
            expectedEvents.push_back(id);
    }
    QVERIFY(!expectedEvents.empty());
    QVERIFY(answers.passingEvents == expectedEvents);
}

// More than one thread takes part in it.
void TestSqlStoreSearch::aLargeQuestionIsAnsweredOnce()
{
    const StoreFolder folder;
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        StoreBodies bodies;
        for (int i = 0; i < 300; ++i)
            rig.writer().submit(bodies.nextDelivery());
        QCOMPARE(rig.receipts(300).size(), 300);
        QVERIFY(rig.close());
    }
    app::SqlStoreSearch search(folder.url());
    Answers answers(search);
    StoreQuestion question = questionOf("THE", 5);
    question.terms = numbers<models::TermId>(5 * app::SqlStoreSearch::portion);
    search.ask(question);
    QTRY_COMPARE(answers.finished, QList<quint64> { 5 });
    std::sort(answers.terms.rbegin(), answers.terms.rend());
    QVERIFY(answers.terms == question.terms);
    const std::size_t passing = answers.passingTerms.size();
    QVERIFY(passing > 0);
    // Both are open at once, and each ends once.
    question.number = 6;
    search.ask(question);
    question.number = 7;
    search.ask(question);
    QTRY_COMPARE(answers.finished.size(), 3);
    QCOMPARE(answers.passingTerms.size(), 3 * passing);
}

void TestSqlStoreSearch::anAbsentStoreHoldsNothing()
{
    const StoreFolder folder;
    app::SqlStoreSearch search(folder.url());
    Answers answers(search);
    StoreQuestion question = questionOf("word", 7);
    question.terms = { 3, 2, 1 };
    search.ask(question);
    QTRY_COMPARE(answers.finished, QList<quint64> { 7 });
    QVERIFY(answers.terms == question.terms);
    QVERIFY(answers.passingTerms.empty());
}

void TestSqlStoreSearch::whatIsDroppedIsNotAnswered()
{
    const StoreFolder folder;
    app::SqlStoreSearch search(folder.url());
    Answers answers(search);
    StoreQuestion question = questionOf("word", 1);
    question.terms = { 1 };
    search.ask(question);
    search.cancel();
    question.number = 2;
    search.ask(question);
    QTRY_VERIFY(answers.finished.contains(2));
    QVERIFY(answers.finished.size() == 1 || answers.finished.constFirst() == 1);
}

void TestSqlStoreSearch::aDamagedFileFailsWithWords()
{
    const StoreFolder folder;
    QVERIFY(QDir().mkpath(QFileInfo(folder.url().sqlitePath).path()));
    QFile file(folder.url().sqlitePath);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(9000, 'x'));
    file.close();
    app::SqlStoreSearch search(folder.url());
    QSignalSpy failed(&search, &models::StoreSearch::failed);
    StoreQuestion question = questionOf("word", 1);
    question.terms = { 1 };
    search.ask(question);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed.at(0).at(0).toString().isEmpty());
}

} // namespace

QTEST_GUILESS_MAIN(TestSqlStoreSearch)
#include "sqlstoresearchtest.moc"
