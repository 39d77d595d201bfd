// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/actreader.h"

#include "app/store/cursor.h"
#include "app/store/readsession.h"
#include "app/store/sqltext.h"

#include <utility>

namespace app {

namespace {
constexpr qsizetype mostAtOnce = 4096;
} // namespace

ActReader::ActReader(DatabaseUrl url) : m_url(std::move(url)) { }

models::Result<models::Done> ActReader::forEach(const Connection &connection, qint64 after,
                                                const std::function<void(models::Act)> &take)
{
    Cursor cursor(connection.database(), sqlText(QLatin1String("selectacts")));
    cursor.start(after);
    while (cursor.next()) {
        auto events = models::rangesFromText(QString::fromLatin1(cursor.bytes(4)));
        const qint64 kind = cursor.integer(3);
        if (!events || kind < 0 || kind > 255)
            continue; // not one of ours
        models::Act act;
        act.id = cursor.integer(0);
        act.at = models::Instant(std::chrono::milliseconds(cursor.integer(1)));
        act.who = QString::fromUtf8(cursor.bytes(2));
        act.kind = models::ActKind(kind);
        act.events = std::move(*events);
        act.value = QString::fromUtf8(cursor.bytes(5));
        take(std::move(act));
    }
    if (cursor.failed())
        return models::Failure { cursor.failure() };
    return models::Done {};
}

void ActReader::read(qint64 after)
{
    const auto connection = ReadSession::connect(m_url);
    if (!connection) {
        emit readFailed(connection.error());
        return;
    }
    QList<models::Act> acts;
    if (!connection.value()) { // nothing is stored yet
        emit actsRead(acts, true);
        return;
    }
    const auto done = forEach(*connection.value(), after, [&](models::Act act) {
        acts.append(std::move(act));
        if (acts.size() == mostAtOnce)
            emit actsRead(std::exchange(acts, {}), false);
    });
    if (done)
        emit actsRead(acts, true);
    else
        emit readFailed(done.error());
}

} // namespace app
