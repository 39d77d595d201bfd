// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/filesecrets.h"
#include "app/settings/keychainsecrets.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using app::FileSecrets;
using app::KeychainSecrets;
using models::SecretPlace;
using models::SecretStore;

namespace {

/// A session bus of our own that starts no services by itself, with or without a secret
/// service on it.
class Bus final
{
public:
    explicit Bus(const QString &home)
    {
        qputenv("HOME", home.toUtf8());
        qputenv("XDG_DATA_HOME", home.toUtf8());
        qputenv("XDG_RUNTIME_DIR", home.toUtf8());
        QFile config(home + QStringLiteral("/bus.conf"));
        if (!config.open(QIODevice::WriteOnly))
            return;
        config.write("<busconfig><type>session</type><listen>unix:dir=" + home.toUtf8()
                     + "</listen><policy context='default'><allow send_destination='*' "
                       "eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/></policy>"
                       "</busconfig>");
        config.close();
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       { QStringLiteral("--config-file=") + config.fileName(),
                         QStringLiteral("--nofork"), QStringLiteral("--print-address=1") });
        if (m_daemon.waitForReadyRead(5000))
            m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
    }
    ~Bus()
    {
        stop(m_keyring);
        stop(m_daemon);
    }
    bool running() const { return !m_address.isEmpty(); }
    bool startKeyring()
    {
        m_keyring.start(QStringLiteral("gnome-keyring-daemon"),
                        { QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                          QStringLiteral("--components=secrets") });
        m_keyring.write("secret of the test");
        m_keyring.closeWriteChannel();
        QDBusConnection bus = QDBusConnection::connectToBus(m_address, QStringLiteral("probe"));
        const bool registered = QTest::qWaitFor(
                [&bus] {
                    return bus.isConnected()
                            && bus.interface()->isServiceRegistered(
                                    QStringLiteral("org.freedesktop.secrets"));
                },
                10000);
        QDBusConnection::disconnectFromBus(QStringLiteral("probe"));
        return registered;
    }
    void stopKeyring() { stop(m_keyring); }

private:
    static void stop(QProcess &process)
    {
        if (process.state() == QProcess::NotRunning)
            return;
        process.terminate();
        if (!process.waitForFinished(3000)) {
            process.kill();
            process.waitForFinished(3000);
        }
    }
    QString m_address;
    QProcess m_daemon;
    QProcess m_keyring;
};

QString load(SecretStore &store)
{
    QSignalSpy loaded(&store, &SecretStore::loaded);
    store.load();
    if (loaded.isEmpty())
        loaded.wait(10000);
    return loaded.isEmpty() ? QStringLiteral("no answer") : loaded.first().first().toString();
}

bool save(SecretStore &store, const QString &secret)
{
    QSignalSpy saved(&store, &SecretStore::saved);
    store.save(secret);
    return !saved.isEmpty() || saved.wait(10000);
}

} // namespace

class SecretsTest : public QObject
{
    Q_OBJECT

private slots:
    void fileKeepsAndIsPrivate();
    void fileReadableByOthersIsRefused();
    void fileFailureSaysSo();
    void withoutSecretServiceTheFileIsUsed();
    void theLastOfTwoSavesStays();
    void withSecretServiceTheFileMovesInAndStays(); // last: GIO ends the process without its bus
};

void SecretsTest::fileKeepsAndIsPrivate()
{
    const QTemporaryDir dir;
    FileSecrets secrets(dir.filePath(QStringLiteral("new/token")));
    QCOMPARE(load(secrets), QString());
    QVERIFY(save(secrets, QStringLiteral("one")));
    QVERIFY(save(secrets, QStringLiteral("two")));
    QCOMPARE(load(secrets), QStringLiteral("two"));
    QCOMPARE(QFile::permissions(secrets.path()) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    constexpr QFile::Permissions others =
            QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(dir.filePath(QStringLiteral("new"))) & others,
             QFile::Permissions());
    QVERIFY(secrets.description().contains(secrets.path()));
}

