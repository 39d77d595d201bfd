// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/secretsfixture.h"
#include "views/settings/settingsdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

using namespace models;
using namespace std::chrono_literals;

namespace {

class SettingsUrlTest final : public SecretsFixture
{
    Q_OBJECT
private slots:
    void init() { watch({}, ReceiverSecrets::fromToken(token)); }
    void cleanup() { end(); }
    void addressIsMadeShownOnceAndForgotten();
    void addressIsTakenBeforeItIsUsed();
    void addressIsRotated();
    void tokenNeverGoesIntoAnAddress();
    void addressSecretIsNeverAToken();
    void refusedAddressCanStillBeCopied();
};

void SettingsUrlTest::addressIsMadeShownOnceAndForgotten()
{
    choose("auth", Url);
    QVERIFY(!part<QLineEdit>("token")->isVisible());
    auto *address = part<QLineEdit>("url");
    QVERIFY(!address->isVisible());
    press("url.make");
    QVERIFY(address->isVisible());
    QVERIFY(address->isReadOnly());
    const QString masked = address->text();
    QVERIFY2(masked.startsWith(QStringLiteral("http://127.0.0.1:8787/hook/•••")),
             qPrintable(masked));
    QVERIFY(visibleText().contains(QStringLiteral("can be seen only now")));
    // Pictures of the window are the same whatever the secret is.
    const QImage first = m_dialog->grab().toImage();
    press("url.make");
    const QImage second = m_dialog->grab().toImage();
    QCOMPARE(first, second);
    press("url.show");
    QVERIFY(m_dialog->grab().toImage() != second);
    press("url.show");
    press("url.copy");
    const QString whole = QApplication::clipboard()->text();
    QVERIFY(whole.startsWith(QStringLiteral("http://127.0.0.1:8787/hook/")));
    const QString secret = whole.section(QLatin1Char('/'), -1);
    QVERIFY(QByteArray::fromBase64(secret.toLatin1(), QByteArray::Base64UrlEncoding).size() >= 16);
    QVERIFY(!everythingReadable().contains(secret)); // dots all through
    press("url.show");
    QCOMPARE(address->text(), whole);
    QVERIFY(everythingReadable().contains(secret)); // the search does find what is there
    QWidget other;
    other.show();
    QVERIFY(activated(&other));
    QTRY_COMPARE(address->text(), masked);
    QVERIFY(activated(m_dialog.get()));

    apply();
    QCOMPARE(m_settings.receiver.auth, AuthMode::Url);
    QCOMPARE(m_secrets, (ReceiverSecrets { Secret::fromText(secret).hidden(), {}, {} }));
    m_dialog->applied();
    QVERIFY(visibleText().contains(QStringLiteral("it cannot be shown again")));
    QVERIFY(!address->isVisible());
    QVERIFY(!part("url.show")->isVisible());
    QVERIFY(!part("check.copy")->isEnabled());
    QVERIFY(!everythingReadable().contains(secret));
    QVERIFY(!everythingReadable().contains(token));
    QTest::keySequence(address, QKeySequence::Undo);
    QVERIFY(!address->text().contains(secret));
}

void SettingsUrlTest::addressIsTakenBeforeItIsUsed()
{
    choose("auth", Url);
    press("apply");
    QCOMPARE(m_asked->size(), 0);
    QVERIFY(visibleText().contains(QStringLiteral("Make one.")));
    press("url.make");
    press("apply");
    QCOMPARE(m_asked->size(), 0); // nobody has seen it
    QVERIFY(visibleText().contains(QStringLiteral("Copy the address first")));
    press("url.show");
    apply();
}

void SettingsUrlTest::addressIsRotated()
{
    Settings settings;
    settings.receiver.auth = AuthMode::Url;
    const Secret old = Secret::fromText(generateToken()).hidden();
    watch(settings, { old, {}, {} });
    QVERIFY(visibleText().contains(QStringLiteral("it cannot be shown again")));
    press("url.make");
    press("url.copy");
    choose("rotation", Day);
    apply();
    QVERIFY(m_secrets.current.text.isEmpty());
    QVERIFY(m_secrets.current.hash != old.hash);
    QCOMPARE(m_secrets.previous, old);
    QVERIFY(std::chrono::abs(*m_secrets.previousUntil - now() - 24h) < 1min);
}

void SettingsUrlTest::tokenNeverGoesIntoAnAddress()
{
    choose("auth", Url);
    QVERIFY(!part<QPlainTextEdit>("check")->toPlainText().contains(token));
    QVERIFY(!part("check.copy")->isEnabled());
    press("url.make");
    press("url.copy");
    QVERIFY(!QApplication::clipboard()->text().contains(token));
    QVERIFY(!part<QComboBox>("rotation")->isVisible());
    QVERIFY(part<QLabel>("rotation.break")->isVisible());
    apply();
    QVERIFY(m_secrets.previous.isEmpty()); // else /hook/<token> would be taken for a while
    QVERIFY(m_secrets.current.hash != Secret::fromText(token).hash);
}

void SettingsUrlTest::addressSecretIsNeverAToken()
{
    Settings settings;
    settings.receiver.auth = AuthMode::Url;
    watch(settings, { Secret::fromText(generateToken()).hidden(), {}, {} });
    choose("auth", Bearer);
    QCOMPARE(part<QLineEdit>("token")->text(), QString());
    press("apply");
    QCOMPARE(m_asked->size(), 0);
    QVERIFY(visibleText().contains(QStringLiteral("A token is needed")));
    QVERIFY(part<QLineEdit>("token")->hasFocus());
    press("token.generate");
    apply();
    QCOMPARE(m_secrets, ReceiverSecrets::fromToken(part<QLineEdit>("token")->text()));
}

void SettingsUrlTest::refusedAddressCanStillBeCopied()
{
    choose("auth", Url);
    press("url.make");
    press("url.copy");
    const QString whole = QApplication::clipboard()->text();
    apply();
    m_dialog->refused({ { SettingsProblem::Field::Port, QStringLiteral("Port is taken.") } });
    QApplication::clipboard()->clear();
    press("url.copy");
    QCOMPARE(QApplication::clipboard()->text(), whole);
}

} // namespace

QTEST_MAIN(SettingsUrlTest)
#include "settingsurltest.moc"
