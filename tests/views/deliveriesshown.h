// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/deliveriesmodel.h"
#include "tests/support/fakedeliveries.h"

#include <QHash>

/// Requests as a receiver would have put them on record, the newest at `now`.
inline void fillDeliveries(tests::FakeDeliveries &archive, models::Instant now)
{
    using namespace std::chrono_literals;
    const auto record = [](models::Instant time, const char *peer, int status, const char *cause) {
        models::DeliveryRecord one;
        one.received = time;
        one.peer = QLatin1String(peer);
        one.path = QStringLiteral("/webhook");
        one.status = status;
        one.cause = QLatin1String(cause);
        one.size = 1846;
        one.took = 412us;
        return one;
    };
    for (int i = 0; i < 40; ++i) {
        models::DeliveryRecord one = record(now - (60min - i * 1min), "198.51.100.20", 200, "");
        one.events = i % 5 == 4 ? 0 : 1 + i % 3;
        one.repeated = i % 5 == 4 ? 2 : i % 2;
        one.size = 1500 + i * 977;
        archive.add(one);
    }
    for (int i = 0; i < 30; ++i) {
        models::DeliveryRecord one =
                record(now - (19min - i * 10s), "203.0.113.7", 401, "Wrong bearer token");
        one.count = 40;
        one.size = 0;
        archive.add(one);
    }
    archive.add(record(now - 12min, "2001:db8:85a3::8a2e:370:7334", 413,
                       "The body is larger than 1 MiB"));
    models::DeliveryRecord partly =
            record(now - 10min, "198.51.100.20", 200, "No event: a number stands in its place");
    partly.events = 3;
    partly.refused = 2;
    const qint64 partlyId = archive.add(partly);
    models::DeliveryRecord broken =
            record(now - 8min, "198.51.100.20", 400, "Not JSON: the text ends within a string");
    broken.refused = 1;
    broken.path = QStringLiteral("/services/collector/event");
    const qint64 brokenId = archive.add(broken);
    models::DeliveryRecord imported = record(now - 6min, "", 200, "");
    imported.imported = true;
    imported.events = 4812;
    imported.size = 9'812'000;
    imported.took.reset();
    archive.add(imported);
    models::DeliveryRecord last = record(now - 4s, "198.51.100.20", 200, "");
    last.events = 1;
    last.repeated = 1;
    const qint64 lastId = archive.add(last);

    const QByteArray head = "POST /webhook HTTP/1.1\r\nHost: events.example.com\r\n"
                            "Authorization: Bearer ****\r\nContent-Type: application/json\r\n"
                            "User-Agent: portal/4.2\r\nContent-Length: 1846";
    models::DeliveryDetail detail;
    detail.head = head;
    detail.events = { 17, 18, 19 };
    detail.body = "{\"version\":1,\"title\":\"Certificate expires soon\",\"severity\":\"URGENT\"}";
    detail.parts = { { 1, QStringLiteral("a number stands in its place"), "12345", 5, 0 },
                     { 4, QStringLiteral("damaged gzip"),
                       QByteArray("\x1f\x8b\x08\x00\xff\xfe\x01\x02", 8), 8, 77 } };
    archive.details.insert(partlyId, detail);
    models::DeliveryDetail odd;
    odd.head = head;
    odd.parts = { { 0, QStringLiteral("the text ends within a string"),
                    "{\"version\": 1, \"title\": \"<b>Certificate</b> expires so", 53, 0 } };
    archive.details.insert(brokenId, odd);
    models::DeliveryDetail fine;
    fine.head = head;
    fine.events = { 4830 };
    fine.body = detail.body;
    archive.details.insert(lastId, fine);
    for (qint64 id = 41; id <= 70; ++id) {
        models::DeliveryDetail stormy;
        stormy.head = head;
        archive.details.insert(id, stormy);
    }
}
