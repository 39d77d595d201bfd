// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/family.h"
#include "models/index/filterparser.h"
#include "models/index/filterwords.h"
#include "models/index/pathtest.h"
#include "models/index/timebound.h"

#include <QCoreApplication>

namespace models {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("models::FilterParser", text);
}

} // namespace

/// Whether the value of a clause with one value can be understood.
bool FilterParser::judge(const FilterNode &node, qsizetype at)
{
    const QString &value = node.values.front();
    const qsizetype length = m_at - at;
    switch (node.field) {
    case Field::Age: {
        const std::optional<TimeBound> bound = timeBound(value);
        if (!bound || !bound->relative)
            fail(at, length, say("An age is a number with h, d, w or m: 12h, 7d, 2w, 3m."));
        break;
    }
    case Field::Time:
    case Field::Received:
        if (!timeBound(value)) {
            fail(at, length,
                 say("A time is a date (2026-11-01), a date with time (2026-11-01T09:30), a span "
                     "back from now (12h, 7d), or today, yesterday, thisweek, thismonth, "
                     "thisyear."));
        }
        break;
    case Field::Family: {
        const ValueTest test(node.field, node.values);
        bool known = false;
        QStringList keys;
        for (int i = 0; i < familyCount; ++i) {
            keys.append(familyKey(static_cast<Family>(i)));
            known = known || test(QStringView(keys.back()));
        }
        if (!known) {
            fail(at, length,
                 say("There is no family “%1”. The families are: %2.")
                         .arg(value, keys.join(QLatin1String(", "))));
        }
        break;
    }
    case Field::Severity:
        if (node.relation != FilterNode::Relation::Is && !severityFromKey(value)
            && !severityFromWord(value)) {
            fail(at, length,
                 say("“%1” has no place in the order none, unknown, low, medium, high, urgent.")
                         .arg(value));
        }
        break;
    case Field::Is:
        if (!stateFromKey(value)) {
            fail(at, length,
                 say("An event is never “%1”. It is open, closed, unread or read.").arg(value));
        }
        break;
    case Field::Path:
        if (node.relation != FilterNode::Relation::Is && !PathTest::comparable(value)) {
            fail(at, length,
                 say("A path is compared with a number or with a time: data.count>5, "
                     "data.date_created>=2026-11-01, data.date_created<7d."));
        }
        break;
    default:
        break;
    }
    return !failed();
}

} // namespace models
