// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issuematch.h"

#include "models/boards/issuetests.h"
#include "models/index/eventindex.h"
#include "models/index/rowmatcher.h"

#include <algorithm>

namespace models {

namespace {

/// All issues of the board as rows, the place + 1 for an id; with the texts of the index.
IndexSnapshot snapshotOf(const IssueGround &ground)
{
    IndexSnapshot snapshot;
    snapshot.terms = ground.index.terms();
    snapshot.rows = ground.board.size();
    SegmentWriter writer;
    for (quint32 place = 0; place < snapshot.rows; ++place) {
        if (writer.full())
            snapshot.segments.push_back(writer.seal(snapshot.terms));
        const Issue issue = ground.board.issue(place);
        const std::optional<quint32> newest = ground.index.positionOf(issue.newestEvent);
        EventRow row = issueRow(issue, newest ? ground.index.row(*newest) : EventRow());
        row.id = qint64(place) + 1;
        writer.append(row);
    }
    if (writer.view().rows > 0)
        snapshot.segments.push_back(writer.view());
    return snapshot;
}

} // namespace

TriageJudgement IssueGround::judgementOf(quint32 place) const
{
    const TermId subject = board.state(place).subject;
    if (!triage.knows(subject))
        return {};
    return judge(triage.state(subject), board.moments(place), now);
}

EventRow issueRow(const Issue &issue, const EventRow &newest)
{
    EventRow row = newest;
    row.id = 0;
    row.time = issue.lastSeen.time_since_epoch().count();
    row.title = issue.facts.title;
    row.asset = issue.facts.asset;
    row.assetId = issue.facts.assetId;
    row.assetType = issue.facts.assetType;
    row.group = issue.facts.group;
    row.policy = issue.facts.policy;
    row.subject = issue.subject;
    row.severityWord = issue.facts.severityWord;
    row.statusWord = issue.statusWord;
    row.detail = issue.facts.ruleType;
    row.created = issue.facts.created;
    row.actor = 0;
    row.family = issue.facts.family;
    row.severity = issue.facts.severity;
    row.status = issue.status;
    return row;
}

std::vector<quint32> matchingIssues(const Filter &filter, const IssueGround &ground)
{
    constexpr quint32 portion = 4096;
    const IndexSnapshot issues = snapshotOf(ground);
    RowMatcher matcher(filter, ground.now, issueTests(ground));
    std::vector<quint8> masks(portion);
    std::vector<quint32> places;
    for (quint32 first = 0; first < issues.rows; first += portion) {
        const quint32 count = std::min(portion, issues.rows - first);
        matcher.judge(issues, first, count, masks.data());
        for (quint32 i = 0; i < count; ++i) {
            if (masks[i] == 0)
                places.push_back(first + i);
        }
    }
    return places;
}

} // namespace models
