// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/settingsfixture.h"
#include "views/settings/settingsdialog.h"

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
using namespace std::chrono_literals;
using views::SettingsDialog;

namespace {

class SettingsTokenTest final : public DialogFixture
{
    Q_OBJECT
private slots:
    void init() { make({}); }
    void cleanup() { m_dialog.reset(); }
    void generatesShowsAndHidesTheToken();
    void copiedTokenLeavesTheClipboard();
    void clipboardOfOthersIsLeftAlone();
    void copyingAgainKeepsTheNewTime();
    void clipOutlivesTheDialog();
    void checkLineIsMaskedAndCopiedTrue();
    void checkLines_data();
    void checkLines();
    void saysWhereTheTokenRests();
};

void SettingsTokenTest::generatesShowsAndHidesTheToken()
{
    auto *edit = part<QLineEdit>("token");
    press("token.generate");
    const QString fresh = edit->text();
    QCOMPARE(fresh.size(), 43);
    press("token.show");
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);
    press("token.show");
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    press("token.generate");
    QVERIFY(edit->text() != fresh);
    QSignalSpy spy(m_dialog.get(), &SettingsDialog::applyRequested);
    press("ok");
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().at(1).value<models::ReceiverSecrets>().current.text, edit->text());
}

void SettingsTokenTest::copiedTokenLeavesTheClipboard()
{
    make({}, 200ms);
    press("token.copy");
    QCOMPARE(QApplication::clipboard()->text(), token);
    QCOMPARE(QApplication::clipboard()->mimeData()->data(
                     QStringLiteral("x-kde-passwordManagerHint")),
             QByteArray("secret"));
    QVERIFY(part<QLabel>("token.hint")->text().contains(QStringLiteral("Copied")));
    QTRY_COMPARE(QApplication::clipboard()->text(), QString());
    QTRY_VERIFY(part<QLabel>("token.hint")->text().contains(QStringLiteral("has been cleared")));
}

void SettingsTokenTest::clipboardOfOthersIsLeftAlone()
{
    make({}, 50ms);
    press("token.copy");
    QApplication::clipboard()->setText(QStringLiteral("mine"));
    QTRY_VERIFY(!part<QLabel>("token.hint")->text().contains(QStringLiteral("Copied")));
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("mine"));
    QVERIFY(!part<QLabel>("token.hint")->text().contains(QStringLiteral("cleared")));
}

void SettingsTokenTest::copyingAgainKeepsTheNewTime()
{
    make({}, 400ms);
    press("token.copy");
    QTest::qWait(250);
    press("token.copy");
    QTest::qWait(250); // the first time is over, the second is not
    QCOMPARE(QApplication::clipboard()->text(), token);
    QVERIFY(part<QLabel>("token.hint")->text().contains(QStringLiteral("Copied")));
    QTRY_COMPARE(QApplication::clipboard()->text(), QString());
}

void SettingsTokenTest::clipOutlivesTheDialog()
{
    make({}, 200ms);
    press("token.copy");
    m_dialog.reset();
    QCOMPARE(QApplication::clipboard()->text(), token);
    QTRY_COMPARE(QApplication::clipboard()->text(), QString());
}

void SettingsTokenTest::checkLineIsMaskedAndCopiedTrue()
{
    make({}, 100ms);
    const QString shown = part<QPlainTextEdit>("check")->toPlainText();
    QVERIFY(!shown.contains(token));
    QVERIFY(shown.contains(QStringLiteral("Bearer ") + QChar(0x2022)));
    press("check.copy");
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("curl \"http://127.0.0.1:8787/webhook\" -H \"Authorization: Bearer "
                            "first-token-of-the-test\" -H \"Content-Type: application/json\" -d "
                            "'{\"event\": \"Hello, world!\"}'"));
    QTRY_COMPARE(QApplication::clipboard()->text(), QString());
    type(part<QSpinBox>("port"), "9128");
    QVERIFY(part<QPlainTextEdit>("check")->toPlainText().contains(QStringLiteral(":9128/")));
}

void SettingsTokenTest::checkLines_data()
{
    QTest::addColumn<ReceiverSettings>("receiver");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("start");
    ReceiverSettings it;
    it.certificateFile = QStringLiteral("a.pem");
    it.keyFile = QStringLiteral("b.pem");
    QTest::newRow("https") << it << QString()
                           << QStringLiteral("curl -k \"https://127.0.0.1:8787/webhook\" -H ");
    it = {};
    it.address = QStringLiteral("0.0.0.0");
    it.port = 0;
    QTest::newRow("any") << it << QString()
                         << QStringLiteral("curl \"http://127.0.0.1:4711/webhook\" -H ");
    it = {};
    it.address = QStringLiteral("::1");
    it.auth = AuthMode::Url;
    QTest::newRow("url") << it << QString()
                         << QStringLiteral("curl \"http://[::1]:8787/hook/first-token-of-the-test\""
                                           " -H \"Content-Type");
    it = {};
    it.auth = AuthMode::None;
    QTest::newRow("none") << it << QString()
                          << QStringLiteral("curl \"http://127.0.0.1:8787/webhook\" -H \"Content");
    QTest::newRow("shell") << ReceiverSettings() << QStringLiteral("$(reboot)`x`'\"!abcdef")
                           << QStringLiteral("curl \"http://127.0.0.1:8787/webhook\" -H "
                                             "'Authorization: Bearer $(reboot)`x`'\\''\"!abcdef'");
}

void SettingsTokenTest::checkLines()
{
    QFETCH(ReceiverSettings, receiver);
    QFETCH(QString, typed);
    QFETCH(QString, start);
    make({ receiver, {}, {} }, 50ms);
    m_dialog->setState(
            { ReceiverState::Phase::Listening, QStringLiteral("http://0.0.0.0:4711/webhook"), {} });
    if (!typed.isEmpty())
        type(part<QLineEdit>("token"), typed.toLatin1().constData());
    press("check.copy");
    const QString copied = QApplication::clipboard()->text();
    QVERIFY2(copied.startsWith(start), qPrintable(copied));
    QVERIFY(copied.endsWith(QStringLiteral("-d '{\"event\": \"Hello, world!\"}'")));
    QTRY_COMPARE(QApplication::clipboard()->text(), QString());
}

void SettingsTokenTest::saysWhereTheTokenRests()
{
    m_dialog->setSecretDescription(QStringLiteral("in the system's secret store"));
    QCOMPARE(part<QLabel>("token.hint")->text(),
             QStringLiteral("Kept in the system's secret store."));
}

} // namespace

QTEST_MAIN(SettingsTokenTest)
#include "settingstokentest.moc"
