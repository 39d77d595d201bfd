// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tls/certificatemaker.h"
#include "app/receiver/tlsfiles.h"
#include "app/tls/certificatefacts.h"
#include "app/tls/selfsigned.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslKey>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace {

using app::CertificateMaker;
using namespace std::chrono;
using namespace std::chrono_literals;

const QStringList someNames { QStringLiteral("watch.example"), QStringLiteral("localhost"),
                              QStringLiteral("127.0.0.1"), QStringLiteral("::1") };

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Certificates made with one click.
class CertificateMakerTest final : public QObject
{
    Q_OBJECT
private slots:
    void isWhatServersNeed()
    {
        const QTemporaryDir dir;
        const auto made = CertificateMaker::make(dir.path(), someNames);
        QVERIFY2(made, made ? "" : qPrintable(made.error()));
        const QSslCertificate certificate(contents(made.value().certificateFile));
        QCOMPARE(certificate.version(), QByteArray("3"));
        QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
        QCOMPARE(certificate.publicKey().length(), 256);
        QVERIFY(certificate.isSelfSigned());
        QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName),
                 QStringList { QStringLiteral("watch.example") });
        QCOMPARE(made.value().info, app::certificateInfo(certificate));
        QCOMPARE(made.value().info.names, someNames);
        // "AB:CD:…": 32 bytes.
        QCOMPARE(made.value().info.fingerprint.size(), 95);
        QCOMPARE(made.value().info.fingerprint, made.value().info.fingerprint.toUpper());
        QVERIFY(made.value().info.selfSigned);
        const QByteArray text = certificate.toText().toUtf8();
        for (const char *part :
             { "CA:FALSE", "TLS Web Server Authentication", "ecdsa-with-SHA256", "prime256v1" })
            QVERIFY2(text.contains(part), text.constData());
        QVERIFY(!text.contains("Serial Number: 0"));
        models::ReceiverSettings settings;
        settings.certificateFile = made.value().certificateFile;
        settings.keyFile = made.value().keyFile;
        QVERIFY(std::holds_alternative<QSslConfiguration>(app::TlsFiles::load(settings)));
    }

    void opensslFindsItInOrder()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("The openssl program judges the certificate");
        const QTemporaryDir dir;
        const auto made = CertificateMaker::make(dir.path(), someNames);
        QVERIFY(made);
        const QString file = made.value().certificateFile;
        for (const QStringList &name :
             { QStringList { QStringLiteral("-verify_hostname"), QStringLiteral("watch.example") },
               QStringList { QStringLiteral("-verify_ip"), QStringLiteral("127.0.0.1") } }) {
            QProcess openssl;
            openssl.start(QStringLiteral("openssl"),
                          QStringList { QStringLiteral("verify"), QStringLiteral("-purpose"),
                                        QStringLiteral("sslserver"), QStringLiteral("-CAfile"),
                                        file }
                                  + name + QStringList { file });
            QVERIFY(openssl.waitForFinished(20000));
            QVERIFY2(openssl.exitCode() == 0, openssl.readAllStandardError().constData());
        }
    }

    void isValidForAYear()
    {
        const models::Instant now { sys_days { 2026y / November / 24 } + 15h + 123ms };
        const QTemporaryDir dir;
        const auto made = CertificateMaker::make(dir.path(), someNames, now);
        QVERIFY(made);
        const models::CertificateInfo &info = made.value().info;
        QVERIFY(info.from <= now - 59min);
        QVERIFY(info.until > now + days(364));
        QVERIFY(info.until - info.from <= days(397));
        QVERIFY(QFileInfo(made.value().keyFile).fileName().contains(QLatin1String("2026-11-24")));
    }

    void onlyItsOwnerReadsTheKey()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("made"));
        const auto made = CertificateMaker::make(folder, someNames);
        QVERIFY(made);
        constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup
                | QFile::ReadOther | QFile::WriteOther | QFile::ExeGroup | QFile::ExeOther;
        QCOMPARE(QFile::permissions(made.value().keyFile) & others, QFile::Permissions());
        QCOMPARE(QFile::permissions(folder) & others, QFile::Permissions());
        QVERIFY(contents(made.value().keyFile).startsWith("-----BEGIN PRIVATE KEY-----"));
        QVERIFY(!contents(made.value().certificateFile).contains("PRIVATE"));
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 2); // nothing left over
    }

    void leavesTheOldPairAlone()
    {
        const QTemporaryDir dir;
        const auto first = CertificateMaker::make(dir.path(), someNames);
        QVERIFY(first);
        const QByteArray certificate = contents(first.value().certificateFile);
        const QByteArray key = contents(first.value().keyFile);
        const auto second = CertificateMaker::make(dir.path(), someNames);
        QVERIFY(second);
        QVERIFY(first.value().certificateFile != second.value().certificateFile);
        QVERIFY(first.value().info.fingerprint != second.value().info.fingerprint);
        QCOMPARE(contents(first.value().certificateFile), certificate);
        QCOMPARE(contents(first.value().keyFile), key);
    }

    void saysWhyNot()
    {
        const QTemporaryDir dir;
        const auto nameless = CertificateMaker::make(dir.path(), {});
        QVERIFY(!nameless && !nameless.error().isEmpty());
        for (const char *name : { "a,DNS:b", "a b", "-a", "a..b", "\xc3\xa4", "", "fe80::1%lo" }) {
            const auto wrong = CertificateMaker::make(dir.path(), { QString::fromUtf8(name) });
            QVERIFY2(!wrong, name);
        }
        QFile file(dir.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto nowhere =
                CertificateMaker::make(file.fileName() + QStringLiteral("/sub"), someNames);
        QVERIFY(!nowhere && nowhere.error().contains(file.fileName()));
#ifdef Q_OS_UNIX
        if (::geteuid() == 0)
            return; // root may write everywhere
#endif
        const QString closed = dir.filePath(QStringLiteral("closed"));
        QVERIFY(QDir().mkdir(closed));
        QVERIFY(QFile::setPermissions(closed, QFile::ReadOwner | QFile::ExeOwner));
        const auto forbidden = CertificateMaker::make(closed, someNames);
        QVERIFY(!forbidden && forbidden.error().contains(closed));
        QVERIFY(QDir(closed).isEmpty());
    }

    void knowsThisHost()
    {
        const QStringList names = app::hostNames();
        for (const char *name : { "localhost", "127.0.0.1", "::1" })
            QVERIFY(names.contains(QLatin1String(name)));
        for (const QString &name : names)
            QVERIFY2(app::isHostName(name), qPrintable(name));
        QVERIFY(app::isHostName(QStringLiteral("1234")) && !app::isAddress(QStringLiteral("1234")));
        const QTemporaryDir dir;
        CertificateMaker maker;
        QSignalSpy made(&maker, &CertificateMaker::made);
        QSignalSpy failed(&maker, &CertificateMaker::failed);
        maker.makeFor(dir.path());
        QCOMPARE(failed.size(), 0);
        QCOMPARE(made.size(), 1);
        const auto info = made.first().at(2).value<models::CertificateInfo>();
        QCOMPARE(info.names.size(), names.size());
        maker.makeFor(QString());
        QCOMPARE(failed.size(), 1);
    }

    void describesOthers()
    {
        QCOMPARE(app::certificateInfo(QSslCertificate()), models::CertificateInfo());
        // More names than are shown.
        QStringList many;
        for (int i = 0; i < 150; ++i)
            many << QStringLiteral("host-%1.example").arg(i);
        const auto pair = app::makeSelfSigned(many, models::now());
        QVERIFY(pair);
        const auto info = app::certificateInfo(QSslCertificate(pair.value().certificate));
        QCOMPARE(info.names.size(), 100);
        QCOMPARE(info.names.first(), QStringLiteral("host-0.example"));
        QCOMPARE(info.issuer, QStringLiteral("host-0.example"));
    }
};

} // namespace

QTEST_GUILESS_MAIN(CertificateMakerTest)
#include "certificatemakertest.moc"
