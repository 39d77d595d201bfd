// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certificatewarning.h"
#include "models/settings/proxytext.h"
#include "tests/views/settingsfixture.h"
#include "views/settings/settingsdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace models;
using namespace std::chrono_literals;
using views::SettingsDialog;

namespace {

using Field = SettingsProblem::Field;

const QString certificateFile = QStringLiteral("/folder/certificate.pem");
const QString keyFile = QStringLiteral("/folder/key.pem");

CertificateInfo info(std::chrono::hours left)
{
    CertificateInfo it;
    it.names = { QStringLiteral("host.example"), QStringLiteral("192.0.2.7") };
    it.issuer = QStringLiteral("An <b>Issuer</b>");
    it.from = now() - 24h;
    it.until = now() + left + 30min;
    it.fingerprint = QStringLiteral("AB:CD:EF:01");
    return it;
}

class SettingsHttpsTest final : public DialogFixture
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void typedFilesAreAskedFor();
    void fileIsChosen();
    void certificateIsMade();
    void failureIsSaid();
    void plainHttpClearsBoth();
    void problemsAtTheirFields();
    void certificateInUseIsShown();
    void endIsWarnedOf_data();
    void endIsWarnedOf();
    void addressCarriesTheCertificatesName();
    void proxiesAreJudged();
    void proxyTextIsCopied();
};

void SettingsHttpsTest::init()
{
    make({});
    turnTo("HTTPS");
}

void SettingsHttpsTest::cleanup()
{
    m_dialog.reset();
    QApplication::clipboard()->clear();
}

void SettingsHttpsTest::typedFilesAreAskedFor()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    type(part<QLineEdit>("certificate"), "/folder/certificate.pem");
    press("apply");
    QCOMPARE(spy.size(), 0);
    QVERIFY(part<QLineEdit>("key")->hasFocus()); // the certificate alone is of no use
    type(part<QLineEdit>("key"), "/folder/key.pem");
    press("apply");
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.last().at(0).value<Settings>().receiver.certificateFile, certificateFile);
    QCOMPARE(spy.last().at(0).value<Settings>().receiver.keyFile, keyFile);
}

void SettingsHttpsTest::fileIsChosen()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("mine.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    press("certificate.browse");
    auto *chooser = m_dialog->findChild<QFileDialog *>();
    QVERIFY(chooser);
    QVERIFY(activated(chooser));
    auto *name = chooser->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QVERIFY(name);
    name->setFocus();
    QTest::keySequence(name, QKeySequence::SelectAll);
    QTest::keyClicks(name, file.fileName());
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(part<QLineEdit>("certificate")->text(), file.fileName());
    QTRY_VERIFY(!m_dialog->findChild<QFileDialog *>());
}

void SettingsHttpsTest::certificateIsMade()
{
    QSignalSpy requested(m_dialog.get(), &SettingsDialog::certificateRequested);
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    QTest::keyClick(m_dialog.get(), Qt::Key_M, Qt::AltModifier);
    QTRY_COMPARE(requested.size(), 1);
    QVERIFY(!part("certificate.make")->isEnabled());
    press("certificate.make");
    QCOMPARE(requested.size(), 1);
    m_dialog->certificateMade(certificateFile, keyFile, info(24h * 365));
    QVERIFY(part("certificate.make")->isEnabled());
    QCOMPARE(part<QLineEdit>("certificate")->text(), certificateFile);
    QVERIFY(visibleText().contains(QStringLiteral("Made just now")));
    QCOMPARE(spy.size(), 0); // the person applies it
    press("apply");
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.last().at(0).value<Settings>().receiver.keyFile, keyFile);
    m_dialog->applied();
    QVERIFY(visibleText().contains(QStringLiteral("In use now")));
}

void SettingsHttpsTest::failureIsSaid()
{
    press("certificate.make");
    m_dialog->certificateFailed(QStringLiteral("the <i>disk</i> is full"));
    QVERIFY(part("certificate.make")->isEnabled());
    QVERIFY(visibleText().contains(QStringLiteral("the <i>disk</i> is full")));
    QCOMPARE(part<QLabel>("certificate.result")->textFormat(), Qt::PlainText);
}

void SettingsHttpsTest::plainHttpClearsBoth()
{
    Settings settings;
    settings.receiver.certificateFile = certificateFile;
    settings.receiver.keyFile = keyFile;
    make(settings);
    turnTo("HTTPS");
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    press("certificate.plain");
    QVERIFY(!part("certificate.plain")->isEnabled());
    press("apply");
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.last().at(0).value<Settings>(), Settings());
}

void SettingsHttpsTest::problemsAtTheirFields()
{
    turnTo("Limits");
    type(part<QLineEdit>("certificate"), "/folder/certificate.pem");
    type(part<QLineEdit>("key"), "/folder/key.pem");
    press("apply");
    m_dialog->refused({ { Field::Key, QStringLiteral("The key is of another certificate.") },
                        { Field::Certificate, QStringLiteral("It has expired.") } });
    QCOMPARE(part<QListWidget>("pages")->currentItem()->text(), QStringLiteral("HTTPS"));
    QCOMPARE(part<QLineEdit>("key")->accessibleDescription(),
             QStringLiteral("The key is of another certificate."));
    QCOMPARE(part<QLineEdit>("certificate")->accessibleDescription(),
             QStringLiteral("It has expired."));
    QVERIFY(visibleText().contains(QStringLiteral("It has expired.")));
    QVERIFY(part<QLineEdit>("key")->hasFocus());
}

