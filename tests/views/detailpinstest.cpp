// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/detailfixture.h"
#include "views/desktop/viewstate.h"

#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace models;

namespace {

class DetailPinsTest final : public PaneFixture
{
    Q_OBJECT
private slots:
    void init() { QVERIFY(openPane()); }
    void cleanup() { m_pane.reset(); }
    void pinnedFactsStandFirst();
    void pathsArePinnedToo();
    void pinsAreByType();
    void unpins();
    void areRemembered();
    void whatHasNoFieldIsNotOffered();

private:
    QAction *offer(const ValueRef &value)
    {
        m_menu = std::make_unique<QMenu>();
        m_pane->offerPin(m_menu.get(), value);
        return m_menu->findChild<QAction *>(QStringLiteral("detailPane.pin"));
    }
    QStringList pinned() const
    {
        QStringList texts;
        if (!part("pinned")->isVisible())
            return texts;
        for (const auto *block : part("pinned")->findChildren<views::TextBlock *>()) {
            if (block->isVisible())
                texts += block->accessibleName() + QLatin1String(": ") + block->toPlainText();
        }
        return texts;
    }
    static ValueRef path(const char *text)
    {
        return { { Field::Path, QString::fromLatin1(text) }, {}, QStringLiteral("x") };
    }

    std::unique_ptr<QMenu> m_menu;
};

void DetailPinsTest::pinnedFactsStandFirst()
{
    const StoredEvent event = violation();
    m_pane->show(event);
    QCOMPARE(pinned(), QStringList());
    QVERIFY(offer({ { Field::Policy, {} }, {}, QStringLiteral("x") }));
    offer({ { Field::Policy, {} }, {}, QStringLiteral("x") })->trigger();
    QCOMPARE(pinned(), QStringList { QStringLiteral("Policy: ") + event.event.policy.name });
    offer({ { Field::Severity, {} }, {}, QStringLiteral("x") })->trigger();
    QCOMPARE(pinned().size(), 2);
    QCOMPARE(pinned().at(1), QStringLiteral("Severity: Urgent"));
    QVERIFY(part("pinned")->mapTo(m_pane.get(), QPoint()).y()
            < part("recommendation")->mapTo(m_pane.get(), QPoint()).y());
}

void DetailPinsTest::pathsArePinnedToo()
{
    StoredEvent event = violation();
    event.event.body = R"({"event": {"a": {"b": "one\u202e"}, "list": [1, 2, 3, 4, 5, 6]}})";
    m_pane->show(event);
    offer(path("event.a.b"))->trigger();
    offer(path("list"))->trigger();
    offer(path("not.there"))->trigger();
    const QStringList shown = pinned();
    QCOMPARE(shown.size(), 3);
    QCOMPARE(shown.at(0), QStringLiteral("a.b: one[U+202E]"));
    QCOMPARE(shown.at(1), QStringLiteral("list: 1 · 2 · 3 · 4 · 5"));
    QCOMPARE(shown.at(2), QStringLiteral("not.there: Not in this event"));
    event.event.body = QByteArray("{\"event\": \"") + QByteArray(300 * 1024, 'a') + "\"}";
    m_pane->show(event);
    QVERIFY(pinned().at(0).contains(QStringLiteral("too large")));
}

void DetailPinsTest::pinsAreByType()
{
    StoredEvent event = violation();
    m_pane->show(event);
    offer({ { Field::Asset, {} }, {}, QStringLiteral("x") })->trigger();
    QCOMPARE(pinned().size(), 1);
    event.id += 1;
    event.event.type = QStringLiteral("MOBILE_SECURE__USER_CREATED");
    m_pane->show(event);
    QCOMPARE(pinned(), QStringList());
    m_pane->show(violation());
    QCOMPARE(pinned().size(), 1);
}

void DetailPinsTest::unpins()
{
    m_pane->show(violation());
    const ValueRef asset { { Field::Asset, {} }, {}, QStringLiteral("x") };
    QAction *action = offer(asset);
    QVERIFY(action->text().contains(QStringLiteral("for this type")));
    action->trigger();
    action = offer(asset);
    QVERIFY(action->text().startsWith(QStringLiteral("Un")));
    action->trigger();
    QCOMPARE(pinned(), QStringList());
    QCOMPARE(m_pane->pinnedTexts(), QStringList());
}

void DetailPinsTest::areRemembered()
{
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(QStringLiteral("view.ini")), QSettings::IniFormat);
    {
        QWidget window;
        auto *pane = new views::DetailPane(&window);
        pane->show(violation());
        QMenu menu;
        pane->offerPin(&menu, path("event.id"));
        menu.findChild<QAction *>(QStringLiteral("detailPane.pin"))->trigger();
        views::ViewState(settings).save(window);
    }
    QWidget window;
    auto *pane = new views::DetailPane(&window);
    views::ViewState(settings).restore(window);
    QCOMPARE(pane->pinnedTexts().size(), 1);
    QVERIFY(pane->pinnedTexts().first().endsWith(QStringLiteral(" payload:id")));
}

void DetailPinsTest::whatHasNoFieldIsNotOffered()
{
    QVERIFY(!offer(path("event.id"))); // no event is shown
    m_pane->show(violation());
    QVERIFY(!offer({ {}, {}, QStringLiteral("x") }));
    QVERIFY(!offer(path("a..b")));
}

} // namespace

QTEST_MAIN(DetailPinsTest)
#include "detailpinstest.moc"
