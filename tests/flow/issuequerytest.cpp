// SPDX-License-Identifier: GPL-3.0-or-later
// The real `watchfloor-cli query` with is:issue, against the board that the window folds.
#include "app/cli/loadedstore.h"
#include "app/store/eventstore.h"
#include "app/store/sqlboards.h"
#include "models/boards/boardkeeper.h"
#include "models/boards/overduepolicy.h"
#include "models/boards/triageact.h"
#include "models/index/filterfields.h"
#include "tests/support/cliprocess.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using models::Issue;

namespace {

class IssueQueryTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void counts();
    void lines();
    void objects();
    void ourState();
    void limitsOfTheSettings();
    void eventsAsBefore();
    void helpTells();

private:
    CliOutcome query(const QStringList &arguments) const;
    QByteArray count(const QString &query) const;
    QByteArray onBoard(const std::function<bool(const Issue &)> &passes) const;
    QString text(models::TermId term) const { return m_store->index().text(term); }

    QTemporaryDir m_folder;
    std::unique_ptr<app::LoadedStore> m_store; ///< for the texts
    models::BoardKeeper m_keeper;
};

const models::IssueBoard &issuesOf(const models::BoardKeeper &keeper)
{
    return keeper.boards().issues();
}

CliOutcome IssueQueryTest::query(const QStringList &arguments) const
{
    return runCli(
            QStringLiteral(CLI),
            QStringList { QStringLiteral("query"), QStringLiteral("--data-dir"), m_folder.path() }
                    + arguments);
}

QByteArray IssueQueryTest::count(const QString &text) const
{
    const CliOutcome outcome = query({ QStringLiteral("--count"), text });
    return outcome.status == 0 ? outcome.out.trimmed() : outcome.err;
}

QByteArray IssueQueryTest::onBoard(const std::function<bool(const Issue &)> &passes) const
{
    int count = 0;
    for (quint32 place = 0; place < issuesOf(m_keeper).size(); ++place)
        count += passes(issuesOf(m_keeper).issue(place)) ? 1 : 0;
    return QByteArray::number(count);
}

void IssueQueryTest::initTestCase()
{
    const CliOutcome generated =
            runCli(QStringLiteral(CLI),
                   { QStringLiteral("generate"), QStringLiteral("--count"), QStringLiteral("3000"),
                     QStringLiteral("--seed"), QStringLiteral("1") });
    QCOMPARE(generated.status, 0);
    const CliOutcome imported = runCli(QStringLiteral(CLI),
                                       { QStringLiteral("import"), QStringLiteral("-"),
                                         QStringLiteral("--data-dir"), m_folder.path() },
                                       generated.out);
    QVERIFY2(imported.status == 0, imported.err.constData());

    const app::DatabaseUrl url { m_folder.filePath(QStringLiteral("watchfloor.sqlite")) };
    app::SqlBoards boards(url);
    m_keeper.follow(boards);
    boards.start();
    QTRY_VERIFY_WITH_TIMEOUT(m_keeper.known(), 60000);
    QVERIFY(issuesOf(m_keeper).size() > 100);
    const auto reader = app::EventReader::open(url);
    QVERIFY(reader.ok());
    auto store = app::LoadedStore::load(*reader.value());
    QVERIFY(store.ok());
    m_store = std::move(store.value());
}

void IssueQueryTest::counts()
{
    using models::Severity;
    QCOMPARE(count(QStringLiteral("is:issue")), onBoard([](const Issue &) { return true; }));
    QCOMPARE(count(QStringLiteral("is:issue is:open")), onBoard(&Issue::isOpen));
    QCOMPARE(count(QStringLiteral("is:open and (is:issue status:open)")), onBoard(&Issue::isOpen));
    QCOMPARE(count(QStringLiteral("is:issue status:fixed")), onBoard(&Issue::isFixed));
    QCOMPARE(count(QStringLiteral("is:issue is:regression")), onBoard(&Issue::isRegression));
    QCOMPARE(count(QStringLiteral("is:issue is:open severity>=high")),
             onBoard([](const Issue &issue) {
                 return issue.isOpen() && issue.facts.severity >= Severity::High;
             }));
    QCOMPARE(count(QStringLiteral("is:issue (severity:urgent or is:reopened)")),
             onBoard([](const Issue &issue) {
                 return issue.facts.severity == Severity::Urgent || issue.reopened;
             }));
    QCOMPARE(count(QStringLiteral("is:issue -age>30d")), onBoard([](const Issue &issue) {
                 const auto age = issue.age(models::now());
                 return !age || *age <= std::chrono::days(30);
             }));
    const Issue first = issuesOf(m_keeper).issue(0);
    QVERIFY(first.facts.group != 0);
    QCOMPARE(count(QStringLiteral("is:issue group:\"%1\"").arg(text(first.facts.group))),
             onBoard([&first](const Issue &issue) {
                 return issue.facts.group == first.facts.group;
             }));
    QCOMPARE(count(QStringLiteral("is:issue subject:") + text(first.subject)), QByteArray("1"));
    QCOMPARE(count(QStringLiteral("is:issue nothing-has-this-text")), QByteArray("0"));
}

