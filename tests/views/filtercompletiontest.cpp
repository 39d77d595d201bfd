// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/filtercompletion.h"
#include "shownpage.h"
#include "views/widgets/completionpopup.h"
#include "views/widgets/completionrows.h"

#include <QAbstractItemModelTester>
#include <QTextBrowser>

using namespace models;

namespace {

struct Shown : ShownPage
{
    using ShownPage::ShownPage;

    views::CompletionPopup *popup() const
    {
        return page.window()->findChild<views::CompletionPopup *>();
    }
    QListView *list() const { return popup()->findChild<QListView *>(); }
    QStringList offered() const
    {
        QStringList texts;
        if (!popup()->isVisible())
            return texts;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            texts.append(list()->model()->index(row, 0).data().toString());
        return texts;
    }
    QString note(int row) const
    {
        return list()->model()->index(row, 0).data(views::CompletionRows::NoteRole).toString();
    }
    void type(const char *text)
    {
        search()->setFocus();
        QTest::keyClicks(search(), QString::fromUtf8(text));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(search(), key, modifiers);
    }
};

} // namespace

class FilterCompletionTest final : public QObject
{
    Q_OBJECT
private slots:
    void fieldsThenValues()
    {
        Shown shown;
        QVERIFY(!shown.popup()->isVisible());
        shown.type("sta");
        QVERIFY(shown.popup()->isVisible());
        QVERIFY(shown.search()->hasFocus());
        QCOMPARE(shown.offered().constFirst(), QStringLiteral("status"));
        QVERIFY(shown.note(0).contains(QStringLiteral("portal")));
        shown.press(Qt::Key_Tab); // the first
        QCOMPARE(shown.search()->text(), QStringLiteral("status:"));
        QVERIFY(shown.search()->hasFocus());
        QTRY_VERIFY(shown.offered().contains(QStringLiteral("open")));
        const int open = int(shown.offered().indexOf(QStringLiteral("open")));
        QTRY_VERIFY2(shown.note(open).endsWith(QStringLiteral("events")), "counted in the data");
        for (int i = 0; i <= open; ++i)
            shown.press(Qt::Key_Down);
        QVERIFY(shown.search()->hasFocus());
        QVERIFY(shown.search()->accessibleDescription().startsWith(QStringLiteral("open, ")));
        shown.press(Qt::Key_Return);
        QCOMPARE(shown.search()->text(), QStringLiteral("status:open "));
        QVERIFY(!shown.popup()->isVisible());
        QCOMPARE(shown.query.filter().text(), QStringLiteral("status:open"));
    }

    void valuesAreThoseOfTheData()
    {
        Shown shown;
        shown.type("group:bus");
        QTRY_VERIFY(!shown.offered().isEmpty());
        const QString group = shown.offered().constFirst();
        QVERIFY(group.contains(QStringLiteral("Business"), Qt::CaseInsensitive));
        QTest::mouseClick(shown.list()->viewport(), Qt::LeftButton, {},
                          shown.list()->visualRect(shown.list()->model()->index(0, 0)).center());
        QCOMPARE(shown.query.filter().values(Field::Group), QStringList { group });
        QVERIFY(shown.search()->hasFocus());
    }

    void enterMeansWhatIsTyped()
    {
        Shown shown;
        shown.type("sta");
        shown.press(Qt::Key_Return);
        QVERIFY(!shown.popup()->isVisible());
        QCOMPARE(shown.query.filter().text(), QStringLiteral("sta"));
    }

    void escapeClosesTheListAlone()
    {
        Shown shown;
        shown.type("sta");
        shown.press(Qt::Key_Escape);
        QVERIFY(!shown.popup()->isVisible());
        QCOMPARE(shown.search()->text(), QStringLiteral("sta"));
        shown.press(Qt::Key_Escape);
        QVERIFY(shown.search()->text().isEmpty());
        shown.type("sta");
        shown.table()->setFocus();
        QVERIFY(!shown.popup()->isVisible());
    }

    void upWalksRound()
    {
        Shown shown;
        shown.type("status:");
        QTRY_VERIFY(shown.popup()->isVisible());
        shown.press(Qt::Key_Up);
        const int last = shown.list()->model()->rowCount() - 1;
        QCOMPARE(shown.list()->currentIndex().row(), last);
        shown.press(Qt::Key_Down);
        QCOMPARE(shown.list()->currentIndex().row(), 0);
    }

    void everythingOnDemand()
    {
        Shown shown;
        shown.search()->setFocus();
        shown.press(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(shown.offered().contains(QStringLiteral("severity")));
    }

    void learntPaths()
    {
        Shown shown;
        shown.type("data.odd_n");
        QVERIFY(shown.offered().isEmpty());
        shown.page.learnPaths(R"({"event": {"data": {"odd_name": {"deep": "found here"}}}})");
        QTRY_VERIFY([&shown] {
            shown.search()->clear();
            shown.type("data.odd_n");
            return shown.offered() == QStringList { QStringLiteral("data.odd_name.deep") };
        }());
        shown.press(Qt::Key_Tab);
        QTRY_COMPARE(shown.offered().value(0), QStringLiteral("found here"));
        shown.press(Qt::Key_Tab);
        QCOMPARE(shown.search()->text(), QStringLiteral("data.odd_name.deep:\"found here\" "));
    }

    void recentFilters()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        {
            Shown shown;
            shown.type("certificate");
            shown.press(Qt::Key_Return);
            shown.search()->clear();
            shown.type("severity>=high");
            shown.table()->setFocus(); // left as it stands
            shown.search()->clear();
            shown.type("(");
            shown.press(Qt::Key_Return);
            views::ViewState(settings).save(shown.page);
        }
        Shown shown;
        views::ViewState(settings).restore(shown.page);
        shown.search()->setFocus();
        shown.press(Qt::Key_Up);
        QCOMPARE(shown.offered(),
                 (QStringList { QStringLiteral("severity>=high"), QStringLiteral("certificate") }));
        shown.press(Qt::Key_Down);
        shown.press(Qt::Key_Down);
        shown.press(Qt::Key_Return);
        QCOMPARE(shown.query.filter().text(), QStringLiteral("certificate"));
        QVERIFY(!shown.popup()->isVisible());
    }

