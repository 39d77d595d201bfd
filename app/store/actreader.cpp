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

models::Result<models::Done> ActReader::forEach(const DatabaseUrl &url, qint64 after,
                                                const std::function<void(models::Act)> &take)
{
    const auto connection = ReadSession::connect(url);
    if (!connection)
        return models::Failure { connection.error() };
    if (!connection.value()) // nothing is stored yet
        return models::Done {};
    Cursor cursor(connection.value()->database(), sqlText(QLatin1String("selectacts")));
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
        take(std::move(act));
    }
    if (cursor.failed())
        return models::Failure { cursor.failure() };
    return models::Done {};
}

void ActReader::read(qint64 after)
{
    QList<models::Act> acts;
    const auto done = forEach(m_url, after, [&](models::Act act) {
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
