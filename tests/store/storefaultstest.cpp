// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSqlQuery>
#include <QTest>

#include <unistd.h>

namespace {

class TestStoreFaults final : public QObject
{
    Q_OBJECT

private slots:
    void lockedByAnother();
    void lockedFileRecoversWithoutNewWork();
    void failedDeliveriesAreOnRecord();
    void folderWithoutRights();
    void readOnlyDisk();
    void lockedByAnotherProcess();
    void fullDisk();
    void failureLeavesNoTrace();
};

QByteArray body(int number)
{
    return "{\"event\": \"number " + QByteArray::number(number) + "\"}";
}

app::WriterOptions impatient()
{
    app::WriterOptions options;
    options.patience = std::chrono::milliseconds(50);
    options.retryTime = std::chrono::milliseconds(100);
    return options;
}

/// Holds the write lock of a database through a connection of its own.
class Holder final
{
public:
    explicit Holder(const app::DatabaseUrl &url)
        : m_connection(app::Connection::open(url, app::Connection::Mode::Write))
    {
        m_holds = m_connection.ok()
                && m_connection.value()->run(QStringLiteral("BEGIN IMMEDIATE")).ok();
    }
    bool holds() const { return m_holds; }

private:
    models::Result<std::unique_ptr<app::Connection>> m_connection;
    bool m_holds = false;
};

void TestStoreFaults::lockedByAnother()
{
    const StoreFolder folder;
    WriterRig rig(folder.url(), impatient());
    QCOMPARE(rig.open(), QString());
    {
        const Holder holder(folder.url());
        QVERIFY(holder.holds());
        QVERIFY(rig.writer().submit(storeDelivery(body(1), 1)));
        const auto receipts = rig.receipts(1);
        QCOMPARE(receipts.size(), 1);
        QVERIFY2(receipts[0].failure.contains(QLatin1String("locked")),
                 qPrintable(receipts[0].failure));
        QCOMPARE(receipts[0].stored, 0);
        QVERIFY(heldEvents(folder.url()).isEmpty());
    }
    QVERIFY(rig.writer().submit(storeDelivery(body(1), 2)));
    const auto receipts = rig.receipts(2);
    QCOMPARE(receipts.value(1).failure, QString());
    QCOMPARE(receipts.value(1).stored, 1); // the failed one left no trace
    QCOMPARE(rig.failures().size(), 1);
    QCOMPARE(rig.recoveries(), 1);
    QVERIFY(rig.close());
    QCOMPARE(heldEvents(folder.url()).size(), 1);
}

void TestStoreFaults::lockedFileRecoversWithoutNewWork()
{
    const StoreFolder folder;
    WriterRig rig(folder.url(), impatient());
    QCOMPARE(rig.open(), QString());
    {
        const Holder holder(folder.url());
        QVERIFY(holder.holds());
        QVERIFY(rig.writer().submit(storeDelivery(body(1), 1)));
        QVERIFY(!rig.receipts(1).value(0).failure.isEmpty());
        QTest::qWait(300); // several tries, none may succeed
        QCOMPARE(rig.recoveries(), 0);
    }
    QTRY_COMPARE(rig.recoveries(), 1);
}

void TestStoreFaults::failedDeliveriesAreOnRecord()
{
    const StoreFolder folder;
    WriterRig rig(folder.url(), impatient());
    QCOMPARE(rig.open(), QString());
    QString reason;
    qint64 size = 0;
    {
        const Holder holder(folder.url());
        QVERIFY(holder.holds());
        for (const int number : { 1, 2, 3 }) {
            models::Delivery delivery = storeDelivery(body(number), number);
            delivery.peer = number < 3 ? QStringLiteral("192.0.2.1") : QStringLiteral("192.0.2.2");
            delivery.path = QStringLiteral("/webhook");
            size += number < 3 ? body(number).size() : 0;
            QVERIFY(rig.writer().submit(delivery));
            reason = rig.receipts(number).value(number - 1).failure;
            QVERIFY(!reason.isEmpty());
        }
    }
    QTRY_COMPARE(rig.recoveries(), 1);
    QVERIFY(rig.close());
    QVERIFY(heldEvents(folder.url()).isEmpty());

    const auto connection = app::Connection::open(folder.url(), app::Connection::Mode::Write);
    QSqlQuery query(connection.value()->database());
    QVERIFY(query.exec(QStringLiteral(
            "SELECT peer, path, status, cause, count, size FROM deliveries ORDER BY id")));
    QVERIFY(query.next()); // two of one sender, folded
    QCOMPARE(query.value(0).toString(), QStringLiteral("192.0.2.1"));
    QCOMPARE(query.value(1).toString(), QStringLiteral("/webhook"));
    QCOMPARE(query.value(2).toInt(), 503);
    QCOMPARE(query.value(3).toString(), reason);
    QCOMPARE(query.value(4).toInt(), 2);
    QCOMPARE(query.value(5).toLongLong(), size);
    QVERIFY(query.next());
    QCOMPARE(query.value(0).toString(), QStringLiteral("192.0.2.2"));
    QCOMPARE(query.value(4).toInt(), 1);
    QVERIFY(!query.next());
}

void TestStoreFaults::folderWithoutRights()
{
    if (::geteuid() == 0)
        QSKIP("the superuser may write everywhere");
    const StoreFolder folder;
    const QString path = folder.path(QStringLiteral("closed"));
    QVERIFY(QDir().mkdir(path));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner));
    WriterRig rig({ path + QLatin1String("/store.sqlite") });
    QVERIFY(rig.writer().submit(storeDelivery(body(1), 1)));
    const QString reason = rig.open();
    QVERIFY(!reason.isEmpty());
    QCOMPARE(rig.receipts(1).value(0).failure, reason);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(rig.open(), QString());
}