void SettingsHttpsTest::certificateInUseIsShown()
{
    QVERIFY(visibleText().contains(QStringLiteral("No certificate is in use")));
    m_dialog->setCertificate(info(24h * 100));
    QCOMPARE(part<QLabel>("certificate.names")->text(), QStringLiteral("host.example, 192.0.2.7"));
    QCOMPARE(part<QLabel>("certificate.issuer")->text(), QStringLiteral("An <b>Issuer</b>"));
    QCOMPARE(part<QLabel>("certificate.issuer")->textFormat(), Qt::PlainText);
    QVERIFY(part<QLabel>("certificate.until")->text().contains(QStringLiteral("100 day")));
    QVERIFY(!part<QLabel>("certificate.warning")->isVisible());
    press("certificate.fingerprint.copy");
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("AB:CD:EF:01"));
    CertificateInfo own = info(24h);
    own.selfSigned = true;
    m_dialog->setCertificate(own);
    QVERIFY(part<QLabel>("certificate.issuer")->text().contains(QStringLiteral("self-made")));
    m_dialog->setCertificate({});
    QVERIFY(!part<QLabel>("certificate.names")->isVisible());
}

void SettingsHttpsTest::endIsWarnedOf_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("warned");
    QTest::newRow("far") << 31 << false;
    QTest::newRow("month") << 29 << true;
    QTest::newRow("fortnight") << 13 << true;
    QTest::newRow("days") << 2 << true;
    QTest::newRow("over") << -1 << true;
}

void SettingsHttpsTest::endIsWarnedOf()
{
    QFETCH(int, days);
    QFETCH(bool, warned);
    const CertificateInfo certificate = info(24h * days);
    m_dialog->setCertificate(certificate);
    QCOMPARE(part<QLabel>("certificate.warning")->isVisible(), warned);
    QCOMPARE(part<QLabel>("certificate.warning")->text(),
             certificateWarning(certificate, now()).text);
}

void SettingsHttpsTest::addressCarriesTheCertificatesName()
{
    Settings settings;
    settings.receiver.address = QStringLiteral("0.0.0.0");
    settings.receiver.port = 443;
    make(settings);
    m_dialog->setCertificate(info(24h * 100));
    turnTo("HTTPS");
    type(part<QLineEdit>("certificate"), "/folder/certificate.pem");
    turnTo("Receiver");
    choose("auth", 1);
    press("url.make");
    QVERIFY2(
            part<QLineEdit>("url")->text().startsWith(QStringLiteral("https://host.example/hook/")),
            qPrintable(part<QLineEdit>("url")->text()));
}

void SettingsHttpsTest::proxiesAreJudged()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    turnTo("Proxy");
    auto *fresh = part<QLineEdit>("proxies.new");
    type(fresh, "10.0.0.0/33");
    QTest::keyClick(fresh, Qt::Key_Return);
    QVERIFY(visibleText().contains(QStringLiteral("not an address or network")));
    press("apply");
    QCOMPARE(spy.size(), 0); // typed is meant
    type(fresh, "10.0.0.0/8");
    QTest::keyClick(fresh, Qt::Key_Return);
    type(fresh, "FD00::/8");
    press("apply");
    QCOMPARE(spy.size(), 1);
    const QStringList expected { QStringLiteral("10.0.0.0/8"), QStringLiteral("fd00::/8") };
    QCOMPARE(spy.last().at(0).value<Settings>().receiver.trustedProxies, expected);
    m_dialog->applied();
    auto *list = part<QListWidget>("proxies");
    QCOMPARE(list->count(), 2);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Delete);
    press("apply");
    QCOMPARE(spy.last().at(0).value<Settings>().receiver.trustedProxies,
             QStringList { QStringLiteral("fd00::/8") });
}

void SettingsHttpsTest::proxyTextIsCopied()
{
    turnTo("Proxy");
    auto *text = part<QPlainTextEdit>("proxyText");
    QVERIFY(text->isReadOnly());
    QCOMPARE(text->toPlainText(), proxyText(ProxyKind::Nginx, {}));
    choose("proxyKind", 1);
    QCOMPARE(text->toPlainText(), proxyText(ProxyKind::Caddy, {}));
    ReceiverSettings other;
    other.port = 9321;
    turnTo("Receiver");
    type(part<QSpinBox>("port"), "9321");
    turnTo("Proxy");
    press("proxyText.copy");
    QCOMPARE(QApplication::clipboard()->text(), proxyText(ProxyKind::Caddy, other));
    turnTo("Receiver");
    type(part<QSpinBox>("port"), "0");
    m_dialog->setState({ ReceiverState::Phase::Listening,
                         QStringLiteral("http://127.0.0.1:9321/webhook"),
                         {} });
    QCOMPARE(text->toPlainText(), proxyText(ProxyKind::Caddy, other));
    QVERIFY(!text->toPlainText().contains(token));
}

} // namespace

QTEST_MAIN(SettingsHttpsTest)
#include "settingshttpstest.moc"
