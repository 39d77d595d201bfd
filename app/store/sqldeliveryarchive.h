// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shared/worker.h"
#include "app/store/deliveryreader.h"
#include "models/ports/deliveryarchive.h"

#include <QTimer>

namespace app {

class Writer;

/// The record of requests for the GUI thread: reads through a thread and a connection of its own
/// and passes the answers on; a refused part is accepted by the writer on its thread. Counting
/// and exporting go on beside the other calls, so their answers may come after those of later
/// ones. A store that does not exist yet is empty.
class SqlDeliveryArchive final : public models::DeliveryArchive
{
    Q_OBJECT
public:
    /// `writer` must outlive it; growth is taken from its recorded().
    SqlDeliveryArchive(DatabaseUrl url, Writer &writer, QObject *parent = nullptr);
    ~SqlDeliveryArchive() override;

    void readOlder(quint64 request, const models::DeliveryFilter &filter, qint64 before,
                   int limit) override;
    void readNewer(quint64 request, const models::DeliveryFilter &filter, qint64 after,
                   int limit) override;
    void count(quint64 request, const models::DeliveryFilter &filter) override;
    void loadDetail(qint64 id) override;
    void loadHead(qint64 event) override;
    void acceptPart(qint64 delivery, int position) override;
    void exportTo(const QString &file, const models::DeliveryFilter &filter) override;
    void cancelExport() override;

private:
    void noticeRecords();

    Writer &m_writer;
    QTimer m_growth { this }; // several commits, one grew()
    Worker<DeliveryReader> m_reader;
};

} // namespace app
