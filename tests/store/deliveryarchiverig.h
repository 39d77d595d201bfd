// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/sqldeliveryarchive.h"
#include "tests/support/storerig.h"

#include <QObject>

#include <memory>

/// The record of requests in a store that is made anew for each test.
class DeliveryArchiveRig : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

protected:
    /// 1 accepted, 2 repeated, 3 partly, 4 refused with bytes, 5 a storm of 100, 6 odd signs.
    void fill();
    QList<qint64> idsOlder(const models::DeliveryFilter &filter, qint64 before, int limit);

    std::unique_ptr<StoreFolder> m_folder;
    std::unique_ptr<WriterRig> m_rig;
    std::unique_ptr<app::SqlDeliveryArchive> m_archive;

private:
    quint64 m_request = 0;
};
