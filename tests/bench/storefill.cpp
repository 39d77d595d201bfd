// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/storefill.h"

#include "app/shared/worker.h"
#include "app/store/writer.h"
#include "models/sample/generator.h"

#include <algorithm>
#include <cstdio>

PacedWriter::PacedWriter(models::DeliverySink &sink) : m_sink(sink)
{
    // Runs on the writer's thread: what it touches is made for several.
    connect(
            &sink, &models::DeliverySink::committed, this,
            [this](const QList<models::Receipt> &receipts) {
                for (const models::Receipt &receipt : receipts) {
                    m_failed = m_failed || !receipt.failure.isEmpty();
                    m_stored += receipt.stored;
                }
                m_places.release(static_cast<int>(receipts.size()));
            },
            Qt::DirectConnection);
}

bool PacedWriter::submit(const QByteArray &body, models::Instant received)
{
    models::Delivery delivery;
    delivery.received = received;
    delivery.peer = QStringLiteral("127.0.0.1");
    delivery.path = QStringLiteral("/webhook");
    delivery.decoded = models::decodeBody(body);
    m_places.acquire();
    if (m_failed || !m_sink.submit(std::move(delivery))) {
        m_places.release();
        m_failed = true;
    }
    return !m_failed;
}

bool PacedWriter::finish()
{
    m_places.acquire(mostOpen);
    m_places.release(mostOpen);
    return !m_failed;
}

bool fillStore(const QString &file, qint64 count)
{
    app::DatabaseUrl url;
    url.sqlitePath = file;
    app::Worker<app::Writer> writer(QStringLiteral("writer"), url);
    QSemaphore answered;
    QString problem;
    QObject::connect(
            &writer.object(), &app::Writer::opened, &writer.object(), [&] { answered.release(); },
            Qt::DirectConnection);
    QObject::connect(
            &writer.object(), &app::Writer::openFailed, &writer.object(),
            [&](const QString &reason) {
                problem = reason;
                answered.release();
            },
            Qt::DirectConnection);
    QObject::connect(
            &writer.object(), &app::Writer::closed, &writer.object(), [&] { answered.release(); },
            Qt::DirectConnection);
    writer.call([](app::Writer &opening) { opening.open(); });
    answered.acquire();
    if (!problem.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(problem));
        return false;
    }
    const models::Instant to = models::now();
    const models::Instant from = to - std::chrono::days(730);
    models::SampleGenerator generator(20261124, from, to, count);
    PacedWriter paced(writer.object());
    bool good = true;
    qint64 done = 0;
    // Some bodies come again and are counted only: others follow until the number is right.
    for (qint64 wanted = count; good && paced.stored() < count; wanted = count - paced.stored()) {
        for (; good && wanted > 0; --wanted, ++done) {
            if (done % 50'000 == 0)
                std::fprintf(stderr, "\rfilling the store: %lld of %lld", done, count);
            good = paced.submit(generator.next(),
                                from + (to - from) * std::min(done, count) / count);
        }
        good = paced.finish() && good;
    }
    writer.call([](app::Writer &closing) { closing.close(); });
    answered.acquire();
    std::fprintf(stderr, good ? "\rthe store is filled              \n" : "\nnot stored\n");
    return good;
}
