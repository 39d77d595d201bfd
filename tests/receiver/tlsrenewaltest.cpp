// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tls/selfsigned.h"
#include "tests/support/httpfixture.h"
#include "tests/support/httpsecureclient.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <optional>

namespace {

using Info = std::optional<models::CertificateInfo>;

/// A pair of PEM files that is renewed while the receiver serves with it.
class TlsRenewalTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void saysWhatIsServed();
    void renewedWhileInUse_data();
    void renewedWhileInUse();
    void brokenRenewal_data();
    void brokenRenewal();
    void tokenChangesDuringBrokenRenewal();
    void openKeyIsSaid();

private:
    /// Files of their own for one test, in use by its receiver.
    struct Rig
    {
        Rig()
            : changes(&http.receiver, &app::Receiver::certificateChanged),
              problems(&http.receiver, &app::Receiver::certificateProblem)
        {
        }
        QString file(const char *name) const { return dir.filePath(QLatin1String(name)); }
        Info shown() const
        {
            return changes.isEmpty() ? Info() : changes.last().first().value<Info>();
        }
        QString problem() const
        {
            return problems.isEmpty() ? QString() : problems.last().first().toString();
        }
        void use(const app::PemPair &pair)
        {
            write(file("a.crt"), pair.certificate);
            write(file("a.key"), pair.key);
            http.settings.certificateFile = file("a.crt");
            http.settings.keyFile = file("a.key");
            http.apply();
        }
        static void write(const QString &path, const QByteArray &bytes)
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            QCOMPARE(file.write(bytes), bytes.size());
            file.close();
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        }
        static void swapIn(const QString &path, const QByteArray &bytes)
        {
            QSaveFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(bytes), bytes.size());
            QVERIFY(file.commit());
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        }
        QTemporaryDir dir;
        HttpFixture http;
        QSignalSpy changes;
        QSignalSpy problems;
    };
    static app::PemPair makePair()
    {
        return app::makeSelfSigned({ QStringLiteral("localhost"), QStringLiteral("127.0.0.1") },
                                   models::now())
                .value();
    }
    static QString fingerprintOf(const app::PemPair &pair)
    {
        const QSslCertificate certificate(pair.certificate);
        return QString::fromLatin1(
                certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    }

    app::PemPair m_old;
    app::PemPair m_new;
};

void TlsRenewalTest::initTestCase()
{
    m_old = makePair();
    m_new = makePair();
}

void TlsRenewalTest::saysWhatIsServed()
{
    Rig rig;
    rig.use(m_old);
    QTRY_VERIFY(rig.shown());
    QCOMPARE(rig.shown()->fingerprint, fingerprintOf(m_old));
    QCOMPARE(HttpSecureClient(rig.http.port()).fingerprint(), fingerprintOf(m_old));
    const qsizetype before = rig.changes.size();
    rig.http.settings.certificateFile.clear();
    rig.http.settings.keyFile.clear();
    rig.http.apply();
    QTRY_VERIFY(rig.changes.size() > before);
    QVERIFY(!rig.shown());
}

void TlsRenewalTest::renewedWhileInUse_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("written over, certificate first") << QStringLiteral("over");
    QTest::newRow("put in place, key first") << QStringLiteral("swap");
    QTest::newRow("symbolic links swapped, as certbot does") << QStringLiteral("links");
}

