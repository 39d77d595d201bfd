// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"

#include <QObject>

#include <limits>

namespace models {

/// The read side of the record of requests. Calls come from the GUI thread, return at once and
/// are answered by a signal on the GUI thread, in order of the calls.
class DeliveryArchive : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    static constexpr qint64 fromNewest = std::numeric_limits<qint64>::max();

    /// Records with an id smaller than `before` that match, newest first, at most `limit` (up to
    /// 1,000); answered by older() with the same `request`.
    virtual void readOlder(quint64 request, const DeliveryFilter &filter, qint64 before,
                           int limit) = 0;
    /// Records with an id greater than `after` that match, oldest first, at most `limit`; answered
    /// by newer(). Records whose time to acknowledge became known since are not repeated.
    virtual void readNewer(quint64 request, const DeliveryFilter &filter, qint64 after,
                           int limit) = 0;
    /// Totals and facets; answered by counted(). A newer call makes an older one moot: it may then
    /// stay unanswered.
    virtual void count(quint64 request, const DeliveryFilter &filter) = 0;
    /// One request whole; answered by detailLoaded() or failed().
    virtual void loadDetail(qint64 id) = 0;
    /// The head of the request that brought an event; answered by headLoaded().
    virtual void loadHead(qint64 event) = 0;
    /// Makes an event of a refused part, whatever it is; answered by partAccepted() or
    /// acceptFailed(). A second time for the same part answers with the event that is there.
    virtual void acceptPart(qint64 delivery, int position) = 0;
    /// Writes what matches to a file, oldest first: CSV for a name that ends in .csv, else JSON
    /// Lines. Answered by exportProgress() and exported(). One at a time.
    virtual void exportTo(const QString &file, const DeliveryFilter &filter) = 0;
    virtual void cancelExport() = 0;

signals:
    /// Requests were put on record, or times to acknowledge became known.
    void grew();
    void older(quint64 request, const QList<models::DeliveryRecord> &records, bool atEnd);
    void newer(quint64 request, const QList<models::DeliveryRecord> &records);
    void counted(quint64 request, const models::DeliveryCounts &counts);
    void detailLoaded(const models::DeliveryDetail &detail);
    /// Secrets are masked; empty: none is kept, as of an imported event.
    void headLoaded(qint64 event, const QByteArray &head);
    void partAccepted(qint64 delivery, int position, qint64 event);
    void acceptFailed(qint64 delivery, int position, const QString &reason);
    void exportProgress(qint64 done, qint64 total);
    /// Empty reason: all is written. Else why not (cancelled: in words too); no file is left.
    void exported(const QString &file, const QString &reason);
    /// The store cannot be read now; says why and what to do.
    void failed(const QString &reason);
};

} // namespace models
