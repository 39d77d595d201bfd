// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/visittext.h"

#include "models/index/eventindex.h"
#include "models/items/eventtext.h"

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
    qint64 fresh = 0;
    qint64 urgent = 0;
    for (quint32 position = 0; position < index.rows(); ++position) {
        if (index.received(position) <= lastVisit)
            continue;
        ++fresh;
        urgent += index.severity(position) == Severity::Urgent
                        && index.status(position) == Status::Open
                ? 1
                : 0;
    }
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

} // namespace models