void IssueQueryTest::lines()
{
    const CliOutcome all = query({ QStringLiteral("is:issue") });
    QCOMPARE(all.status, 0);
    QVERIFY(all.err.isEmpty());
    const QByteArrayList lines = all.out.trimmed().split('\n');
    QCOMPARE(lines.size(), qsizetype(issuesOf(m_keeper).size()));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Issue issue = issuesOf(m_keeper).issue(quint32(i));
        const QByteArrayList cells = lines[i].split('\t');
        QCOMPARE(cells.size(), 11);
        QVERIFY(!cells[0].isEmpty() && cells[1] == "new" && !cells[2].isEmpty());
        QVERIFY(cells[3].endsWith('Z'));
        QCOMPARE(cells[5].isEmpty(), !issue.closed);
        QCOMPARE(cells[6].isEmpty(), !issue.isOpen());
        QCOMPARE(QString::fromUtf8(cells[8]), text(issue.facts.asset));
        QCOMPARE(QString::fromUtf8(cells[10]), text(issue.subject));
    }
}

void IssueQueryTest::objects()
{
    const CliOutcome all = query({ QStringLiteral("--json"), QStringLiteral("is:issue") });
    QCOMPARE(all.status, 0);
    const QByteArrayList lines = all.out.trimmed().split('\n');
    QCOMPARE(lines.size(), qsizetype(issuesOf(m_keeper).size()));
    const auto time = [](const QJsonValue &value) -> std::optional<models::Instant> {
        if (value.isNull())
            return {};
        const auto moment = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
        return models::Instant(std::chrono::milliseconds(moment.toMSecsSinceEpoch()));
    };
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Issue issue = issuesOf(m_keeper).issue(quint32(i));
        const QJsonObject object = QJsonDocument::fromJson(lines[i]).object();
        QCOMPARE(object[QStringLiteral("subject")].toString(), text(issue.subject));
        QCOMPARE(object[QStringLiteral("title")].toString(), text(issue.facts.title));
        QCOMPARE(object[QStringLiteral("statusWord")].toString(), text(issue.statusWord));
        QCOMPARE(object[QStringLiteral("phase")].toString() == QLatin1String("open"),
                 issue.isOpen());
        QCOMPARE(time(object[QStringLiteral("firstSeen")]), std::optional(issue.firstSeen));
        QCOMPARE(time(object[QStringLiteral("lastSeen")]), std::optional(issue.lastSeen));
        QCOMPARE(time(object[QStringLiteral("opened")]), issue.opened);
        QCOMPARE(time(object[QStringLiteral("reopened")]), issue.reopened);
        QCOMPARE(time(object[QStringLiteral("closed")]), issue.closed);
        QCOMPARE(object[QStringLiteral("timesReopened")].toInt(), issue.timesReopened);
        QCOMPARE(object[QStringLiteral("occurrence")].toInt(), issue.occurrence);
        QCOMPARE(object[QStringLiteral("events")].toInt(), issue.events);
        QCOMPARE(object[QStringLiteral("newestEvent")].toInteger(), issue.newestEvent);
        QVERIFY(object[QStringLiteral("acknowledged")].isNull());
        QVERIFY(object[QStringLiteral("notes")].isArray());
    }
}

