// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/settingsfixture.h"
#include "views/settings/settingsdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMetaProperty>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace models;
using namespace std::chrono_literals;
using views::SettingsDialog;

namespace {

enum Keep { Hour, Day, Week, Month, NotAtAll };
enum Mode { Bearer, Url, None };

class SettingsSecretsTest final : public DialogFixture
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void newTokenKeepsTheOldForAWeek();
    void oldTokenStaysAsLongAsChosen_data();
    void oldTokenStaysAsLongAsChosen();
    void typingTheSameTokenRotatesNothing();
    void previousIsShownAndEnded();
    void expiredPreviousIsNotShown();
    void pastedWordIsTakenOff_data();
    void pastedWordIsTakenOff();
    void shownTokenIsHiddenAgain();
    void addressIsMadeShownOnceAndForgotten();
    void addressIsTakenBeforeItIsUsed();
    void addressIsRotated();
    void tokenNeverGoesIntoAnAddress();
    void addressSecretIsNeverAToken();
    void refusedAddressCanStillBeCopied();

private:
    void apply();
    QString everythingReadable() const;

    std::unique_ptr<QSignalSpy> m_asked;
    Settings m_settings; // as last asked for
    ReceiverSecrets m_secrets;
};

void SettingsSecretsTest::init()
{
    make({});
    m_asked = std::make_unique<QSignalSpy>(m_dialog.get(), &SettingsDialog::applyRequested);
}

void SettingsSecretsTest::cleanup()
{
    m_asked.reset();
    m_dialog.reset();
    QApplication::clipboard()->clear();
}

void SettingsSecretsTest::apply()
{
    const qsizetype before = m_asked->size();
    press("apply");
    QVERIFY2(m_asked->size() == before + 1, qPrintable(visibleText()));
    m_settings = m_asked->last().at(0).value<Settings>();
    m_secrets = m_asked->last().at(1).value<ReceiverSecrets>();
}

/// Every text that a property of any object of the dialog holds, dynamic ones as well.
QString SettingsSecretsTest::everythingReadable() const
{
    QStringList texts;
    QList<const QObject *> objects { m_dialog.get() };
    for (const QObject *child : m_dialog->findChildren<QObject *>())
        objects += child;
    for (const QObject *object : std::as_const(objects)) {
        const QMetaObject *meta = object->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i)
            texts += meta->property(i).read(object).toString();
        for (const QByteArray &name : object->dynamicPropertyNames())
            texts += object->property(name.constData()).toString();
    }
    return texts.join(QLatin1Char('\n'));
}

void SettingsSecretsTest::newTokenKeepsTheOldForAWeek()
{
    QVERIFY(!part<QComboBox>("rotation")->isVisible());
    press("token.generate");
    QVERIFY(part<QComboBox>("rotation")->isVisible());
    const QString fresh = part<QLineEdit>("token")->text();
    const Instant before = now();
    apply();
    QCOMPARE(m_secrets.current.text, fresh);
    QCOMPARE(m_secrets.previous, Secret::fromText(token).hidden());
    QVERIFY(m_secrets.previousUntil >= before + 168h);
    QVERIFY(m_secrets.previousUntil <= now() + 168h);
    m_dialog->applied();
    QVERIFY(!part<QComboBox>("rotation")->isVisible());
    QVERIFY(part<QLabel>("previous")->isVisible());
}

void SettingsSecretsTest::oldTokenStaysAsLongAsChosen_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<int>("hours");
    QTest::newRow("hour") << int(Hour) << 1;
    QTest::newRow("day") << int(Day) << 24;
    QTest::newRow("month") << int(Month) << 30 * 24;
    QTest::newRow("not at all") << int(NotAtAll) << 0;
}

void SettingsSecretsTest::oldTokenStaysAsLongAsChosen()
{
    QFETCH(int, choice);
    QFETCH(int, hours);
    type(part<QLineEdit>("token"), "typed-token-of-the-test");
    choose("rotation", choice);
    apply();
    QCOMPARE(m_secrets.current.text, QStringLiteral("typed-token-of-the-test"));
    QCOMPARE(m_secrets.previous.isEmpty(), hours == 0);
    QCOMPARE(m_secrets.previousUntil.has_value(), hours != 0);
    if (hours != 0)
        QVERIFY(std::chrono::abs(*m_secrets.previousUntil - now() - std::chrono::hours(hours))
                < 1min);
}

