// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/overduerules.h"

#include <QCoreApplication>
#include <QLocale>

namespace models {
namespace {

constexpr QLatin1String never("never");

QString words(const char *text)
{
    return QCoreApplication::translate("models::Settings", text);
}

} // namespace

QString overdueWord(int days)
{
    return days == 0 ? QString(never) : QString::number(days);
}

std::optional<int> overdueFromWord(const QString &word)
{
    const QString plain = word.trimmed();
    if (plain.compare(never, Qt::CaseInsensitive) == 0)
        return 0;
    bool isNumber = false;
    const int days = plain.toInt(&isNumber);
    if (!isNumber || days < 1 || days > mostOverdueDays)
        return {};
    return days;
}

QStringList overdueProblems(const OverduePolicy &policy)
{
    QStringList problems;
    for (const Severity severity : severitiesGravestFirst) {
        const int days = policy.days.at(std::size_t(severity));
        if (days >= 0 && days <= mostOverdueDays)
            continue;
        const QLocale locale;
        problems += words("Issues of severity “%1” may be given 1 to %2 days, or no limit; it is "
                          "%3.")
                            .arg(severityKey(severity), locale.toString(mostOverdueDays),
                                 locale.toString(days));
    }
    return problems;
}

} // namespace models
