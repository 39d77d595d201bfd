// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issuetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace models {

namespace {

QString tr(const char *text, int number = -1)
{
    return QCoreApplication::translate("models::issuetext", text, nullptr, number);
}

QDate dateOf(Instant day)
{
    return QDateTime::fromMSecsSinceEpoch(day.time_since_epoch().count()).date();
}

QString timesText(int occurrence)
{
    switch (occurrence) {
    case 2:
        return tr("second time");
    case 3:
        return tr("third time");
    default:
        return tr("time number %1").arg(QLocale().toString(occurrence));
    }
}

} // namespace

QString spanWords(std::chrono::milliseconds span)
{
    const qint64 seconds = std::max<qint64>(0, span.count() / 1000);
    const auto words = [](qint64 count, const char *one, const char *many) {
        return count == 1 ? tr(one) : tr(many).arg(QLocale().toString(count));
    };
    if (seconds >= 86400)
        return words(seconds / 86400, QT_TRANSLATE_NOOP("models::issuetext", "1 day"),
                     QT_TRANSLATE_NOOP("models::issuetext", "%1 days"));
    if (seconds >= 3600)
        return words(seconds / 3600, QT_TRANSLATE_NOOP("models::issuetext", "1 hour"),
                     QT_TRANSLATE_NOOP("models::issuetext", "%1 hours"));
    if (seconds >= 60)
        return words(seconds / 60, QT_TRANSLATE_NOOP("models::issuetext", "1 minute"),
                     QT_TRANSLATE_NOOP("models::issuetext", "%1 minutes"));
    return words(seconds, QT_TRANSLATE_NOOP("models::issuetext", "1 second"),
                 QT_TRANSLATE_NOOP("models::issuetext", "%1 seconds"));
}

QString dayText(Instant day, Instant now)
{
    const QDate date = dateOf(day);
    const bool sameYear = date.year() == dateOf(now).year();
    return QLocale().toString(date,
                              sameYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

QString phaseText(IssuePhase phase)
{
    switch (phase) {
    case IssuePhase::Open:
        return tr("Open");
    case IssuePhase::Closed:
        return tr("Closed");
    case IssuePhase::Unknown:
        break;
    }
    return tr("Not known");
}

QString regressionText(const Issue &issue, const std::vector<Instant> &fixes, Instant now)
{
    if (!issue.isRegression())
        return {};
    if (fixes.empty())
        return timesText(issue.occurrence);
    return tr("Fixed %1, back %2 \u00b7 %3")
            .arg(dayText(fixes.back(), now), dayText(issue.opened.value_or(issue.firstSeen), now),
                 timesText(issue.occurrence));
}

QString standingText(TriageJudgement::Standing standing)
{
    switch (standing) {
    case TriageJudgement::Standing::Acknowledged:
        return tr("Acknowledged");
    case TriageJudgement::Standing::Snoozed:
        return tr("Snoozed");
    case TriageJudgement::Standing::New:
        break;
    }
    return tr("New");
}

QString conflictText(const TriageJudgement &judgement)
{
    const bool snoozed = judgement.standing == TriageJudgement::Standing::Snoozed;
    if (judgement.reopenedSince)
        return snoozed ? tr("Snoozed here, reopened since")
                       : tr("Acknowledged here, reopened since");
    if (judgement.resolvedByPortal)
        return tr("Acknowledged here, closed by the portal since");
    return {};
}

QString dueText(const Issue &issue, const OverduePolicy &policy, Instant now)
{
    const std::optional<Instant> due = policy.dueAt(issue);
    if (!due)
        return {};
    return now > *due ? tr("Overdue by %1").arg(spanWords(now - *due))
                      : tr("Due in %1").arg(spanWords(*due - now));
}

QString seenSinceText(const std::optional<Instant> &seenSince)
{
    if (!seenSince)
        return tr("Nothing received yet");
    return tr("Seen since %1")
            .arg(QLocale().toString(dateOf(*seenSince), QStringLiteral("d MMM yyyy")));
}

} // namespace models