void SettingsSecretsTest::typingTheSameTokenRotatesNothing()
{
    type(part<QLineEdit>("token"), "another-token-of-it");
    QVERIFY(part<QComboBox>("rotation")->isVisible());
    type(part<QLineEdit>("token"), token.toLatin1().constData());
    QVERIFY(!part<QComboBox>("rotation")->isVisible());
    press("ok");
    QCOMPARE(m_asked->size(), 0);
    QVERIFY(!m_dialog->isVisible());
}

void SettingsSecretsTest::previousIsShownAndEnded()
{
    m_asked.reset();
    makeWith({},
             ReceiverSecrets::fromToken(QStringLiteral("the-token-before-this"))
                     .rotated(Secret::fromText(token), now() + 48h));
    m_asked = std::make_unique<QSignalSpy>(m_dialog.get(), &SettingsDialog::applyRequested);
    const QString month = QLocale().toString(QDateTime::currentDateTime().addDays(2),
                                             QStringLiteral("d MMM, HH:"));
    QVERIFY2(part<QLabel>("previous")->text().contains(month),
             qPrintable(part<QLabel>("previous")->text()));
    QTest::keyClick(m_dialog.get(), Qt::Key_E, Qt::AltModifier);
    QTRY_VERIFY(!part("previous.end")->isVisible());
    apply();
    QCOMPARE(m_secrets, ReceiverSecrets::fromToken(token));
    m_dialog->applied();
    QVERIFY(!part<QLabel>("previous")->isVisible());
}

void SettingsSecretsTest::expiredPreviousIsNotShown()
{
    makeWith({},
             ReceiverSecrets::fromToken(QStringLiteral("the-token-before-this"))
                     .rotated(Secret::fromText(token), now() - 1s));
    QVERIFY(!part<QLabel>("previous")->isVisible());
}

void SettingsSecretsTest::pastedWordIsTakenOff_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::newRow("bare") << QStringLiteral("pasted-token-of-the-test");
    QTest::newRow("bearer") << QStringLiteral("Bearer pasted-token-of-the-test");
    QTest::newRow("splunk") << QStringLiteral(" sPLUNK \t pasted-token-of-the-test \n");
    QTest::newRow("shouted") << QStringLiteral("BEARER pasted-token-of-the-test");
}

void SettingsSecretsTest::pastedWordIsTakenOff()
{
    QFETCH(QString, pasted);
    QApplication::clipboard()->setText(pasted);
    auto *edit = part<QLineEdit>("token");
    edit->setFocus();
    QTest::keySequence(edit, QKeySequence::SelectAll);
    QTest::keySequence(edit, QKeySequence::Paste);
    QTest::keyClick(edit, Qt::Key_Tab);
    QCOMPARE(edit->text(), QStringLiteral("pasted-token-of-the-test"));
    apply();
    QCOMPARE(m_secrets.current.text, QStringLiteral("pasted-token-of-the-test"));
}

void SettingsSecretsTest::shownTokenIsHiddenAgain()
{
    press("token.show");
    QCOMPARE(part<QLineEdit>("token")->echoMode(), QLineEdit::Normal);
    QWidget other;
    other.show();
    QVERIFY(activated(&other));
    QTRY_COMPARE(part<QLineEdit>("token")->echoMode(), QLineEdit::Password);
    QVERIFY(activated(m_dialog.get()));
    press("token.show");
    turnTo("Limits");
    QCOMPARE(part<QLineEdit>("token")->echoMode(), QLineEdit::Password);
}

void SettingsSecretsTest::addressIsMadeShownOnceAndForgotten()
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

void SettingsSecretsTest::addressIsTakenBeforeItIsUsed()
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

void SettingsSecretsTest::addressIsRotated()
{
    m_asked.reset();
    Settings settings;
    settings.receiver.auth = AuthMode::Url;
    const Secret old = Secret::fromText(generateToken()).hidden();
    makeWith(settings, { old, {}, {} });
    m_asked = std::make_unique<QSignalSpy>(m_dialog.get(), &SettingsDialog::applyRequested);
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

void SettingsSecretsTest::tokenNeverGoesIntoAnAddress()
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

void SettingsSecretsTest::addressSecretIsNeverAToken()
{
    m_asked.reset();
    Settings settings;
    settings.receiver.auth = AuthMode::Url;
    makeWith(settings, { Secret::fromText(generateToken()).hidden(), {}, {} });
    m_asked = std::make_unique<QSignalSpy>(m_dialog.get(), &SettingsDialog::applyRequested);
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

void SettingsSecretsTest::refusedAddressCanStillBeCopied()
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

QTEST_MAIN(SettingsSecretsTest)
#include "settingssecretstest.moc"