void SecretsTest::fileReadableByOthersIsRefused()
{
    const QTemporaryDir dir;
    FileSecrets secrets(dir.filePath(QStringLiteral("token")));
    QVERIFY(secrets.write(QStringLiteral("open secret")).ok());
    QVERIFY(QFile::setPermissions(secrets.path(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QSignalSpy failed(&secrets, &SecretStore::failed);
    secrets.load();
    QVERIFY(failed.wait());
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("chmod 600")));
}

void SecretsTest::fileFailureSaysSo()
{
    FileSecrets secrets(QStringLiteral("/proc/none/token"));
    QSignalSpy failed(&secrets, &SecretStore::failed);
    secrets.save(QStringLiteral("x"));
    QVERIFY(failed.wait());
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("/proc/none/token")));
}

void SecretsTest::withoutSecretServiceTheFileIsUsed()
{
    const QTemporaryDir dir;
    const Bus bus(dir.path());
    QVERIFY(bus.running());
    FileSecrets file(dir.filePath(QStringLiteral("token")));
    KeychainSecrets secrets(QStringLiteral("test"), file, 3s);
    QCOMPARE(load(secrets), QString());
    QCOMPARE(secrets.place(), SecretPlace::File);
    QVERIFY(secrets.description().contains(file.path()));
    QVERIFY(save(secrets, QStringLiteral("kept")));
    QCOMPARE(file.read().value(), QStringLiteral("kept"));
    QCOMPARE(load(secrets), QStringLiteral("kept"));
}

void SecretsTest::theLastOfTwoSavesStays()
{
    const QTemporaryDir dir;
    const Bus bus(dir.path());
    QVERIFY(bus.running());
    FileSecrets file(dir.filePath(QStringLiteral("token")));
    KeychainSecrets secrets(QStringLiteral("test"), file, 3s);
    QSignalSpy saved(&secrets, &SecretStore::saved);
    secrets.save(QStringLiteral("first"));
    secrets.save(QStringLiteral("second"));
    QTRY_VERIFY_WITH_TIMEOUT(secrets.findChildren<QObject *>().isEmpty(), 10000); // both are over
    QCOMPARE(saved.size(), 1);
    QCOMPARE(file.read().value(), QStringLiteral("second"));
}

void SecretsTest::withSecretServiceTheFileMovesInAndStays()
{
    if (QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty())
        QSKIP("gnome-keyring-daemon is not installed");
    const QTemporaryDir dir;
    Bus bus(dir.path());
    QVERIFY(bus.startKeyring());
    FileSecrets file(dir.filePath(QStringLiteral("token")));
    QVERIFY(file.write(QStringLiteral("from the file")).ok());
    KeychainSecrets secrets(QStringLiteral("test"), file, 8s);
    QSignalSpy moved(&secrets, &SecretStore::saved);
    QCOMPARE(load(secrets), QStringLiteral("from the file"));
    QVERIFY(!moved.isEmpty() || moved.wait(10000));
    QCOMPARE(secrets.place(), SecretPlace::Keychain);
    QVERIFY(!QFile::exists(file.path()));
    QCOMPARE(load(secrets), QStringLiteral("from the file"));
    QVERIFY(save(secrets, QStringLiteral("changed")));
    QCOMPARE(load(secrets), QStringLiteral("changed"));
    QVERIFY(!QFile::exists(file.path()));

    // Without its store the secret is neither found nor replaced: the portal would be locked out.
    bus.stopKeyring();
    QSignalSpy loaded(&secrets, &SecretStore::loaded);
    QSignalSpy failed(&secrets, &SecretStore::failed);
    secrets.load();
    QVERIFY(!failed.isEmpty() || failed.wait(10000));
    QVERIFY(loaded.isEmpty());
    // What the person sets meanwhile is the newest secret and is used from then on.
    QVERIFY(save(secrets, QStringLiteral("set by hand")));
    QCOMPARE(load(secrets), QStringLiteral("set by hand"));
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "secretstest.moc"