/// What the team decided, as the window writes it.
void IssueQueryTest::ourState()
{
    const Issue issue = issuesOf(m_keeper).issue(0);
    QList<models::Act> acts;
    for (const auto kind : { models::ActKind::Acknowledge, models::ActKind::Assign }) {
        models::TriageAct what;
        what.kind = kind;
        what.text = QStringLiteral("Bob");
        models::Act act;
        act.at = models::now();
        act.who = QStringLiteral("ada");
        act.kind = kind;
        act.value = what.value();
        act.events = { { issue.newestEvent, issue.newestEvent } };
        acts.append(act);
    }
    const app::DatabaseUrl url { m_folder.filePath(QStringLiteral("watchfloor.sqlite")) };
    const auto store = app::EventStore::open(url, app::bodyFingerprint, std::chrono::seconds(5));
    QVERIFY(store.ok());
    QVERIFY(store.value()->append(acts, [](int) { return true; }).ok());

    QCOMPARE(count(QStringLiteral("is:issue is:acknowledged")), QByteArray("1"));
    QCOMPARE(count(QStringLiteral("is:issue -is:new")), QByteArray("1"));
    QCOMPARE(count(QStringLiteral("is:issue triage:acknowledged")), QByteArray("1"));
    QCOMPARE(count(QStringLiteral("is:issue assigned_to:*")), QByteArray("1"));
    // Of events: those of this subject.
    const QByteArray ofSubject = count(QStringLiteral("subject:") + text(issue.subject));
    QVERIFY(ofSubject.toInt() > 0);
    QCOMPARE(count(QStringLiteral("triage:acknowledged")), ofSubject);
    QCOMPARE(count(QStringLiteral("not triage:new")), ofSubject);
    QCOMPARE(count(QStringLiteral("triage:snoozed")), QByteArray("0"));
    QCOMPARE(count(QStringLiteral("triage:new")).toInt() + ofSubject.toInt(), 3000);
    const CliOutcome outcome =
            query({ QStringLiteral("--json"), QStringLiteral("is:issue assigned_to:bob") });
    const QJsonObject object = QJsonDocument::fromJson(outcome.out).object();
    QCOMPARE(object[QStringLiteral("subject")].toString(), text(issue.subject));
    QCOMPARE(object[QStringLiteral("state")].toString(), QStringLiteral("acknowledged"));
    const QJsonObject acknowledged = object[QStringLiteral("acknowledged")].toObject();
    QCOMPARE(acknowledged[QStringLiteral("by")].toString(), QStringLiteral("ada"));
    QVERIFY(acknowledged[QStringLiteral("until")].isNull());
    QVERIFY(query({ QStringLiteral("is:issue is:acknowledged") }).out.contains("\tacknowledged"));
}

/// Overdue is what the settings beside the store say.
void IssueQueryTest::limitsOfTheSettings()
{
    models::OverduePolicy policy;
    const auto overdue = [&policy](const Issue &issue) {
        return policy.isOverdue(issue, models::now());
    };
    const QByteArray before = count(QStringLiteral("is:issue is:overdue"));
    QCOMPARE(before, onBoard(overdue));
    QFile file(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[overdue]\nlowDays=1\nmediumDays=1\nhighDays=3000\n");
    file.close();
    policy.days.at(std::size_t(models::Severity::Low)) = 1;
    policy.days.at(std::size_t(models::Severity::Medium)) = 1;
    policy.days.at(std::size_t(models::Severity::High)) = 3000;
    QCOMPARE(count(QStringLiteral("is:issue is:overdue")), onBoard(overdue));
    QVERIFY(onBoard(overdue) != before);
}

void IssueQueryTest::eventsAsBefore()
{
    QCOMPARE(count(QString()), QByteArray("3000"));
    QCOMPARE(count(QStringLiteral("\"is:issue\"")), QByteArray("0")); // a text in quotes
    QVERIFY(count(QStringLiteral("is:open")) != count(QStringLiteral("is:issue is:open")));
}

void IssueQueryTest::helpTells()
{
    const CliOutcome help = query({ QStringLiteral("--help") });
    QCOMPARE(help.status, 0);
    QVERIFY(help.out.contains("is:issue is:overdue"));
    for (const models::FieldInfo &info : models::issueFields())
        QVERIFY2(help.out.contains(info.example), info.example);
}

} // namespace

QTEST_GUILESS_MAIN(IssueQueryTest)
#include "issuequerytest.moc"
