// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/deliveryexport.h"
#include "app/store/deliverysession.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace app {

/// The side of SqlDeliveryArchive on its reader thread. Counting and exporting go on in slices
/// between the other calls, so that neither keeps the page from its rows. Once a second it looks
/// whether another process committed.
class DeliveryReader final : public QObject
{
    Q_OBJECT
public:
    explicit DeliveryReader(DatabaseUrl url);
    ~DeliveryReader() override;

    void startWatching();
    // As in models::DeliveryArchive.
    void readOlder(quint64 request, const models::DeliveryFilter &filter, qint64 before, int limit);
    void readNewer(quint64 request, const models::DeliveryFilter &filter, qint64 after, int limit);
    void count(quint64 request, const models::DeliveryFilter &filter);
    void loadDetail(qint64 id);
    void loadHead(qint64 event);
    void exportTo(const QString &file, const models::DeliveryFilter &filter);
    void cancelExport();

signals:
    void grown();
    void older(quint64 request, const QList<models::DeliveryRecord> &records, bool atEnd);
    void newer(quint64 request, const QList<models::DeliveryRecord> &records);
    void counted(quint64 request, const models::DeliveryCounts &counts);
    void detailLoaded(const models::DeliveryDetail &detail);
    void headLoaded(qint64 event, const QByteArray &head);
    void exportProgress(qint64 done, qint64 total);
    void exported(const QString &file, const QString &reason);
    void failed(const QString &reason);

private:
    struct Counting
    {
        quint64 request = 0;
        models::DeliveryFilter filter;
        DeliveryTally tally;
        qint64 reached = 0;
        qint64 newest = 0;
    };

    bool ready();
    void fail(const QString &reason);
    void later(void (DeliveryReader::*step)());
    void countSlice();
    void exportSlice();
    void endExport(const QString &reason);
    void poll();

    const DatabaseUrl m_url;
    std::unique_ptr<DeliverySession> m_session;
    std::optional<Counting> m_counting;
    bool m_countingQueued = false;
    std::unique_ptr<DeliveryExport> m_export;
    QTimer m_pollTimer { this };
    qint64 m_dataVersion = -1;
    QString m_failure;
};

} // namespace app
