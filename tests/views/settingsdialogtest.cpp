// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/settingsdialog.h"
#include "tests/views/settingsfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace models;
using views::SettingsDialog;

namespace {

using Field = SettingsProblem::Field;

class SettingsDialogTest final : public DialogFixture
{
    Q_OBJECT
private slots:
    void init() { make({}); }
    void cleanup() { m_dialog.reset(); }
    void showsWhatIsSet();
    void typedPortIsAskedFor();
    void applyStaysOpenAndSaysSo();
    void okClosesAfterApplied();
    void okWithoutChangesJustCloses();
    void escapeClosesWithoutAsking();
    void busyWhileApplying();
    void refusedShowsEachAtItsField();
    void refusedHostOpensItsPage();
    void wrongTokenIsNotAskedFor();
    void addresses();
    void withoutAuthenticationOnlyHere();
    void trustedHosts();
    void whatWasAllowedCanBeTakenBack();
    void saysWhatTheReceiverDoes();
    void everyControlHasANameAndAKey();
};

void SettingsDialogTest::showsWhatIsSet()
{
    QCOMPARE(m_dialog->objectName(), QStringLiteral("settingsDialog"));
    QCOMPARE(part<QSpinBox>("port")->value(), 8787);
    QCOMPARE(part<QLineEdit>("token")->text(), token);
    QCOMPARE(part<QLineEdit>("token")->echoMode(), QLineEdit::Password);
    QCOMPARE(part<QComboBox>("address")->currentData().toString(), QStringLiteral("127.0.0.1"));
    QVERIFY(part<QListWidget>("pages")->isVisible());
}

void SettingsDialogTest::typedPortIsAskedFor()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    type(part<QSpinBox>("port"), "9123");
    QTest::keyClick(part<QSpinBox>("port"), Qt::Key_Return); // OK is the default
    QCOMPARE(spy.size(), 1);
    Settings expected;
    expected.receiver.port = 9123;
    QCOMPARE(spy.first().at(0).value<Settings>(), expected);
    QCOMPARE(spy.first().at(1).value<models::ReceiverSecrets>().current.text, token);
}

void SettingsDialogTest::applyStaysOpenAndSaysSo()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    type(part<QSpinBox>("port"), "0");
    press("apply");
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().at(0).value<Settings>().receiver.port, quint16(0));
    m_dialog->applied();
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(message(), QStringLiteral("Applied."));
    QVERIFY(part("ok")->isEnabled());
    QTest::keyClick(part<QSpinBox>("port"), Qt::Key_Up);
    QCOMPARE(message(), QString()); // no longer true
}

void SettingsDialogTest::okClosesAfterApplied()
{
    QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
    type(part<QSpinBox>("port"), "9124");
    press("ok");
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(accepted.size(), 0);
    m_dialog->applied();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(accepted.size(), 1);
}

void SettingsDialogTest::okWithoutChangesJustCloses()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    press("ok");
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(spy.size(), 0);
}

void SettingsDialogTest::escapeClosesWithoutAsking()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    type(part<QSpinBox>("port"), "9125");
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(spy.size(), 0);
}

void SettingsDialogTest::busyWhileApplying()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    type(part<QSpinBox>("port"), "9126");
    press("apply");
    for (const char *button : { "ok", "apply", "cancel" })
        QVERIFY(!part(button)->isEnabled());
    QVERIFY(message().startsWith(QStringLiteral("Applying")));
    press("apply");
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(spy.size(), 1);
    m_dialog->refused({});
    QVERIFY(part("cancel")->isEnabled());
}

void SettingsDialogTest::refusedShowsEachAtItsField()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    type(part<QSpinBox>("port"), "80");
    part<QLineEdit>("token")->setFocus();
    press("ok");
    const QString taken = QStringLiteral("Port 80 is <b>taken</b>.");
    const QString weak = QStringLiteral("The secret store refused it.");
    m_dialog->refused({ { Field::Port, taken }, { Field::Token, weak } });
    QVERIFY(m_dialog->isVisible());
    QVERIFY(message().contains(QStringLiteral("goes on as before")));
    QVERIFY(visibleText().contains(taken));
    QVERIFY(visibleText().contains(weak));
    QCOMPARE(part<QSpinBox>("port")->accessibleDescription(), taken);
    QVERIFY(part<QSpinBox>("port")->hasFocus());
    for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
        // Labels of form rows carry our own words and mnemonics.
        QVERIFY(label->textFormat() == Qt::PlainText || label->buddy() || label->text().isEmpty()
                || label->text() == QStringLiteral("Now:"));
    }
    // The next try begins without the old complaints.
    type(part<QSpinBox>("port"), "9127");
    press("ok");
    QCOMPARE(spy.size(), 2);
    QVERIFY(!visibleText().contains(taken));
    m_dialog->applied();
    QVERIFY(!m_dialog->isVisible());
}

void SettingsDialogTest::refusedHostOpensItsPage()
{
    press("apply");
    m_dialog->refused({ { Field::TrustedHosts, QStringLiteral("No such host.") } });
    QCOMPARE(part<QListWidget>("pages")->currentItem()->text(), QStringLiteral("Links"));
    QVERIFY(part<QLineEdit>("hosts.new")->hasFocus());
    QVERIFY(visibleText().contains(QStringLiteral("No such host.")));
}

void SettingsDialogTest::wrongTokenIsNotAskedFor()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    type(part<QLineEdit>("token"), "short");
    press("apply");
    QCOMPARE(spy.size(), 0);
    QVERIFY(visibleText().contains(QStringLiteral("16 to 512")));
    QVERIFY(part<QLineEdit>("token")->hasFocus());
    QVERIFY(part("apply")->isEnabled());
}