void TlsRenewalTest::renewedWhileInUse()
{
    QFETCH(QString, way);
    Rig rig;
    if (way == QLatin1String("links")) {
        Rig::write(rig.file("1.crt"), m_old.certificate);
        Rig::write(rig.file("1.key"), m_old.key);
        QVERIFY(QDir(rig.dir.path()).mkdir(QStringLiteral("live")));
        QVERIFY(QFile::link(QStringLiteral("../1.crt"), rig.file("live/a.crt")));
        QVERIFY(QFile::link(QStringLiteral("../1.key"), rig.file("live/a.key")));
        rig.http.settings.certificateFile = rig.file("live/a.crt");
        rig.http.settings.keyFile = rig.file("live/a.key");
        rig.http.apply();
    } else {
        rig.use(m_old);
    }
    QTRY_VERIFY(rig.shown());
    HttpSecureClient kept(rig.http.port());
    QVERIFY(kept.ask(httpPost()).startsWith("HTTP/1.1 200 "));
    int sent = 1;

    // Half of it is there, and nothing is lost meanwhile.
    const auto half = [&](const char *name, const QByteArray &bytes) {
        if (way == QLatin1String("over")) {
            Rig::write(rig.file(name), bytes);
        } else if (way == QLatin1String("swap")) {
            Rig::swapIn(rig.file(name), bytes);
        } else {
            const QString target = QString(QLatin1Char('2') + QLatin1String(name + 1));
            Rig::write(rig.dir.filePath(target), bytes);
            const QString link = rig.file(qPrintable(QLatin1String("live/") + QLatin1String(name)));
            QVERIFY(QFile::remove(link));
            QVERIFY(QFile::link(QString(QLatin1String("../") + target), link));
        }
    };
    const bool keyFirst = way == QLatin1String("swap");
    if (keyFirst)
        half("a.key", m_new.key);
    else
        half("a.crt", m_new.certificate);
    QElapsedTimer time;
    for (time.start(); time.elapsed() < 1000; ++sent)
        QVERIFY(kept.ask(httpPost()).startsWith("HTTP/1.1 200 "));
    QCOMPARE(rig.shown()->fingerprint, fingerprintOf(m_old));
    QCOMPARE(HttpSecureClient(rig.http.port()).fingerprint(), fingerprintOf(m_old));
    if (keyFirst)
        half("a.crt", m_new.certificate);
    else
        half("a.key", m_new.key);
    for (time.start(); time.elapsed() < hangBound;) {
        ++sent;
        QVERIFY(kept.ask(httpPost()).startsWith("HTTP/1.1 200 "));
        if (rig.shown()->fingerprint == fingerprintOf(m_new))
            break;
    }
    QCOMPARE(rig.shown()->fingerprint, fingerprintOf(m_new));
    QVERIFY(kept.ask(httpPost()).startsWith("HTTP/1.1 200 ")); // the old connection goes on
    QCOMPARE(kept.fingerprint(), fingerprintOf(m_old));
    HttpSecureClient fresh(rig.http.port());
    QCOMPARE(fresh.fingerprint(), fingerprintOf(m_new));
    QVERIFY(fresh.ask(httpPost()).startsWith("HTTP/1.1 200 "));
    QCOMPARE(rig.http.sink.deliveries.size(), sent + 2);
    QVERIFY(rig.problem().isEmpty());
}

void TlsRenewalTest::brokenRenewal_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("key of another") << m_new.certificate << makePair().key;
    QTest::newRow("cut off") << m_new.certificate.first(200) << m_new.key;
    QTest::newRow("gone") << QByteArray() << QByteArray();
}

void TlsRenewalTest::brokenRenewal()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    Rig rig;
    rig.use(m_old);
    QTRY_VERIFY(rig.shown());
    HttpSecureClient kept(rig.http.port());
    if (certificate.isEmpty()) {
        QVERIFY(QFile::remove(rig.file("a.crt")) && QFile::remove(rig.file("a.key")));
    } else {
        Rig::swapIn(rig.file("a.key"), key);
        Rig::swapIn(rig.file("a.crt"), certificate);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!rig.problem().isEmpty(), 15000);
    QVERIFY(kept.ask(httpPost()).startsWith("HTTP/1.1 200 "));
    HttpSecureClient fresh(rig.http.port());
    QCOMPARE(fresh.fingerprint(), fingerprintOf(m_old));
    QVERIFY(fresh.ask(httpPost()).startsWith("HTTP/1.1 200 "));
    // Put right: used, and no more complaint.
    Rig::swapIn(rig.file("a.key"), m_new.key);
    Rig::swapIn(rig.file("a.crt"), m_new.certificate);
    QTRY_VERIFY_WITH_TIMEOUT(rig.shown()->fingerprint == fingerprintOf(m_new), hangBound);
    QTRY_VERIFY(rig.problem().isEmpty());
    QCOMPARE(HttpSecureClient(rig.http.port()).fingerprint(), fingerprintOf(m_new));
}

void TlsRenewalTest::tokenChangesDuringBrokenRenewal()
{
    Rig rig;
    rig.use(m_old);
    QTRY_VERIFY(rig.shown());
    QVERIFY(QFile::remove(rig.file("a.key")));
    HttpSecureClient kept(rig.http.port());
    rig.http.token = QStringLiteral("another-token-0123456789");
    const qsizetype before = rig.http.applied.size();
    rig.http.apply();
    QTRY_COMPARE(rig.http.applied.size(), before + 1);
    QVERIFY(kept.ask(httpPost())
                    .startsWith("HTTP/1.1 401 ")); // it was not closed, the token is new
    QCOMPARE(HttpSecureClient(rig.http.port()).fingerprint(), fingerprintOf(m_old));
}

void TlsRenewalTest::openKeyIsSaid()
{
    Rig rig;
    Rig::write(rig.file("a.key"), m_old.key);
    rig.use(m_old);
    QTRY_VERIFY(rig.shown());
    QVERIFY(rig.problem().isEmpty());
    rig.http.settings.keyFile = rig.file("b.key");
    Rig::write(rig.file("b.key"), m_old.key);
    QVERIFY(QFile::setPermissions(rig.file("b.key"),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    rig.http.apply();
    QTRY_VERIFY(rig.problem().contains(rig.file("b.key")));
    QVERIFY(HttpSecureClient(rig.http.port()).ask(httpPost()).startsWith("HTTP/1.1 200 "));
}

} // namespace

QTEST_GUILESS_MAIN(TlsRenewalTest)
#include "tlsrenewaltest.moc"