/// A small file system in memory, unmounted with the object.
class SmallDisk final
{
public:
    explicit SmallDisk(const QString &path) : m_path(path)
    {
        QDir().mkpath(path);
        m_mounted = QProcess::execute(QStringLiteral("mount"),
                                      { QStringLiteral("-t"), QStringLiteral("tmpfs"),
                                        QStringLiteral("-o"), QStringLiteral("size=2m"),
                                        QStringLiteral("tmpfs"), path })
                == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute(QStringLiteral("umount"), { QStringLiteral("-l"), m_path });
    }
    bool mounted() const { return m_mounted; }

private:
    QString m_path;
    bool m_mounted = false;
};

/// A folder under a second path that can be made read only, unmounted with the object.
class BoundFolder final
{
public:
    explicit BoundFolder(const QString &path) : m_path(path)
    {
        m_mounted = mount({ QStringLiteral("--bind"), path, path });
    }
    ~BoundFolder()
    {
        if (m_mounted)
            QProcess::execute(QStringLiteral("umount"), { QStringLiteral("-l"), m_path });
    }
    bool mounted() const { return m_mounted; }
    bool setReadOnly(bool readOnly)
    {
        return mount(
                { QStringLiteral("-o"),
                  readOnly ? QStringLiteral("remount,bind,ro") : QStringLiteral("remount,bind,rw"),
                  m_path });
    }

private:
    static bool mount(const QStringList &arguments)
    {
        return QProcess::execute(QStringLiteral("mount"), arguments) == 0;
    }

    QString m_path;
    bool m_mounted = false;
};

void TestStoreFaults::readOnlyDisk()
{
    if (::geteuid() != 0)
        QSKIP("only the superuser can mount a folder read only");
    const StoreFolder folder;
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        QVERIFY(rig.writer().submit(storeDelivery(body(1), 1)));
        QCOMPARE(rig.receipts(1).value(0).failure, QString());
        QVERIFY(rig.close());
    }
    BoundFolder disk(QFileInfo(folder.url().sqlitePath).absolutePath());
    if (!disk.mounted())
        QSKIP("mounting is not allowed here");
    QVERIFY(disk.setReadOnly(true));
    WriterRig rig(folder.url(), impatient());
    QVERIFY(rig.writer().submit(storeDelivery(body(2), 1)));
    const QString reason = rig.open();
    QVERIFY2(reason.contains(QLatin1String("cannot be written")), qPrintable(reason));
    QCOMPARE(rig.receipts(1).value(0).failure, reason);
    QVERIFY(disk.setReadOnly(false));
    QCOMPARE(rig.open(), QString());
    QVERIFY(rig.writer().submit(storeDelivery(body(2), 2)));
    QCOMPARE(rig.receipts(2).value(1).failure, QString());
    QVERIFY(rig.close());
    QCOMPARE(heldEvents(folder.url()).size(), 2);
}

