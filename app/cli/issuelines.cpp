// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/issuelines.h"

#include "app/cli/isotime.h"
#include "models/index/eventindex.h"
#include "models/index/issuetrait.h"
#include "models/index/standing.h"
#include "models/items/eventtext.h"
#include "models/items/issuetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

using models::Instant;
using models::IssueGround;
using models::IssueTrait;
using models::TriageState;
using Span = std::optional<std::chrono::milliseconds>;

namespace {

QString isoText(const std::optional<Instant> &time)
{
    return time ? QString::fromLatin1(isoTime(*time)) : QString();
}

QJsonValue isoValue(const std::optional<Instant> &time)
{
    return time ? QJsonValue(isoText(time)) : QJsonValue(QJsonValue::Null);
}

QJsonValue seconds(const Span &span)
{
    using namespace std::chrono;
    return span ? QJsonValue(qint64(floor<std::chrono::seconds>(*span).count()))
                : QJsonValue(QJsonValue::Null);
}

QString phaseWord(models::IssuePhase phase)
{
    switch (phase) {
    case models::IssuePhase::Open:
        return issueTraitKey(IssueTrait::Open);
    case models::IssuePhase::Closed:
        return issueTraitKey(IssueTrait::Closed);
    case models::IssuePhase::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QLatin1String endWord(models::SnoozeEnd end)
{
    switch (end) {
    case models::SnoozeEnd::NextEvent:
        return QLatin1String("nextEvent");
    case models::SnoozeEnd::MoreSevere:
        return QLatin1String("moreSevere");
    case models::SnoozeEnd::Time:
        break;
    }
    return QLatin1String("time");
}

QJsonValue acknowledged(const TriageState &state)
{
    if (!state.acknowledged)
        return QJsonValue::Null;
    return QJsonObject { { QStringLiteral("by"), state.acknowledged->who },
                         { QStringLiteral("at"), isoValue(state.acknowledged->at) },
                         { QStringLiteral("why"), state.acknowledged->why },
                         { QStringLiteral("until"), isoValue(state.acknowledged->until) } };
}

QJsonValue snoozed(const TriageState &state, bool ended)
{
    if (!state.snoozed)
        return QJsonValue::Null;
    return QJsonObject { { QStringLiteral("by"), state.snoozed->who },
                         { QStringLiteral("at"), isoValue(state.snoozed->at) },
                         { QStringLiteral("end"), endWord(state.snoozed->end) },
                         { QStringLiteral("until"), isoValue(state.snoozed->until) },
                         { QStringLiteral("ended"), ended } };
}

QJsonValue assigned(const TriageState &state)
{
    if (!state.assigned || state.assigned->to.isEmpty())
        return QJsonValue::Null;
    return QJsonObject { { QStringLiteral("to"), state.assigned->to },
                         { QStringLiteral("by"), state.assigned->who },
                         { QStringLiteral("at"), isoValue(state.assigned->at) } };
}

QJsonArray notes(const TriageState &state)
{
    QJsonArray notes;
    for (const TriageState::Note &note : state.notes) {
        if (!note.takenBack)
            notes.append(QJsonObject { { QStringLiteral("by"), note.who },
                                       { QStringLiteral("at"), isoValue(note.at) },
                                       { QStringLiteral("text"), note.text } });
    }
    return notes;
}

/// What the portal says.
QJsonObject facts(const IssueGround &ground, const models::Issue &issue)
{
    const std::optional<quint32> newest = ground.index.positionOf(issue.newestEvent);
    const models::EventRow row =
            issueRow(issue, newest ? ground.index.row(*newest) : models::EventRow());
    const auto text = [&](models::TermId term) { return ground.index.text(term); };
    return {
        { QStringLiteral("subject"), text(row.subject) },
        { QStringLiteral("family"), models::familyKey(row.family) },
        { QStringLiteral("product"), text(row.product) },
        { QStringLiteral("type"), text(row.type) },
        { QStringLiteral("title"), text(row.title) },
        { QStringLiteral("phase"), phaseWord(issue.phase) },
        { QStringLiteral("status"), models::statusKey(row.status) },
        { QStringLiteral("statusWord"), text(row.statusWord) },
        { QStringLiteral("severity"), models::severityKey(row.severity) },
        { QStringLiteral("severityWord"), text(row.severityWord) },
        { QStringLiteral("asset"), text(row.asset) },
        { QStringLiteral("assetId"), text(row.assetId) },
        { QStringLiteral("assetType"), text(row.assetType) },
        { QStringLiteral("assetGroup"), text(row.group) },
        { QStringLiteral("hostedOn"), text(row.hostedOn) },
        { QStringLiteral("discoveredVia"), text(row.discoveredVia) },
        { QStringLiteral("policy"), text(row.policy) },
        { QStringLiteral("ruleType"), text(row.detail) },
        { QStringLiteral("firstSeen"), isoValue(issue.firstSeen) },
        { QStringLiteral("lastSeen"), isoValue(issue.lastSeen) },
        { QStringLiteral("opened"), isoValue(issue.opened) },
        { QStringLiteral("reopened"), isoValue(issue.reopened) },
        { QStringLiteral("closed"), isoValue(issue.closed) },
        { QStringLiteral("ageSeconds"), seconds(issue.age(ground.now)) },
        { QStringLiteral("secondsToFix"), seconds(issue.timeToFix()) },
        { QStringLiteral("timesReopened"), issue.timesReopened },
        { QStringLiteral("occurrence"), issue.occurrence },
        { QStringLiteral("due"), isoValue(ground.policy.dueAt(issue)) },
        { QStringLiteral("overdue"), ground.policy.isOverdue(issue, ground.now) },
        { QStringLiteral("events"), issue.events },
        { QStringLiteral("newestEvent"), issue.newestEvent },
    };
}

} // namespace

QByteArray issueLine(const IssueGround &ground, quint32 place)
{
    const models::Issue issue = ground.board.issue(place);
    const models::TriageJudgement judgement = ground.judgementOf(place);
    const auto text = [&](models::TermId term) { return ground.index.text(term); };
    const auto wordOr = [&](models::TermId word, QLatin1String key) {
        return word == 0 ? QString(key) : text(word);
    };
    const QString state = models::standingKey(judgement.standing);
    const Span age = issue.age(ground.now);
    const QStringList cells {
        wordOr(issue.statusWord, models::statusKey(issue.status)),
        judgement.isConflict() ? QString(state + QLatin1String(" (!)")) : state,
        wordOr(issue.facts.severityWord, models::severityKey(issue.facts.severity)),
        isoText(issue.firstSeen),
        isoText(issue.opened),
        isoText(issue.closed),
        age ? models::spanWords(*age) : QString(),
        text(issue.facts.title),
        text(issue.facts.asset),
        text(issue.facts.group),
        text(issue.subject),
    };
    QStringList shown;
    for (const QString &cell : cells)
        shown.append(models::singleLine(cell));
    return shown.join(QLatin1Char('\t')).toUtf8();
}

QByteArray issueJson(const IssueGround &ground, quint32 place)
{
    const models::Issue issue = ground.board.issue(place);
    const models::TriageJudgement judgement = ground.judgementOf(place);
    const TriageState state = ground.triage.state(issue.subject);
    QJsonObject object = facts(ground, issue);
    object.insert(QStringLiteral("state"), models::standingKey(judgement.standing));
    object.insert(QStringLiteral("resolvedByPortal"), judgement.resolvedByPortal);
    object.insert(QStringLiteral("reopenedSince"), judgement.reopenedSince);
    object.insert(QStringLiteral("acknowledged"), acknowledged(state));
    object.insert(QStringLiteral("snoozed"), snoozed(state, judgement.snoozeEnded));
    object.insert(QStringLiteral("assigned"), assigned(state));
    object.insert(QStringLiteral("notes"), notes(state));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace app
