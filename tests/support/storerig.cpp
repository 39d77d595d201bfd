// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storerig.h"

#include "app/store/eventreader.h"

#include <QMutexLocker>
#include <QTest>

WriterRig::WriterRig(const app::DatabaseUrl &url, app::WriterOptions options)
    : m_worker(QStringLiteral("writer"), url, options)
{
    // Direct: on the writer's thread, so that the order of its answers is kept.
    app::Writer &writer = m_worker.object();
    QObject::connect(
            &writer, &app::Writer::committed, &writer,
            [this](const QList<models::Receipt> &receipts) {
                const QMutexLocker lock(&m_mutex);
                m_receipts += receipts;
                m_commits.append(receipts.size());
            },
            Qt::DirectConnection);
    QObject::connect(
            &writer, &app::Writer::opened, &writer,
            [this] {
                const QMutexLocker lock(&m_mutex);
                m_opened = QString();
            },
            Qt::DirectConnection);
    QObject::connect(
            &writer, &app::Writer::openFailed, &writer,
            [this](const QString &reason) {
                const QMutexLocker lock(&m_mutex);
                m_opened = reason;
            },
            Qt::DirectConnection);
    QObject::connect(
            &writer, &app::Writer::storeFailed, &writer,
            [this](const QString &reason) {
                const QMutexLocker lock(&m_mutex);
                m_failures.append(reason);
            },
            Qt::DirectConnection);
    QObject::connect(
            &writer, &app::Writer::storeRecovered, &writer, [this] { ++m_recoveries; },
            Qt::DirectConnection);
    QObject::connect(
            &writer, &app::Writer::closed, &writer, [this] { m_closed = true; },
            Qt::DirectConnection);
}

QString WriterRig::open()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_opened.reset();
    }
    m_worker.call([](app::Writer &writer) { writer.open(); });
    const bool answered = QTest::qWaitFor(
            [this] {
                const QMutexLocker lock(&m_mutex);
                return m_opened.has_value();
            },
            20000);
    const QMutexLocker lock(&m_mutex);
    return answered ? *m_opened : QStringLiteral("no answer");
}

bool WriterRig::close()
{
    m_worker.call([](app::Writer &writer) { writer.close(); });
    return QTest::qWaitFor([this] { return m_closed.load(); }, 20000);
}

QList<models::Receipt> WriterRig::receipts(qsizetype count)
{
    (void)QTest::qWaitFor(
            [this, count] {
                const QMutexLocker lock(&m_mutex);
                return m_receipts.size() >= count;
            },
            20000);
    const QMutexLocker lock(&m_mutex);
    return m_receipts;
}

QList<qsizetype> WriterRig::commits() const
{
    const QMutexLocker lock(&m_mutex);
    return m_commits;
}

QStringList WriterRig::failures() const
{
    const QMutexLocker lock(&m_mutex);
    return m_failures;
}

QList<HeldEvent> heldEvents(const app::DatabaseUrl &url)
{
    QList<HeldEvent> held;
    const auto reader = app::EventReader::open(url);
    if (!reader) {
        qWarning("%s", qPrintable(reader.error()));
        return held;
    }
    const auto done = reader.value()->forEach([&held](const app::EventReader::Item &item) {
        held.append({ item.row.id, item.body, item.deliveries });
        return true;
    });
    if (!done)
        qWarning("%s", qPrintable(done.error()));
    return held;
}
