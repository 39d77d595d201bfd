// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/receivercontrol.h"
#include "tests/support/httpfakesink.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace {

using namespace std::chrono_literals;

const QString token = QStringLiteral("a-token-of-the-test-0123456789");

/// Keeps the secret in memory.
class MemorySecrets final : public models::SecretStore
{
public:
    void load() override { emit loaded(kept); }
    void save(const QString &secret) override
    {
        kept = secret;
        emit saved();
    }
    models::SecretPlace place() const override { return models::SecretPlace::File; }
    QString description() const override { return QStringLiteral("in memory"); }

    QString kept = token;
};

/// What the control keeps, and when.
class ReceiverControlTest final : public QObject
{
    Q_OBJECT
private slots:
    void whatTheCommandLineSaysIsNotKept();
    void eachAnswerBelongsToItsCall();
    void unreadableSettingsAreSaid();
};

/// A control with all that it needs, in a folder of its own.
struct Rig
{
    explicit Rig(const QString &folder) : file(folder + QStringLiteral("/settings.ini"))
    {
        options.address = QStringLiteral("127.0.0.1");
        options.port = 0;
    }
    HttpFakeSink sink;
    app::SettingsFile file;
    MemorySecrets secrets;
    app::Options options;
    app::Worker<app::Receiver> receiver { QStringLiteral("receiver"), sink };
};

void ReceiverControlTest::whatTheCommandLineSaysIsNotKept()
{
    const QTemporaryDir dir;
    Rig rig(dir.path());
    rig.options.auth = models::AuthMode::None;
    app::ReceiverControl control(rig.receiver, rig.file, rig.secrets, rig.options);
    bool isListening = false; // said by another thread, maybe before anybody waits for it
    const QObject here;
    connect(&rig.receiver.object(), &app::Receiver::applied, &here,
            [&isListening] { isListening = true; });
    control.start();
    QTRY_VERIFY(isListening);
    QCOMPARE(control.settings().receiver.auth, models::AuthMode::None);

    models::LinkPolicy links = control.settings().links;
    links.trustedHosts.append(QStringLiteral("portal.example.com"));
    control.setLinks(links);
    models::Settings kept = rig.file.load().value();
    QCOMPARE(kept.links, links);
    QCOMPARE(kept.receiver, models::ReceiverSettings());

    models::Settings asked = control.settings();
    asked.receiver.address = QStringLiteral("::1");
    asked.overdue.days.fill(3);
    QSignalSpy applied(&control, &app::ReceiverControl::applied);
    control.apply(asked, models::ReceiverSecrets::fromToken(token));
    QVERIFY(applied.wait());
    kept = rig.file.load().value();
    QCOMPARE(kept.receiver.address, QStringLiteral("::1")); // what the person changed
    QCOMPARE(kept.overdue, asked.overdue);
    QCOMPARE(kept.receiver.auth, models::AuthMode::Bearer);
    QCOMPARE(kept.receiver.port, models::ReceiverSettings().port);
}

void ReceiverControlTest::eachAnswerBelongsToItsCall()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const QTemporaryDir dir;
    Rig rig(dir.path());
    app::ReceiverControl control(rig.receiver, rig.file, rig.secrets, rig.options);
    QSignalSpy refused(&control, &app::ReceiverControl::refused);
    QSignalSpy applied(&control, &app::ReceiverControl::applied);
    control.start(); // not answered yet when the next is asked for
    models::Settings asked = control.settings();
    asked.receiver.port = other.serverPort();
    control.apply(asked,
                  models::ReceiverSecrets::fromToken(QStringLiteral("another-token-0123456789")));
    QVERIFY(refused.wait());
    QCOMPARE(applied.size(), 0);
    QCOMPARE(control.secrets().current.text, token);
    QCOMPARE(rig.secrets.kept, token);
    QVERIFY(!QFile::exists(rig.file.path()));
}

void ReceiverControlTest::unreadableSettingsAreSaid()
{
    const QTemporaryDir dir;
    Rig rig(dir.path());
    QFile unreadable(rig.file.path());
    QVERIFY(unreadable.open(QIODevice::WriteOnly) && unreadable.setPermissions({}));
    if (QFileInfo(unreadable).isReadable())
        QSKIP("this user may read every file");
    app::ReceiverControl control(rig.receiver, rig.file, rig.secrets, rig.options);
    QSignalSpy problem(&control, &app::ReceiverControl::problem);
    control.start();
    QCOMPARE(problem.size(), 1);
    QVERIFY(problem.first().first().toString().contains(rig.file.path()));
}

} // namespace

QTEST_GUILESS_MAIN(ReceiverControlTest)
#include "receivercontroltest.moc"
