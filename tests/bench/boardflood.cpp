// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/boardflood.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace models;

namespace {

/// Numbers of the dictionary, as blocks.
constexpr TermId words = 1;
constexpr TermId users = 100;
constexpr TermId assets = 1000;
constexpr TermId rules = 10000;
constexpr TermId subjects = 20000;

EventRow violation(QRandomGenerator &random, std::vector<quint8> &stages)
{
    const auto subject = random.bounded(quint32(stages.size()));
    quint8 &stage = stages[subject];
    constexpr Status statuses[] = { Status::Open, Status::Fixed, Status::Open, Status::Accepted };
    EventRow row;
    row.family = Family::PolicyViolation;
    row.subject = subjects + subject;
    row.status = statuses[stage % 4];
    row.statusWord = words + 1 + stage % 4;
    row.type = words + 5 + stage % 4;
    ++stage;
    QRandomGenerator own(subject); // what stays the same of it
    const auto skewed = [&own](quint32 count) {
        return own.bounded(1 + own.bounded(count)); // few get much
    };
    row.severity = Severity(2 + own.bounded(4));
    row.severityWord = words + 10 + TermId(row.severity);
    row.assetId = assets + skewed(5000);
    row.asset = row.assetId;
    row.detail = rules + skewed(300);
    row.title = row.policy = row.detail;
    row.group = words + 20 + row.assetId % 60;
    row.assetType = words + 16;
    row.created = 1'690'000'000'000 + own.bounded(1'000'000'000);
    return row;
}

EventRow signIn(QRandomGenerator &random)
{
    EventRow row;
    row.family = Family::PortalUser;
    row.subject = users + random.bounded(240);
    row.type = words + 90 + random.bounded(2);
    row.detail = words + 1 + random.bounded(60);
    row.actor = row.subject;
    return row;
}

} // namespace

std::vector<EventBatch> boardFlood(qint64 count)
{
    QRandomGenerator random(42);
    std::vector<quint8> stages(std::size_t(std::max<qint64>(1, count * 18 / 100)));
    std::vector<EventRow> rows;
    for (qint64 id = 1; id <= count; ++id) {
        EventRow row = random.bounded(10) == 0 ? signIn(random) : violation(random, stages);
        row.id = id;
        row.time = 1'700'000'000'000 + id * 31'000;
        row.received = row.time + 1000;
        rows.push_back(row);
    }
    std::reverse(rows.begin(), rows.end());
    std::vector<EventBatch> batches;
    for (std::size_t at = 0; at < rows.size(); at += 4096) {
        const std::size_t end = std::min(rows.size(), at + 4096);
        EventBatch batch;
        batch.kind = EventBatch::Kind::Older;
        batch.rows.assign(rows.begin() + std::ptrdiff_t(at), rows.begin() + std::ptrdiff_t(end));
        batches.push_back(std::move(batch));
    }
    batches.front().terms = { { words + 90, "MOBILE_SECURE__USER_LOGIN_FAILED" },
                              { words + 91, "MOBILE_SECURE__USER_LOGIN_SUCCESSFUL" } };
    return batches;
}
