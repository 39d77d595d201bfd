// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/receiverwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace views {

namespace {

struct ReceiverWords
{
    Q_DECLARE_TR_FUNCTIONS(ReceiverWords)
};

QString stateWords(const models::ReceiverState &state)
{
    switch (state.phase) {
    case models::ReceiverState::Phase::Stopped:
        return state.reason.isEmpty() ? ReceiverWords::tr("Receiver stopped") : state.reason;
    case models::ReceiverState::Phase::Starting:
        return ReceiverWords::tr("Receiver starting");
    case models::ReceiverState::Phase::Listening:
        return ReceiverWords::tr("Listening on %1").arg(state.url);
    case models::ReceiverState::Phase::Failed:
        break;
    }
    return ReceiverWords::tr("Could not listen: %1").arg(state.reason); // it says what to do
}

} // namespace

QString agoWords(models::Instant then, models::Instant now)
{
    using namespace std::chrono;
    const auto passed = now - then;
    const QLocale locale;
    if (passed < seconds(2))
        return ReceiverWords::tr("just now");
    if (passed < minutes(1))
        return ReceiverWords::tr("%1 s ago")
                .arg(locale.toString(qlonglong(duration_cast<seconds>(passed).count())));
    if (passed < hours(1))
        return ReceiverWords::tr("%1 min ago")
                .arg(locale.toString(qlonglong(duration_cast<minutes>(passed).count())));
    if (passed < days(2))
        return ReceiverWords::tr("%1 h ago")
                .arg(locale.toString(qlonglong(duration_cast<hours>(passed).count())));
    return ReceiverWords::tr("%1 days ago")
            .arg(locale.toString(qlonglong(duration_cast<days>(passed).count())));
}

QString receiverWords(const models::ReceiverState &state, const models::ReceiverCounters &counters,
                      models::Instant now)
{
    const QLocale locale;
    QStringList parts { stateWords(state) };
    if (counters.lastAccepted) {
        parts += ReceiverWords::tr("last event %1").arg(agoWords(*counters.lastAccepted, now));
        parts += ReceiverWords::tr("%1 received").arg(locale.toString(counters.events));
    } else if (state.phase == models::ReceiverState::Phase::Listening) {
        parts += ReceiverWords::tr("nothing received yet since the start");
    }
    if (counters.repeated > 0)
        parts += ReceiverWords::tr("%1 repeated").arg(locale.toString(counters.repeated));
    return parts.join(QStringLiteral(" · "));
}

QString refusedWords(const models::ReceiverCounters &counters)
{
    return counters.refused > 0
            ? ReceiverWords::tr("%1 refused (show)").arg(QLocale().toString(counters.refused))
            : QString();
}

} // namespace views
