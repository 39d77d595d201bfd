// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/visittext.h"

#include "models/index/eventindex.h"
#include "models/items/eventtext.h"
#include "models/items/visitline.h"

#include <QCoreApplication>
#include <QLocale>

namespace models {

namespace {

struct VisitText
{
    Q_DECLARE_TR_FUNCTIONS(VisitText)
};

} // namespace

QString newSinceText(const EventIndex &index, Instant lastVisit, Instant now)
{
    const qint64 last = lastIdUntil(index, lastVisit);
    qint64 fresh = 0;
    qint64 urgent = 0;
    const auto look = [&](quint32 position) {
        ++fresh;
        urgent += index.severity(position) == Severity::Urgent
                        && index.status(position) == Status::Open
                ? 1
                : 0;
    };
    const IdOrder order = index.snapshot().order;
    for (const IdOrder::Run &run : order.newestFirst()) {
        if (run.highest <= last)
            break;
        for (quint32 step = 0; step < run.count; ++step) { // by descending ids
            const quint32 position =
                    run.ascending ? run.first + run.count - 1 - step : run.first + step;
            if (index.id(position) <= last)
                break;
            look(position);
        }
    }
    for (auto odd = order.odd().upper_bound(last); odd != order.odd().end(); ++odd)
        look(odd->second);
    if (fresh == 0)
        return {};
    const QLocale locale;
    const QString when = shortTime(lastVisit, now);
    const QString came = fresh == 1
            ? VisitText::tr("One event came since your last visit (%1)").arg(when)
            : VisitText::tr("%1 events came since your last visit (%2)")
                      .arg(locale.toString(fresh), when);
    if (urgent == 0)
        return came;
    return VisitText::tr("%1, %2 of them urgent and open").arg(came, locale.toString(urgent));
}

QString visitLabel(Instant lastVisit, Instant now)
{
    return VisitText::tr("Last visit %1").arg(shortTime(lastVisit, now));
}

QString visitToolTip(Instant lastVisit)
{
    return VisitText::tr("The events above this line came since your last visit (%1).")
            .arg(longTime(lastVisit));
}

QString visitDescription(const VisitLine &line, int row)
{
    const int before = line.row();
    if (before < 0 || (row != before && row != before - 1))
        return {};
    const QString when = longTime(*line.visit());
    return row == before
            ? VisitText::tr("The first that came before your last visit (%1)").arg(when)
            : VisitText::tr("The last that is new since your last visit (%1)").arg(when);
}

} // namespace models