    void aMistakeIsMendedByOneKeyOrClick()
    {
        Shown shown;
        shown.filter("status:open");
        shown.settle();
        const auto before = shown.query.rows();
        shown.search()->clear();
        shown.type("sevrity>=high");
        shown.press(Qt::Key_Return);
        QTRY_VERIFY(shown.problem()->isVisible());
        QCOMPARE(shown.query.rows(), before); // the last good result stays
        auto *fix = shown.child<QToolButton>("eventsPage.problem.fix");
        QVERIFY(fix->isVisible());
        QVERIFY(fix->text().contains(QStringLiteral("severity")));
        QTest::mouseClick(fix, Qt::LeftButton);
        QCOMPARE(shown.search()->text(), QStringLiteral("severity>=high"));
        QCOMPARE(shown.query.filter().text(), QStringLiteral("severity>=high"));
        QVERIFY(!shown.problem()->isVisible());
        shown.search()->clear();
        shown.type("(is:opn");
        shown.press(Qt::Key_Return);
        QTRY_VERIFY(shown.problem()->isVisible());
        shown.press(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(shown.search()->text(), QStringLiteral("(is:open"));
        QVERIFY(shown.problem()->isVisible()); // the next one
        shown.press(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(shown.query.filter().text(), QStringLiteral("is:open"));
    }

    void issuesAreAskedForElsewhere()
    {
        Shown shown;
        shown.filter("status:open");
        shown.settle();
        shown.search()->clear();
        shown.type("is:issue ");
        shown.press(Qt::Key_Return);
        QTRY_VERIFY(shown.problem()->isVisible());
        const QString said = shown.problem()->text();
        QVERIFY2(said.contains(QStringLiteral("filter for issues")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("Ctrl+2")), qPrintable(said));
        QCOMPARE(shown.query.filter().text(), QStringLiteral("status:open"));
    }

    void whatIsNotFinishedIsNoMistakeYet()
    {
        Shown shown;
        shown.type("group:\"CA");
        shown.press(Qt::Key_Return); // it is meant as it is
        QVERIFY(shown.problem()->isVisible());
        shown.search()->clear();
        shown.press(Qt::Key_Return);
        QVERIFY(!shown.problem()->isVisible());
        shown.type("group:\"CA");
        QVERIFY(!shown.problem()->isVisible());
        QTRY_VERIFY(shown.problem()->isVisible()); // after a while without a key
    }

    void helpIsTheGrammar()
    {
        Shown shown;
        shown.search()->setFocus();
        shown.press(Qt::Key_F1);
        auto *help = shown.child<QTextBrowser>("filterHelp.page");
        QVERIFY(help && help->isVisible());
        for (const char *word : { "discovered_via", "how grave", "clause", "is:closed" })
            QVERIFY2(help->toPlainText().contains(QLatin1String(word)), word);
        help->window()->close();
    }

    void waysOutOfAnEmptyResult()
    {
        Shown shown;
        shown.filter("severity:urgent \"no such text\" is:open");
        QTRY_VERIFY(shown.empty()->isVisible());
        const auto offers = [&shown] {
            return shown.empty()->findChildren<QPushButton *>(QStringLiteral("emptyState.offer"));
        };
        QTRY_COMPARE(offers().size(), 1);
        QTRY_VERIFY(offers().constFirst()->isVisible());
        const QString words = offers().constFirst()->text();
        QVERIFY2(words.contains(QStringLiteral("Without “\"no such text\"” there are")),
                 qPrintable(words));
        QTest::mouseClick(offers().constFirst(), Qt::LeftButton);
        QCOMPARE(shown.query.filter().text(), QStringLiteral("severity:urgent is:open"));
        shown.settle();
        QTRY_VERIFY(shown.table()->isVisible());
        QVERIFY(words.contains(QLocale().toString(qlonglong(shown.query.rows().size()))));
    }

    void rowsAreAModel()
    {
        views::CompletionRows rows;
        QAbstractItemModelTester tester(&rows,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        rows.show({ { Completion::Kind::Field, QStringLiteral("a:"), QStringLiteral("a"),
                      QStringLiteral("n"), true } });
        QCOMPARE(rows.index(0).data().toString(), QStringLiteral("a"));
        QCOMPARE(rows.index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("a, n"));
        rows.show({});
        QCOMPARE(rows.rowCount(), 0);
    }

private:
    views::Theme m_theme;
};

QTEST_MAIN(FilterCompletionTest)
#include "filtercompletiontest.moc"
