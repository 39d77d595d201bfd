// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/storesearchbar.h"
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "tests/index/fakestoresearch.h"
#include "views/widgets/messagebar.h"

#include <QPushButton>
#include <QTest>

namespace {

/// A query over one event whose text only the store has.
struct Searched
{
    models::EventIndex index;
    tests::FakeStoreSearch store;
    tests::SampleEvents random;
    models::EventQuery query { index, store };
    QWidget window;
    views::StoreSearchBar bar { query, &window };

    Searched()
    {
        models::EventBatch batch;
        batch.rows.resize(1);
        batch.rows.front().id = 1;
        batch.rows.front().text = 1;
        store.texts[1] = "hidden words";
        index.append(batch);
        window.show();
    }
    void search(const char *text)
    {
        query.setFilter(*models::Filter::parse(QString::fromLatin1(text)).filter);
    }
    QString message() const { return bar.findChild<views::MessageBar *>()->message(); }
    QPushButton *button() const { return bar.findChild<QPushButton *>(); }
};

class TestStoreSearchBar final : public QObject
{
    Q_OBJECT
private slots:
    void isSilentWhereTheIndexKnows()
    {
        Searched searched;
        searched.search("severity:urgent");
        QTRY_VERIFY(!searched.query.busy());
        QVERIFY(!searched.bar.isVisible());
    }

    void offersToCancelAndToGoOn()
    {
        Searched searched;
        searched.search("hidden");
        QTRY_VERIFY(searched.bar.isVisible());
        QVERIFY(searched.query.searching());
        const QString going = searched.message();
        QVERIFY(!going.isEmpty() && searched.button()->isVisible());
        searched.button()->click(); // Cancel
        QVERIFY(!searched.query.searching() && searched.query.searchStopped());
        QVERIFY(searched.bar.isVisible() && searched.message() != going);
        QVERIFY(searched.query.rows().empty());
        searched.button()->click(); // Go on
        QTRY_VERIFY(searched.store.isAsked());
        searched.store.step(searched.random);
        QTRY_VERIFY(!searched.query.searching() && !searched.bar.isVisible());
        QCOMPARE(searched.query.rows().size(), std::size_t { 1 });
    }

    void tellsAFailure()
    {
        Searched searched;
        searched.search("hidden");
        QTRY_VERIFY(searched.store.isAsked());
        searched.store.fail(QStringLiteral("The disk is gone."));
        QVERIFY(searched.bar.isVisible());
        QVERIFY(searched.message().contains(QLatin1String("The disk is gone.")));
        searched.search("severity:urgent");
        QVERIFY(!searched.bar.isVisible());
    }
};

} // namespace

QTEST_MAIN(TestStoreSearchBar)
#include "storesearchbartest.moc"