void TestStoreFaults::lockedByAnotherProcess()
{
    const StoreFolder folder;
    WriterRig rig(folder.url(), impatient());
    QCOMPARE(rig.open(), QString());
    QProcess holder;
    holder.start(QStringLiteral(STOREHOLDER), { folder.url().sqlitePath });
    QVERIFY(holder.waitForReadyRead(60000));
    QCOMPARE(holder.readLine().trimmed(), QByteArray("held"));
    QVERIFY(rig.writer().submit(storeDelivery(body(1), 1)));
    const QString failure = rig.receipts(1).value(0).failure;
    QVERIFY2(failure.contains(QLatin1String("locked by another")), qPrintable(failure));
    QTRY_COMPARE(rig.failures(), QStringList { failure });
    holder.closeWriteChannel();
    QVERIFY(holder.waitForFinished(60000));
    QTRY_COMPARE(rig.recoveries(), 1); // by itself
    QVERIFY(rig.writer().submit(storeDelivery(body(1), 2)));
    QCOMPARE(rig.receipts(2).value(1).stored, 1);
    QVERIFY(rig.close());
}

void TestStoreFaults::fullDisk()
{
    if (::geteuid() != 0)
        QSKIP("only the superuser can mount a small disk");
    const StoreFolder folder;
    const SmallDisk disk(folder.path(QStringLiteral("disk")));
    if (!disk.mounted())
        QSKIP("mounting is not allowed here");
    const app::DatabaseUrl url { folder.path(QStringLiteral("disk/store.sqlite")) };
    WriterRig rig(url, impatient());
    QCOMPARE(rig.open(), QString());
    QFile filler(folder.path(QStringLiteral("disk/filler")));
    QVERIFY(filler.open(QIODevice::WriteOnly));
    QVERIFY(filler.write(QByteArray(512 * 1024, 'x')) > 0);
    filler.close();

    QSet<QByteArray> acknowledged;
    QString failure;
    StoreBodies bodies;
    for (qsizetype i = 1; i < 2000 && failure.isEmpty(); ++i) {
        const models::Delivery delivery = bodies.nextDelivery();
        QVERIFY(rig.writer().submit(delivery));
        const auto receipts = rig.receipts(i);
        QCOMPARE(receipts.size(), i);
        failure = receipts.last().failure;
        if (failure.isEmpty())
            acknowledged.insert(delivery.decoded.events.constFirst().body);
    }
    QVERIFY2(failure.contains(QLatin1String("full")) || failure.contains(QLatin1String("disk")),
             qPrintable(failure));
    QVERIFY(acknowledged.size() > 10);
    QVERIFY(filler.remove());
    QTRY_COMPARE(rig.recoveries(), 1); // by itself

    const qsizetype before = rig.receipts(1).size();
    const models::Delivery delivery = bodies.nextDelivery();
    QVERIFY(rig.writer().submit(delivery));
    QCOMPARE(rig.receipts(before + 1).last().failure, QString());
    acknowledged.insert(delivery.decoded.events.constFirst().body);
    QVERIFY(rig.close());
    QSet<QByteArray> held;
    for (const HeldEvent &event : heldEvents(url))
        held.insert(event.body);
    QCOMPARE(held, acknowledged);
}

void TestStoreFaults::failureLeavesNoTrace()
{
    const StoreFolder folder;
    WriterRig rig(folder.url(), impatient());
    QCOMPARE(rig.open(), QString());
    StoreBodies bodies;
    QList<models::Delivery> deliveries;
    for (int i = 0; i < 20; ++i)
        deliveries.append(bodies.nextDelivery());
    // A table that refuses the fifth row from now on makes commits fail half-way.
    {
        const auto connection = app::Connection::open(folder.url(), app::Connection::Mode::Write);
        QVERIFY(connection.ok());
        QVERIFY(connection.value()
                        ->run(QStringLiteral(
                                "CREATE TRIGGER bad BEFORE INSERT ON bodies WHEN new.event >= 5 "
                                "BEGIN SELECT raise(ABORT, 'no'); END"))
                        .ok());
    }
    models::Delivery all = deliveries.constFirst();
    for (const models::Delivery &each : std::as_const(deliveries))
        all.decoded.events += each.decoded.events;
    QVERIFY(rig.writer().submit(all));
    QVERIFY(!rig.receipts(1).value(0).failure.isEmpty());
    {
        const auto connection = app::Connection::open(folder.url(), app::Connection::Mode::Write);
        QVERIFY(connection.value()->run(QStringLiteral("DROP TRIGGER bad")).ok());
    }
    QVERIFY(rig.writer().submit(all));
    const auto receipts = rig.receipts(2);
    QCOMPARE(receipts.value(1).failure, QString());
    QCOMPARE(receipts.value(1).stored, 20);
    QCOMPARE(receipts.value(1).repeated, 1);
    QVERIFY(rig.close());
    const QList<HeldEvent> held = heldEvents(folder.url());
    QCOMPARE(held.size(), 20);
    QCOMPARE(held.last().id, 20); // ids go on without a gap
}

} // namespace

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "storefaultstest.moc"
