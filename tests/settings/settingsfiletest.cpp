// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using app::SettingsFile;
using models::Settings;

using namespace std::chrono_literals;

class SettingsFileTest : public QObject
{
    Q_OBJECT

private slots:
    void missingFileMeansDefaults();
    void everythingComesBack();
    void damagedValuesMeanTheSafeDefault();
    void fileIsPrivate();
    void failureSaysSo();
};

void SettingsFileTest::missingFileMeansDefaults()
{
    const QTemporaryDir dir;
    const auto loaded = SettingsFile(dir.filePath(QStringLiteral("none.ini"))).load();
    QVERIFY(loaded.ok());
    QVERIFY(loaded.value() == Settings {});
}

void SettingsFileTest::everythingComesBack()
{
    const QTemporaryDir dir;
    const SettingsFile file(dir.filePath(QStringLiteral("deep/er/settings.ini")));
    Settings settings;
    models::ReceiverLimits limits { 1, 2, 3, 4, 5, 6, 7, 8ms, 9ms, 10ms, 11, 12ms };
    settings.receiver = { QStringLiteral("::1"),
                          9999,
                          models::AuthMode::Url,
                          QStringLiteral("/a b,c.pem"),
                          QStringLiteral("/k;.pem"),
                          true,
                          true,
                          { QStringLiteral("192.0.2.1"), QStringLiteral("10.0.0.0/8") },
                          limits };
    settings.links.trustedHosts = { QStringLiteral("a.example"), QStringLiteral("b.example") };
    settings.links.allowedHosts = { QStringLiteral("c.example:8443"), QStringLiteral("[::1]") };
    QVERIFY(file.save(settings).ok());
    QVERIFY(file.load().value() == settings);
    settings.links.trustedHosts.clear();
    QVERIFY(file.save(settings).ok());
    QVERIFY(file.load().value() == settings);
}

void SettingsFileTest::damagedValuesMeanTheSafeDefault()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("s.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[receiver]\nport=99999\nauth=open\n\0\0garbage[[[");
    file.close();
    const auto loaded = SettingsFile(path).load();
    QVERIFY(loaded.ok());
    QCOMPARE(loaded.value().receiver.port, quint16(8787));
    QCOMPARE(loaded.value().receiver.auth, models::AuthMode::Bearer);
}

void SettingsFileTest::fileIsPrivate()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("s.ini"));
    QVERIFY(SettingsFile(path).save({}).ok());
    QCOMPARE(
            QFile::permissions(path)
                    & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
            QFile::Permissions());
}

void SettingsFileTest::failureSaysSo()
{
    const auto done = SettingsFile(QStringLiteral("/proc/none/settings.ini")).save({});
    QVERIFY(!done.ok());
    QVERIFY(done.error().contains(QStringLiteral("/proc/none/settings.ini")));
}

QTEST_GUILESS_MAIN(SettingsFileTest)
#include "settingsfiletest.moc"
