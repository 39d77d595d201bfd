// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/deliveryarchive.h"

#include <QHash>
#include <QList>
#include <QMetaObject>

#include <algorithm>
#include <functional>

namespace tests {

/// A record of requests in memory. Answers come later, as from a store: by the event loop, or
/// where `held` is set only when release() is called.
class FakeDeliveries final : public models::DeliveryArchive
{
    Q_OBJECT
public:
    QList<models::DeliveryRecord> records; ///< oldest first
    QHash<qint64, models::DeliveryDetail> details;
    bool held = false;
    bool broken = false; ///< answers failed()
    int olderReads = 0;
    int newerReads = 0;
    int counts = 0;
    qint64 nextEvent = 500;
    QString acceptProblem;
    models::DeliveryFilter exportedFilter;
    QString exportFile;

    qint64 add(models::DeliveryRecord record)
    {
        record.id = records.isEmpty() ? 1 : records.constLast().id + 1;
        records += record;
        return record.id;
    }
    void announce() { emit grew(); }
    /// Answers one held question, the newest first where `last`.
    void release(bool last = false)
    {
        const auto answer = last ? m_held.takeLast() : m_held.takeFirst();
        answer();
    }
    void releaseAll()
    {
        while (!m_held.isEmpty())
            release();
    }
    qsizetype waiting() const { return m_held.size(); }

    void readOlder(quint64 request, const models::DeliveryFilter &filter, qint64 before,
                   int limit) override
    {
        ++olderReads;
        later([=, this] {
            QList<models::DeliveryRecord> found;
            bool more = false;
            for (auto record = records.crbegin(); record != records.crend() && !more; ++record) {
                if (record->id >= before || !matches(*record, filter))
                    continue;
                if (found.size() < limit)
                    found += *record;
                else
                    more = true;
            }
            emit older(request, found, !more);
        });
    }
    void readNewer(quint64 request, const models::DeliveryFilter &filter, qint64 after,
                   int limit) override
    {
        ++newerReads;
        later([=, this] {
            QList<models::DeliveryRecord> found;
            for (const models::DeliveryRecord &record : std::as_const(records)) {
                if (record.id > after && found.size() < limit && matches(record, filter))
                    found += record;
            }
            emit newer(request, found);
        });
    }
    void count(quint64 request, const models::DeliveryFilter &filter) override
    {
        ++counts;
        later([=, this] { emit counted(request, countsOf(filter)); });
    }
    void loadDetail(qint64 id) override
    {
        later([=, this] {
            models::DeliveryDetail detail = details.value(id);
            for (const models::DeliveryRecord &record : std::as_const(records)) {
                if (record.id == id)
                    detail.record = record;
            }
            emit detailLoaded(detail);
        });
    }
    void loadHead(qint64 event) override
    {
        later([=, this] { emit headLoaded(event, details.value(event).head); });
    }
    void acceptPart(qint64 delivery, int position) override
    {
        later([=, this] {
            if (!acceptProblem.isEmpty())
                emit acceptFailed(delivery, position, acceptProblem);
            else
                emit partAccepted(delivery, position, nextEvent);
        });
    }
    void exportTo(const QString &file, const models::DeliveryFilter &filter) override
    {
        exportFile = file;
        exportedFilter = filter;
    }
    void cancelExport() override
    {
        later([this] { emit exported(exportFile, QStringLiteral("Cancelled.")); });
    }
    void progress(qint64 done, qint64 total) { emit exportProgress(done, total); }
    void finishExport(const QString &reason = {}) { emit exported(exportFile, reason); }

private:
    static bool matches(const models::DeliveryRecord &record, const models::DeliveryFilter &filter)
    {
        const auto holds = [&](const QString &text) {
            return text.contains(filter.text, Qt::CaseInsensitive);
        };
        return (filter.text.isEmpty() || holds(record.peer) || holds(record.path)
                || holds(record.cause))
                && (!filter.results || filter.results.testFlag(record.result()))
                && (filter.peer.isEmpty() || filter.peer == record.peer)
                && (filter.cause.isEmpty() || filter.cause == record.cause);
    }
    static void tally(QList<models::DeliveryCount> &list, const QString &value, int count)
    {
        const auto known = std::find_if(list.begin(), list.end(),
                                        [&](const auto &entry) { return entry.value == value; });
        if (known != list.end())
            known->count += count;
        else
            list += { value, count };
    }
    models::DeliveryCounts countsOf(const models::DeliveryFilter &filter) const
    {
        using models::DeliveryResult;
        models::DeliveryCounts found;
        for (const auto result : { DeliveryResult::Accepted, DeliveryResult::Repeated,
                                   DeliveryResult::Partly, DeliveryResult::Refused })
            found.results += { result, 0 };
        for (const models::DeliveryRecord &record : records) {
            models::DeliveryFilter any = filter;
            any.results = {};
            for (auto &[result, count] : found.results)
                count += result == record.result() && matches(record, any) ? record.count : 0;
            any = filter;
            any.peer.clear();
            if (matches(record, any))
                tally(found.peers, record.peer, record.count);
            any = filter;
            any.cause.clear();
            if (!record.cause.isEmpty() && matches(record, any))
                tally(found.causes, record.cause, record.count);
            if (!matches(record, filter))
                continue;
            ++found.total;
            found.requests += record.count;
        }
        const auto most = [](const auto &one, const auto &other) {
            return one.count > other.count;
        };
        std::stable_sort(found.peers.begin(), found.peers.end(), most);
        std::stable_sort(found.causes.begin(), found.causes.end(), most);
        return found;
    }
    void later(const std::function<void()> &answer)
    {
        const auto answerOrFail = [this, answer] {
            if (broken)
                emit failed(QStringLiteral("The disk is gone."));
            else
                answer();
        };
        if (held)
            m_held += answerOrFail;
        else
            QMetaObject::invokeMethod(this, answerOrFail, Qt::QueuedConnection);
    }

    QList<std::function<void()>> m_held;
};

} // namespace tests
