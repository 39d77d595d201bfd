// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqljournal.h"

#include "app/store/writer.h"

#include <utility>

namespace app {

namespace {

/// Unlike for all journals of one writer: each sees the answers to the others' calls, too.
quint64 nextCall()
{
    static std::atomic<quint64> last { 0 };
    return ++last;
}

} // namespace

SqlJournal::SqlJournal(DatabaseUrl url, Writer &writer, QObject *parent)
    : models::Journal(parent), m_writer(writer), m_reader(QStringLiteral("journal"), std::move(url))
{
    qRegisterMetaType<QList<models::Act>>();
    connect(&m_reader.object(), &ActReader::actsRead, this, &SqlJournal::actsRead);
    connect(&m_reader.object(), &ActReader::readFailed, this, &SqlJournal::readFailed);
    // Whoever waits for acts of another program is not told of these again.
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryDelay);
    connect(&m_reader.object(), &ActReader::readFailed, &m_retry, qOverload<>(&QTimer::start));
    connect(&m_retry, &QTimer::timeout, this, &SqlJournal::readable);
    connect(&writer, &Writer::opened, this, [this] { setWritable(true); });
    connect(&writer, &Writer::openFailed, this, [this] { setWritable(false); });
    connect(&writer, &Writer::closed, this, [this] { setWritable(false); });
    // A store of an older version is read only once the writer has brought it up to date.
    connect(&writer, &Writer::opened, this, &SqlJournal::readable);
    connect(&writer, &Writer::actsWritten, this,
            [this](quint64 call, const QList<models::Act> &acts) {
                if (m_calls.remove(call) > 0)
                    emit wrote(call, acts);
            });
    connect(&writer, &Writer::actsProgress, this, [this](quint64 call, int done, int of) {
        if (m_calls.contains(call))
            emit writing(call, done, of);
    });
    connect(&writer, &Writer::actsFailed, this, [this](quint64 call, const QString &reason) {
        if (m_calls.remove(call) > 0)
            emit writeFailed(call, reason);
    });
}

SqlJournal::~SqlJournal() = default;

void SqlJournal::setWritable(bool writable)
{
    if (std::exchange(m_writable, writable) != writable)
        emit writableChanged();
}

void SqlJournal::readActs(qint64 after)
{
    m_reader.call([after](ActReader &reader) { reader.read(after); });
}

void SqlJournal::append(const models::Act &act)
{
    QMetaObject::invokeMethod(&m_writer, [writer = &m_writer, act] { writer->appendAct(act); });
}

quint64 SqlJournal::write(const QList<models::Act> &acts)
{
    const quint64 call = nextCall();
    const auto cancelled = std::make_shared<std::atomic_bool>(false);
    m_calls.insert(call, cancelled);
    QMetaObject::invokeMethod(&m_writer, [writer = &m_writer, call, acts, cancelled] {
        writer->writeActsNow(call, acts, cancelled);
    });
    return call;
}

void SqlJournal::cancelWrite(quint64 call)
{
    if (const Cancelled cancelled = m_calls.value(call))
        *cancelled = true;
}

} // namespace app
