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
    void overdueDays_data();
    void overdueDays();
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
    settings.overdue.days = { 0, 5, 3650, 1, 31, 0 };
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

void SettingsFileTest::overdueDays_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("urgent");
    QTest::addColumn<int>("unrated");
    const auto row = [](const char *line, int urgent, int unrated) {
        QTest::newRow(line) << QByteArray(line) << urgent << unrated;
    };
    row("urgentDays=14", 14, 0);
    row("urgentDays=never", 0, 0);
    row("urgentDays=NEVER", 0, 0);
    row("noneDays=365", 7, 365);
    row("urgentDays=3650", 3650, 0);
    row("urgentDays=3651", 7, 0);
    row("urgentDays=0", 7, 0);
    row("urgentDays=-1", 7, 0);
    row("urgentDays=1.5", 7, 0);
    row("urgentDays=99999999999999999999", 7, 0);
    row("urgentDays=soon", 7, 0);
    row("urgentDays=", 7, 0);
    row("urgentDays=1, 2", 7, 0);
}

void SettingsFileTest::overdueDays()
{
    QFETCH(QByteArray, line);
    QFETCH(int, urgent);
    QFETCH(int, unrated);
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("s.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[overdue]\n" + line + "\n");
    file.close();
    models::OverduePolicy expected;
    expected.days.at(std::size_t(models::Severity::Urgent)) = urgent;
    expected.days.at(std::size_t(models::Severity::Unrated)) = unrated;
    QCOMPARE(SettingsFile(path).load().value().overdue.days, expected.days);
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
