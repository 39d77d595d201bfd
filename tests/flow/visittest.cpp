// SPDX-License-Identifier: GPL-3.0-or-later
// When the person was here: what is remembered of it, and what is told on return.
#include "app/main/boarddialogs.h"
#include "app/main/visitmemory.h"
#include "desktoprig.h"
#include "models/items/eventsmodel.h"
#include "models/items/sincemodel.h"
#include "views/pages/eventspage.h"
#include "views/since/sincedialog.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/noticestack.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QSettings>

using namespace std::chrono_literals;

namespace {

class TestVisit final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whoNeverLookedWasNotHere();
    void leavingIsRemembered();
    void useIsRememberedOverAKill();
    void saysWhatCameSince();
    void whatChangedIsSinceTheVisitBefore();

private:
    void start();
    void stop();
    void deliver(const char *name);
    /// What is on disk: settings of this process would know more than that.
    qint64 written() const;
    void write(models::Instant visit) const;
    QString file() const { return m_rig->path("window.ini"); }
    app::EventsWindow &window() { return m_rig->desktop->windows().first(); }
    views::EventTable &table() { return window().page().table(); }
    static const models::VisitLine &line(app::EventsWindow &window)
    {
        return static_cast<models::EventsModel *>(window.page().table().model())->visitLine();
    }
    int rows() { return table().model()->rowCount(); }
    void look();

    std::unique_ptr<DesktopRig> m_rig;
};

void TestVisit::init()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    m_rig = std::make_unique<DesktopRig>();
}

void TestVisit::cleanup()
{
    stop();
    m_rig.reset();
}

void TestVisit::start()
{
    QVERIFY(m_rig->start(QSize(1100, 700)));
    QVERIFY(m_rig->listening());
}

void TestVisit::stop()
{
    QVERIFY(!m_rig || m_rig->stop());
}

void TestVisit::deliver(const char *name)
{
    QVERIFY(m_rig->deliver(name));
}

qint64 TestVisit::written() const
{
    QFile ini(file());
    if (!ini.open(QIODevice::ReadOnly))
        return 0;
    QByteArray group;
    while (!ini.atEnd()) {
        const QByteArray line = ini.readLine().trimmed();
        if (line.startsWith('['))
            group = line;
        else if (group == "[visit]" && line.startsWith("last="))
            return line.mid(5).toLongLong();
    }
    return 0;
}

void TestVisit::write(models::Instant visit) const
{
    QSettings(file(), QSettings::IniFormat)
            .setValue(QStringLiteral("visit/last"), qint64(visit.time_since_epoch().count()));
}

void TestVisit::look()
{
    window().window().show();
    window().window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window().window()));
    QTRY_COMPARE(QGuiApplication::applicationState(), Qt::ApplicationActive);
}

void TestVisit::whoNeverLookedWasNotHere()
{
    const models::Instant old = models::now() - 24h;
    write(old);
    QVERIFY(QGuiApplication::applicationState() != Qt::ApplicationActive); // no window yet
    QSettings settings(file(), QSettings::IniFormat);
    app::VisitMemory memory(settings, 1ms);
    memory.keep();
    QCOMPARE(written(), old.time_since_epoch().count());
}

void TestVisit::leavingIsRemembered()
{
    start();
    look();
    QSettings settings(file(), QSettings::IniFormat);
    app::VisitMemory memory(settings, 24h);
    QVERIFY(!memory.before());
    QCOMPARE(written(), 0);
    const qint64 before = models::now().time_since_epoch().count();
    emit qGuiApp->applicationStateChanged(Qt::ApplicationInactive); // as a window manager does
    const qint64 left = written();
    QVERIFY(left >= before);
    memory.keep(); // nobody has looked since
    QCOMPARE(written(), left);
    emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
    memory.keep();
    QVERIFY(written() >= left);
    QVERIFY(!memory.before());
}

