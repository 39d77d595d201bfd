// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storestate.h"

#include "app/store/sqltext.h"

#include <QCoreApplication>

namespace app {

EventStore::State::State(std::unique_ptr<Connection> opened, Fingerprint hash)
    : connection(std::move(opened)), fingerprint(hash), inserts(connection->database()),
      selectBody(connection->database(), sqlText(QLatin1String("selectbody"))),
      selectPart(connection->database(), sqlText(QLatin1String("selectpart")))
{
}

QString EventStore::State::prepare()
{
    if (!inserts.prepare())
        return storeFailureText(inserts.error());
    const QString failure = loadLatest();
    return failure.isEmpty() ? loadHeads() : failure;
}

QString EventStore::State::load()
{
    if (loaded)
        return {};
    // A reading that failed may have left a part.
    events = FingerprintTable();
    terms.clear();
    QString failure = loadFingerprints();
    if (failure.isEmpty())
        failure = loadTerms();
    loaded = failure.isEmpty();
    connection->forgetPages();
    return failure;
}

QString EventStore::State::loadLatest()
{
    Cursor cursor(connection->database(), sqlText(QLatin1String("selectlatest")));
    cursor.start();
    if (!cursor.next())
        return cursor.failure();
    lastEvent = cursor.integer(0);
    lastTerm = models::TermId(cursor.integer(2));
    lastDelivery = cursor.integer(3);
    lastHead = cursor.integer(4);
    return {};
}

QString EventStore::State::loadFingerprints()
{
    Cursor cursor(connection->database(), sqlText(QLatin1String("selectfingerprints")));
    cursor.start();
    events.reserve(qsizetype(lastEvent));
    while (cursor.next())
        events.insert(quint64(cursor.integer(1)), cursor.integer(0));
    return cursor.failure();
}

QString EventStore::State::loadTerms()
{
    Cursor cursor(connection->database(), sqlText(QLatin1String("selectterms")));
    cursor.start(1, qint64(lastTerm));
    terms.reserve(qsizetype(lastTerm));
    while (cursor.next())
        terms.insert(terms.keyOf(cursor.view(1)), models::TermId(cursor.integer(0)));
    return cursor.failure();
}

QString EventStore::State::loadHeads()
{
    Cursor cursor(connection->database(), sqlText(QLatin1String("selectrecentheads")));
    cursor.start(qint64(HeadTable::most));
    while (cursor.next())
        heads.insert(terms.keyOf(cursor.bytes(1)), cursor.integer(0));
    return cursor.failure();
}

models::Result<QByteArray> EventStore::State::storedBody(qint64 event)
{
    selectBody.start(event);
    if (!selectBody.next()) {
        return models::Failure {
            selectBody.failed() ? selectBody.failure()
                                : QCoreApplication::translate(
                                        "app::EventStore",
                                        "The body of a stored event is missing; nothing of this "
                                        "was stored. Restore the database from a copy.")
        };
    }
    auto body = codec.unpack(int(selectBody.integer(0)), selectBody.bytes(1), selectBody.bytes(2));
    selectBody.stop();
    return body;
}

} // namespace app