void SettingsDialogTest::addresses()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    auto *choice = part<QComboBox>("address");
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QVERIFY(visibleText().contains(QStringLiteral("Other computers can reach it")));
    press("apply");
    QCOMPARE(spy.last().at(0).value<Settings>().receiver.address, QStringLiteral("0.0.0.0"));
    m_dialog->applied();

    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    auto *other = part<QLineEdit>("address.other");
    QVERIFY(other->hasFocus());
    press("apply");
    QCOMPARE(spy.size(), 1); // no address yet
    type(other, "::1");
    QVERIFY(!visibleText().contains(QStringLiteral("Other computers can reach it")));
    press("apply");
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy.last().at(0).value<Settings>().receiver.address, QStringLiteral("::1"));
    m_dialog->applied();
    QCOMPARE(other->text(), QStringLiteral("::1"));
    QVERIFY(other->isVisible());
}

void SettingsDialogTest::withoutAuthenticationOnlyHere()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    auto *mode = part<QComboBox>("auth");
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_End);
    QVERIFY(!part<QLineEdit>("token")->isEnabled());
    part<QComboBox>("address")->setFocus();
    QTest::keyClick(part<QComboBox>("address"), Qt::Key_Down);
    press("apply");
    QCOMPARE(spy.size(), 0);
    QTest::keyClick(part<QComboBox>("address"), Qt::Key_Up);
    press("apply");
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.last().at(0).value<Settings>().receiver.auth, AuthMode::None);
}

void SettingsDialogTest::trustedHosts()
{
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    auto *pages = part<QListWidget>("pages");
    QTest::mouseClick(pages->viewport(), Qt::LeftButton, {},
                      pages->visualItemRect(pages->item(4)).center());
    auto *fresh = part<QLineEdit>("hosts.new");
    QVERIFY(fresh->isVisible());
    type(fresh, "com");
    QTest::keyClick(fresh, Qt::Key_Return);
    QVERIFY(visibleText().contains(QStringLiteral("only one part")));
    QVERIFY(m_dialog->isVisible());
    type(fresh, "Portal.Example.com");
    QTest::keyClick(fresh, Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(spy.size(), 0);
    auto *hosts = part<QListWidget>("hosts");
    QCOMPARE(hosts->count(), 2);
    QTest::mouseClick(hosts->viewport(), Qt::LeftButton, {},
                      hosts->visualItemRect(hosts->item(0)).center());
    press("hosts.remove");
    press("apply");
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().at(0).value<Settings>().links.trustedHosts,
             QStringList { QStringLiteral("portal.example.com") });
}

void SettingsDialogTest::whatWasAllowedCanBeTakenBack()
{
    Settings settings;
    settings.links.allowedHosts = { QStringLiteral("a.example"), QStringLiteral("b.example:8443") };
    make(settings);
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    auto *pages = part<QListWidget>("pages");
    QTest::mouseClick(pages->viewport(), Qt::LeftButton, {},
                      pages->visualItemRect(pages->item(4)).center());
    auto *fresh = part<QLineEdit>("allowed.new");
    QVERIFY(fresh->isVisible());
    type(fresh, "*.evil.example");
    QTest::keyClick(fresh, Qt::Key_Return);
    QVERIFY(visibleText().contains(QStringLiteral("is not the name of a host")));
    fresh->clear();
    auto *hosts = part<QListWidget>("allowed");
    QCOMPARE(hosts->count(), 2);
    QTest::mouseClick(hosts->viewport(), Qt::LeftButton, {},
                      hosts->visualItemRect(hosts->item(0)).center());
    press("allowed.remove");
    press("apply");
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().at(0).value<Settings>().links.allowedHosts,
             QStringList { QStringLiteral("b.example:8443") });
}

void SettingsDialogTest::saysWhatTheReceiverDoes()
{
    auto *line = part<QLabel>("state");
    m_dialog->setState({ ReceiverState::Phase::Listening,
                         QStringLiteral("http://127.0.0.1:8787/webhook"),
                         {} });
    QCOMPARE(line->text(), QStringLiteral("Listening on http://127.0.0.1:8787/webhook"));
    m_dialog->setState({ ReceiverState::Phase::Failed, {}, QStringLiteral("Port is taken.") });
    QCOMPARE(line->text(), QStringLiteral("Not receiving: Port is taken."));
    QCOMPARE(line->textFormat(), Qt::PlainText);
}

void SettingsDialogTest::everyControlHasANameAndAKey()
{
    int controls = 0;
    for (const QWidget *each : m_dialog->findChildren<QWidget *>()) {
        const bool control = qobject_cast<const QPushButton *>(each)
                || qobject_cast<const QSpinBox *>(each) || qobject_cast<const QComboBox *>(each)
                || (qobject_cast<const QLineEdit *>(each)
                    && !qobject_cast<const QSpinBox *>(each->parentWidget()))
                || qobject_cast<const QListWidget *>(each);
        if (!control)
            continue;
        ++controls;
        const auto *button = qobject_cast<const QPushButton *>(each);
        QVERIFY2(!each->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(each->objectName()));
    }
    QVERIFY(controls >= 14);
    QTest::keyClick(m_dialog.get(), Qt::Key_O, Qt::AltModifier);
    QVERIFY(part<QSpinBox>("port")->hasFocus());
    QTest::keyClick(m_dialog.get(), Qt::Key_T, Qt::AltModifier);
    QVERIFY(part<QLineEdit>("token")->hasFocus());
    QTest::keyClick(m_dialog.get(), Qt::Key_R, Qt::AltModifier);
    QVERIFY(part<QComboBox>("address")->hasFocus());
}

} // namespace

QTEST_MAIN(SettingsDialogTest)
#include "settingsdialogtest.moc"
