// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/secretsfixture.h"
#include "views/settings/settingsdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace models;
using namespace std::chrono_literals;
using views::SettingsDialog;

namespace {

class SettingsSecretsTest final : public SecretsFixture
{
    Q_OBJECT
private slots:
    void init() { watch({}, ReceiverSecrets::fromToken(token)); }
    void cleanup() { end(); }
    void newTokenKeepsTheOldForAWeek();
    void oldTokenStaysAsLongAsChosen_data();
    void oldTokenStaysAsLongAsChosen();
    void typingTheSameTokenRotatesNothing();
    void previousIsShownAndEnded();
    void expiredPreviousIsNotShown();
    void pastedWordIsTakenOff_data();
    void pastedWordIsTakenOff();
    void shownTokenIsHiddenAgain();
};

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
    watch({},
          ReceiverSecrets::fromToken(QStringLiteral("the-token-before-this"))
                  .rotated(Secret::fromText(token), now() + 48h));
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
    watch({},
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

} // namespace

QTEST_MAIN(SettingsSecretsTest)
#include "settingssecretstest.moc"