// It is never told that the program ends.
void TestVisit::useIsRememberedOverAKill()
{
    start();
    const models::Instant old = models::now() - 24h;
    write(old);
    look();
    {
        QSettings settings(file(), QSettings::IniFormat);
        const app::VisitMemory memory(settings, 1ms);
        QCOMPARE(memory.before(), old);
        const qint64 begin = models::now().time_since_epoch().count();
        QTRY_VERIFY(written() >= begin);
        QCOMPARE(memory.before(), old); // of this start, not of this moment
    }
    const qint64 last = written();
    QSettings settings(file(), QSettings::IniFormat);
    const app::VisitMemory next(settings, 24h);
    QCOMPARE(next.before(), models::Instant(std::chrono::milliseconds(last)));
}

void TestVisit::saysWhatCameSince()
{
    start();
    const QString key = QStringLiteral("visit");
    const auto comeBack = [&] {
        stop();
        start();
        QSettings settings(file(), QSettings::IniFormat);
        m_rig->desktop->windows().setLastVisit(app::VisitMemory(settings).before());
    };
    const auto notice = [&] {
        return window().window().findChild<views::NoticeStack *>()->text(key);
    };
    deliver("inferred/MOBILE_SECURE__FINDING_TARGET_CREATED.json");
    QTRY_COMPARE(rows(), 1);
    write(models::now());
    deliver("confirmed/API_SECURE__POLICY_VIOLATION_RESOLVED.json");
    QTRY_COMPARE(rows(), 2);
    comeBack();
    QTRY_VERIFY2(notice().startsWith(QStringLiteral("One event came")), qPrintable(notice()));
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(line(window()).row(), 1);
    emit window().window().noticeActivated(key);
    QCOMPARE(notice(), QString());
    auto *dialog = window().window().findChild<views::SinceDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    // From there to an issue.
    auto *from = dialog->findChild<QDateTimeEdit *>(QStringLiteral("sinceDialog.from"));
    from->setDateTime(QDateTime(QDate(2000, 1, 1), QTime(0, 0)));
    emit from->editingFinished();
    auto *list = dialog->findChild<QAbstractItemView *>(QStringLiteral("sinceDialog.list"));
    const auto firstIssue = [list] {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data(models::SinceModel::PlaceRole).toInt() >= 0)
                return index;
        }
        return QModelIndex();
    };
    QTRY_VERIFY(firstIssue().isValid());
    emit list->activated(firstIssue());
    QCOMPARE(window().window().currentPage()->objectName(), QStringLiteral("issuesPage"));
    QVERIFY(window().window()
                    .findChild<views::EventTable *>(QStringLiteral("issuesPage.table"))
                    ->selectedId()
            > 0);
    dialog->close();

    // Nothing came since: nothing is said.
    write(models::now());
    comeBack();
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(notice(), QString());
    QCOMPARE(line(window()).row(), -1);
}

// The visit that is being written now is not the one that is told of.
void TestVisit::whatChangedIsSinceTheVisitBefore()
{
    start();
    deliver("inferred/MOBILE_SECURE__FINDING_TARGET_CREATED.json");
    QTRY_COMPARE(rows(), 1);
    const models::Instant old = models::now() - 48h;
    write(old);
    look();
    QSettings settings(file(), QSettings::IniFormat);
    const app::VisitMemory memory(settings, 1ms);
    m_rig->desktop->windows().setLastVisit(memory.before());
    QTRY_VERIFY(written() > old.time_since_epoch().count());
    const auto from = [](app::EventsWindow &asked) {
        asked.dialogs().showSince();
        auto *dialog = asked.window().findChild<views::SinceDialog *>();
        auto *presets = dialog->findChild<QComboBox *>(QStringLiteral("sinceDialog.presets"));
        presets->setCurrentIndex(presets->findData(0));
        const QDateTime begin =
                dialog->findChild<QDateTimeEdit *>(QStringLiteral("sinceDialog.from"))->dateTime();
        dialog->close();
        return begin.toSecsSinceEpoch();
    };
    const qint64 expected =
            std::chrono::duration_cast<std::chrono::seconds>(old.time_since_epoch()).count();
    QVERIFY(qAbs(from(window()) - expected) < 60);
    QCOMPARE(*line(window()).visit(), old);
    // A window that is opened later knows the same visit.
    app::EventsWindow &second = m_rig->desktop->windows().add();
    QVERIFY(qAbs(from(second) - expected) < 60);
    QCOMPARE(*line(second).visit(), old);
}

} // namespace

QTEST_MAIN(TestVisit)
#include "visittest.moc"
