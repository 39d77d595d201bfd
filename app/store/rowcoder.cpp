// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rowcoder.h"

#include "app/store/cursor.h"
#include "models/domain/eventdetail.h"

#include <algorithm>

namespace app {

namespace {

const QString &nameOrId(const models::Reference &reference)
{
    return reference.name.isEmpty() ? reference.id : reference.name;
}

QString searchText(const models::Event &event)
{
    QString text;
    for (const QString *part : { &event.description, &event.recommendation,
                                 &event.additionalInformation, &event.exceptionExplanation }) {
        if (part->isEmpty())
            continue;
        if (!text.isEmpty())
            text += QLatin1Char('\n');
        text += *part;
    }
    return text;
}

template<typename T> T known(qint64 number, int count, T otherwise)
{
    return number >= 0 && number < count ? T(number) : otherwise;
}

} // namespace

std::array<QByteArray, termColumns> termTexts(const models::Event &event)
{
    return { event.type.toUtf8(),
             event.product.toUtf8(),
             event.title.toUtf8(),
             searchText(event).toUtf8(),
             nameOrId(event.asset).toUtf8(),
             nameOrId(event.group).toUtf8(),
             nameOrId(event.policy).toUtf8(),
             event.subjectId.toUtf8(),
             event.severityWord.toUtf8(),
             event.statusWord.toUtf8(),
             event.assetType.toUtf8(),
             event.hostedOn.toUtf8(),
             event.discoveredVia.toUtf8(),
             event.actor.toUtf8(),
             event.asset.id.toUtf8(),
             models::eventDetail(event).toUtf8() };
}

qint64 createdOf(const models::Event &event)
{
    return event.created ? std::max<qint64>(0, event.created->time_since_epoch().count()) : 0;
}

namespace {

models::EventRow rowAt(const Cursor &cursor, int terms)
{
    models::EventRow row;
    row.id = cursor.integer(0);
    row.received = cursor.integer(1);
    row.time = cursor.isNull(2) ? row.received : cursor.integer(2);
    row.family = known(cursor.integer(3), models::familyCount, models::Family::Other);
    row.severity = known(cursor.integer(4), models::severityCount, models::Severity::Unknown);
    row.status = known(cursor.integer(5), models::statusCount, models::Status::Unknown);
    for (int i = 0; i < terms; ++i)
        row.*termMembers[size_t(i)] = models::TermId(cursor.integer(firstTermColumn + i));
    return row;
}

} // namespace

models::EventRow rowAt(const Cursor &cursor)
{
    models::EventRow row = rowAt(cursor, termColumns);
    row.created = cursor.integer(createdColumn);
    return row;
}

models::EventRow indexRowAt(const Cursor &cursor)
{
    return rowAt(cursor, indexTermColumns);
}

} // namespace app
