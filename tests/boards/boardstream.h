// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/boards.h"
#include "models/domain/decoder.h"
#include "models/domain/eventdetail.h"
#include "models/sample/generator.h"

#include <QHash>
#include <QMap>
#include <QRandomGenerator>

#include <algorithm>
#include <vector>

namespace tests {

/// A decoded event with what the store adds.
struct StreamEvent
{
    qint64 id = 0;
    models::Instant time; ///< arrival where it carries none
    models::Event event;
};

/// Events as the store would hand them to the boards, from the generator.
class BoardStream final
{
public:
    explicit BoardStream(quint32 seed) : m_random(seed), m_seed(seed) { }

    /// So many events, ids from 1 on in the order of arrival. The world is made small, so that
    /// problems come back, and events leave things out and share their times now and then.
    std::vector<StreamEvent> make(int count)
    {
        const models::Instant from { std::chrono::milliseconds(1'700'000'000'000) };
        models::SampleGenerator generator(m_seed, from, from + std::chrono::days(60), count);
        std::vector<StreamEvent> events;
        for (int i = 1; i <= count; ++i) {
            StreamEvent made;
            made.id = i;
            made.event = models::decodeBody(generator.next()).events.value(0);
            models::Event &event = made.event;
            if (event.family == models::Family::PolicyViolation) {
                event.asset.id = QStringLiteral("asset-%1").arg(qHash(event.asset.id, 1) % 12);
                event.asset.name = QStringLiteral("name of ") + event.asset.id;
                event.ruleTypeId = QStringLiteral("rule-%1").arg(qHash(event.ruleTypeId, 1) % 5);
            }
            leaveOut(event);
            made.time = event.time.value_or(from + std::chrono::minutes(i));
            if (below(4) == 0)
                made.time = std::chrono::floor<std::chrono::hours>(made.time);
            events.push_back(std::move(made));
        }
        return events;
    }

    models::EventRow row(const StreamEvent &from)
    {
        const models::Event &event = from.event;
        models::EventRow row;
        row.id = from.id;
        row.received = 1'800'000'000'000 + from.id;
        row.time = from.time.time_since_epoch().count();
        row.type = term(event.type);
        row.title = term(event.title);
        row.asset = term(event.asset.name.isEmpty() ? event.asset.id : event.asset.name);
        row.assetId = term(event.asset.id);
        row.group = term(event.group.name);
        row.policy = term(event.policy.name);
        row.subject = term(event.subjectId);
        row.severityWord = term(event.severityWord);
        row.statusWord = term(event.statusWord);
        row.assetType = term(event.assetType);
        row.hostedOn = term(event.hostedOn);
        row.discoveredVia = term(event.discoveredVia);
        row.actor = term(event.actor);
        row.detail = term(models::eventDetail(event));
        row.created = event.created ? event.created->time_since_epoch().count() : 0;
        row.family = event.family;
        row.severity = event.severity;
        row.status = event.status;
        return row;
    }

    /// A batch of these, with the texts that are new.
    models::EventBatch batch(const std::vector<StreamEvent> &events)
    {
        models::EventBatch batch;
        for (const StreamEvent &event : events)
            batch.rows.push_back(row(event));
        batch.terms = std::exchange(m_new, {});
        return batch;
    }

    models::TermId term(const QString &text)
    {
        if (text.isEmpty())
            return 0;
        const auto found = m_numbers.constFind(text);
        if (found != m_numbers.constEnd())
            return *found;
        const auto number = models::TermId(m_numbers.size() + 1);
        m_numbers.insert(text, number);
        m_new.push_back({ number, text.toUtf8() });
        return number;
    }
    QString text(models::TermId term) const { return m_numbers.key(term); }

    quint32 below(quint32 bound) { return m_random.bounded(bound); }
    template<typename List> void shuffle(List &list)
    {
        std::shuffle(list.begin(), list.end(), m_random);
    }
    /// The same with one in `part` missing.
    std::vector<StreamEvent> withHoles(const std::vector<StreamEvent> &events, quint32 part)
    {
        std::vector<StreamEvent> left;
        for (const StreamEvent &event : events) {
            if (below(part) != 0)
                left.push_back(event);
        }
        return left;
    }

private:
    void leaveOut(models::Event &event)
    {
        const auto now = [this] { return below(12) == 0; };
        if (now())
            event.asset = {};
        if (now())
            event.ruleTypeId.clear();
        if (now())
            event.created.reset();
        if (now()) {
            event.severityWord.clear();
            event.severity = models::Severity::Unrated;
        }
        if (now()) {
            event.statusWord = QStringLiteral("NEVER_SEEN");
            event.status = models::Status::Unknown;
        }
        if (below(60) == 0) {
            event.statusWord.clear();
            event.status = models::Status::None;
        }
    }

    QRandomGenerator m_random;
    quint32 m_seed;
    QHash<QString, models::TermId> m_numbers;
    std::vector<models::Term> m_new;
};

/// A board's issues by subject, so that two boards can be compared.
inline QMap<models::TermId, models::Issue> issuesOf(const models::IssueBoard &board)
{
    QMap<models::TermId, models::Issue> issues;
    for (quint32 place = 0; place < board.size(); ++place)
        issues.insert(board.issue(place).subject, board.issue(place));
    return issues;
}

inline QMap<models::TermId, models::Asset> assetsOf(const models::AssetBoard &board)
{
    QMap<models::TermId, models::Asset> assets;
    for (quint32 place = 0; place < board.size(); ++place)
        assets.insert(board.asset(place).key, board.asset(place));
    return assets;
}

inline QMap<models::TermId, models::PortalUser> usersOf(const models::AccessBoard &board)
{
    QMap<models::TermId, models::PortalUser> users;
    for (quint32 place = 0; place < board.size(); ++place)
        users.insert(board.user(place).login, board.user(place));
    return users;
}

} // namespace tests
