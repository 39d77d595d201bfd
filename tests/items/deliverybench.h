// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/deliveriesmodel.h"
#include "models/items/deliveryfacet.h"
#include "models/items/deliveryquery.h"
#include "tests/support/fakedeliveries.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace tests {

inline constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

inline models::DeliveryRecord accepted(int events = 1)
{
    models::DeliveryRecord record;
    record.received = models::now();
    record.peer = QStringLiteral("127.0.0.1");
    record.path = QStringLiteral("/webhook");
    record.size = 1800;
    record.events = events;
    record.took = std::chrono::microseconds(310);
    return record;
}

inline models::DeliveryRecord refused(int status = 401, const char *peer = "203.0.113.7",
                                      models::Instant received = models::now())
{
    models::DeliveryRecord record;
    record.received = received;
    record.peer = QLatin1String(peer);
    record.path = QStringLiteral("/webhook");
    record.status = status;
    record.cause = QStringLiteral("wrong token");
    record.took = std::chrono::microseconds(40);
    return record;
}

/// Everything over one archive, each model under a tester.
struct Bench
{
    tests::FakeDeliveries archive;
    models::DeliveryQuery query { archive };
    models::DeliveriesModel model { query };
    models::DeliveryFacet results { query, models::DeliveryFacet::Field::Result };
    models::DeliveryFacet peers { query, models::DeliveryFacet::Field::Peer };
    models::DeliveryFacet causes { query, models::DeliveryFacet::Field::Cause };
    QAbstractItemModelTester testers[4] { QAbstractItemModelTester(&model, fatal),
                                          QAbstractItemModelTester(&results, fatal),
                                          QAbstractItemModelTester(&peers, fatal),
                                          QAbstractItemModelTester(&causes, fatal) };

    void add(int count)
    {
        for (int i = 0; i < count; ++i)
            archive.add(accepted());
    }
    qint64 idAt(int row) const
    {
        return model.index(row, 0).data(models::DeliveriesModel::IdRole).toLongLong();
    }
    QString text(int row, int column) const { return model.index(row, column).data().toString(); }
    void start()
    {
        query.setActive(true);
        QTRY_COMPARE(model.state(), models::DeliveriesModel::State::Ready);
    }
};

} // namespace tests
