// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>

namespace models {

namespace {

struct Word
{
    QLatin1String word;
    const char *text;
};

/// For the translation tools: marks the text and leaves it as it is.
constexpr const char *say(const char *text)
{
    return text;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("models::eventtext", text);
}

// clang-format off
constexpr std::array words{
    Word{ QLatin1String("URGENT"), QT_TRANSLATE_NOOP("models::eventtext", "Urgent") },
    Word{ QLatin1String("IMPORTANT"), QT_TRANSLATE_NOOP("models::eventtext", "Important") },
    Word{ QLatin1String("PROACTIVE"), QT_TRANSLATE_NOOP("models::eventtext", "Proactive") },
    Word{ QLatin1String("CRITICAL"), QT_TRANSLATE_NOOP("models::eventtext", "Critical") },
    Word{ QLatin1String("HIGH"), QT_TRANSLATE_NOOP("models::eventtext", "High") },
    Word{ QLatin1String("MEDIUM"), QT_TRANSLATE_NOOP("models::eventtext", "Medium") },
    Word{ QLatin1String("LOW"), QT_TRANSLATE_NOOP("models::eventtext", "Low") },
    Word{ QLatin1String("OPEN"), QT_TRANSLATE_NOOP("models::eventtext", "Open") },
    Word{ QLatin1String("NEW"), QT_TRANSLATE_NOOP("models::eventtext", "New") },
    Word{ QLatin1String("CREATED"), QT_TRANSLATE_NOOP("models::eventtext", "Created") },
    Word{ QLatin1String("OPENED"), QT_TRANSLATE_NOOP("models::eventtext", "Opened") },
    Word{ QLatin1String("OPEN_READY_TO_RESCAN"), QT_TRANSLATE_NOOP("models::eventtext", "Open, ready to rescan") },
    Word{ QLatin1String("RESOLVED"), QT_TRANSLATE_NOOP("models::eventtext", "Resolved") },
    Word{ QLatin1String("FIXED"), QT_TRANSLATE_NOOP("models::eventtext", "Fixed") },
    Word{ QLatin1String("CLOSED"), QT_TRANSLATE_NOOP("models::eventtext", "Closed") },
    Word{ QLatin1String("WONT_FIX"), QT_TRANSLATE_NOOP("models::eventtext", "Won't fix") },
    Word{ QLatin1String("RISK_ACCEPTED"), QT_TRANSLATE_NOOP("models::eventtext", "Risk accepted") },
    Word{ QLatin1String("COMPENSATING_CONTROL"), QT_TRANSLATE_NOOP("models::eventtext", "Compensating control") },
    Word{ QLatin1String("CLOSED_FIXED"), QT_TRANSLATE_NOOP("models::eventtext", "Fixed") },
    Word{ QLatin1String("CLOSED_PARTIALLY_FIXED"), QT_TRANSLATE_NOOP("models::eventtext", "Partially fixed") },
    Word{ QLatin1String("CLOSED_WONT_FIX"), QT_TRANSLATE_NOOP("models::eventtext", "Won't fix") },
    Word{ QLatin1String("CLOSED_BY_POLICY"), QT_TRANSLATE_NOOP("models::eventtext", "Accepted by policy") },
    Word{ QLatin1String("CLOSED_RISK_ACCEPTED"), QT_TRANSLATE_NOOP("models::eventtext", "Risk accepted") },
    Word{ QLatin1String("CLOSED_COMPENSATING_CONTROL"), QT_TRANSLATE_NOOP("models::eventtext", "Compensating control") },
    Word{ QLatin1String("CLOSED_ITEM_NOT_FOUND"), QT_TRANSLATE_NOOP("models::eventtext", "Item not found") },
};

constexpr std::array roleWords{
    Word{ QLatin1String("MANAGER"), QT_TRANSLATE_NOOP("models::eventtext", "Manager") },
    Word{ QLatin1String("SECURITY"), QT_TRANSLATE_NOOP("models::eventtext", "Security") },
    Word{ QLatin1String("DEVELOPER"), QT_TRANSLATE_NOOP("models::eventtext", "Developer") },
};

constexpr std::array assetWords{
    Word{ QLatin1String("NETWORK_SERVICE"), QT_TRANSLATE_NOOP("models::eventtext", "Network service") },
    Word{ QLatin1String("RESTFUL_API"), QT_TRANSLATE_NOOP("models::eventtext", "RESTful API") },
    Word{ QLatin1String("WEBSITE_CRAWLER"), QT_TRANSLATE_NOOP("models::eventtext", "Website crawler") },
    Word{ QLatin1String("WEB_APPLICATION_SCANS"), QT_TRANSLATE_NOOP("models::eventtext", "Web application scans") },
    Word{ QLatin1String("AMAZON_WEB_SERVICES"), QT_TRANSLATE_NOOP("models::eventtext", "Amazon Web Services") },
    Word{ QLatin1String("MANUAL_IMPORT"), QT_TRANSLATE_NOOP("models::eventtext", "Manual import") },
    Word{ QLatin1String("MOBILE_APPLICATION_SCANS"), QT_TRANSLATE_NOOP("models::eventtext", "Mobile application scans") },
    Word{ QLatin1String("ON_PREMISES"), QT_TRANSLATE_NOOP("models::eventtext", "On premises") },
    Word{ QLatin1String("MICROSOFT_AZURE"), QT_TRANSLATE_NOOP("models::eventtext", "Microsoft Azure") },
    Word{ QLatin1String("GOOGLE_CLOUD_PLATFORM"), QT_TRANSLATE_NOOP("models::eventtext", "Google Cloud Platform") },
    Word{ QLatin1String("ANDROID"), QT_TRANSLATE_NOOP("models::eventtext", "Android") },
    Word{ QLatin1String("IOS"), QT_TRANSLATE_NOOP("models::eventtext", "iOS") },
    Word{ QLatin1String("UNKNOWN"), QT_TRANSLATE_NOOP("models::eventtext", "Unknown") },
};

constexpr std::array products{
    Word{ QLatin1String("API_SECURE"), QT_TRANSLATE_NOOP("models::eventtext", "API Secure") },
    Word{ QLatin1String("WEB_SECURE"), QT_TRANSLATE_NOOP("models::eventtext", "Web Secure") },
    Word{ QLatin1String("CLOUD_SECURE"), QT_TRANSLATE_NOOP("models::eventtext", "Cloud Secure") },
    Word{ QLatin1String("MOBILE_SECURE"), QT_TRANSLATE_NOOP("models::eventtext", "Mobile Secure") },
    Word{ QLatin1String("MOBILE_PROTECT"), QT_TRANSLATE_NOOP("models::eventtext", "Mobile Protect") },
    Word{ QLatin1String("API_PROTECT"), QT_TRANSLATE_NOOP("models::eventtext", "API Protect") },
};

constexpr std::array types{
    Word{ QLatin1String("POLICY_VIOLATION_OPENED"), QT_TRANSLATE_NOOP("models::eventtext", "Policy violation opened") },
    Word{ QLatin1String("POLICY_VIOLATION_CREATED"), QT_TRANSLATE_NOOP("models::eventtext", "Policy violation opened") },
    Word{ QLatin1String("POLICY_VIOLATION_OPEN"), QT_TRANSLATE_NOOP("models::eventtext", "Policy violation opened") },
    Word{ QLatin1String("POLICY_VIOLATION_RESOLVED"), QT_TRANSLATE_NOOP("models::eventtext", "Policy violation resolved") },
    Word{ QLatin1String("POLICY_VIOLATION_WONT_FIX"), QT_TRANSLATE_NOOP("models::eventtext", "Policy violation closed, won't fix") },
    Word{ QLatin1String("POLICY_VIOLATION_CLOSED_WONT_FIX"), QT_TRANSLATE_NOOP("models::eventtext", "Policy violation closed, won't fix") },
    Word{ QLatin1String("POLICY_VIOLATION_CLOSED"), QT_TRANSLATE_NOOP("models::eventtext", "Policy violation closed") },
    Word{ QLatin1String("NETWORK_SERVICE_DISCOVERED"), QT_TRANSLATE_NOOP("models::eventtext", "Network service discovered") },
    Word{ QLatin1String("NETWORK_SERVICE_CREATED"), QT_TRANSLATE_NOOP("models::eventtext", "Network service discovered") },
    Word{ QLatin1String("TARGET_CREATED"), QT_TRANSLATE_NOOP("models::eventtext", "Finding target new") },
    Word{ QLatin1String("TARGET_FIXED"), QT_TRANSLATE_NOOP("models::eventtext", "Finding target fixed") },
    Word{ QLatin1String("TARGET_CLOSED_FIXED"), QT_TRANSLATE_NOOP("models::eventtext", "Finding target fixed") },
    Word{ QLatin1String("TARGET_RISK_ACCEPTED"), QT_TRANSLATE_NOOP("models::eventtext", "Finding target closed, risk accepted") },
    Word{ QLatin1String("TARGET_CLOSED_RISK_ACCEPTED"), QT_TRANSLATE_NOOP("models::eventtext", "Finding target closed, risk accepted") },
    Word{ QLatin1String("TARGET_COMPENSATING_CONTROL"), QT_TRANSLATE_NOOP("models::eventtext", "Finding target closed, compensating control") },
    Word{ QLatin1String("TARGET_CLOSED_COMPENSATING_CONTROL"), QT_TRANSLATE_NOOP("models::eventtext", "Finding target closed, compensating control") },
    Word{ QLatin1String("NOTE_CREATED"), QT_TRANSLATE_NOOP("models::eventtext", "Finding note added") },
    Word{ QLatin1String("NOTE_DELETED"), QT_TRANSLATE_NOOP("models::eventtext", "Finding note deleted") },
    Word{ QLatin1String("USER_CREATED"), QT_TRANSLATE_NOOP("models::eventtext", "User created") },
    Word{ QLatin1String("USER_UPDATED"), QT_TRANSLATE_NOOP("models::eventtext", "User updated") },
    Word{ QLatin1String("USER_DELETED"), QT_TRANSLATE_NOOP("models::eventtext", "User deleted") },
    Word{ QLatin1String("USER_LOGIN_FAILED"), QT_TRANSLATE_NOOP("models::eventtext", "User sign-in failed") },
    Word{ QLatin1String("USER_LOGIN_SUCCESSFUL"), QT_TRANSLATE_NOOP("models::eventtext", "User signed in") },
    Word{ QLatin1String("EVENT_DETECTED"), QT_TRANSLATE_NOOP("models::eventtext", "Attack event detected") },
};
// clang-format on

template<typename List> QString lookUp(const List &list, QStringView word)
{
    for (const Word &known : list) {
        if (word.compare(known.word, Qt::CaseInsensitive) == 0)
            return translated(known.text);
    }
    return {};
}

QDateTime localTime(Instant time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

} // namespace

QString wordText(const QString &word)
{
    const QString known = lookUp(words, word);
    return known.isEmpty() ? word : known;
}

QString roleText(const QString &role)
{
    const QString known = lookUp(roleWords, role);
    return known.isEmpty() ? role : known;
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Urgent:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Urgent")));
    case Severity::High:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "High")));
    case Severity::Medium:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Medium")));
    case Severity::Low:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Low")));
    case Severity::Unknown:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Unknown word")));
    case Severity::Unrated:
        break;
    }
    return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Not rated")));
}

QString statusText(Status status)
{
    switch (status) {
    case Status::Open:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Open")));
    case Status::Fixed:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Fixed")));
    case Status::Accepted:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Accepted")));
    case Status::Closed:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Closed")));
    case Status::Unknown:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Unknown word")));
    case Status::None:
        break;
    }
    return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "No status")));
}

QString familyText(Family family)
{
    switch (family) {
    case Family::PolicyViolation:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Policy violation")));
    case Family::MobileFinding:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Mobile finding")));
    case Family::FindingNote:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Finding note")));
    case Family::Asset:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Asset")));
    case Family::PortalUser:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Portal user")));
    case Family::Protection:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Protection")));
    case Family::ConnectionTest:
        return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Connection test")));
    case Family::Other:
        break;
    }
    return translated(say(QT_TRANSLATE_NOOP("models::eventtext", "Other")));
}

QString productText(const QString &product)
{
    if (product.isEmpty())
        return QStringLiteral("–");
    const QString known = lookUp(products, product);
    return known.isEmpty() ? product : known;
}

QString typeText(const QString &type)
{
    const qsizetype product = type.indexOf(QLatin1String("__"));
    if (product < 0)
        return type;
    QStringView rest = QStringView(type).sliced(product + 2);
    for (const QLatin1String prefix :
         { QLatin1String("SECURITY_FINDING_"), QLatin1String("FINDING_") }) {
        if (rest.startsWith(prefix)) {
            rest = rest.sliced(prefix.size());
            break;
        }
    }
    const QString known = lookUp(types, rest);
    return known.isEmpty() ? type : known;
}

QString assetWordText(const QString &word)
{
    const QString known = lookUp(assetWords, word);
    return known.isEmpty() ? wordText(word) : known;
}

QString shortTime(Instant time, Instant now)
{
    const QDateTime local = localTime(time);
    const QDate today = localTime(now).date();
    const QLocale locale;
    if (local.date() == today)
        return locale.toString(local.time(), QStringLiteral("HH:mm:ss"));
    if (local.date().year() == today.year())
        return locale.toString(local, QStringLiteral("d MMM HH:mm"));
    return locale.toString(local.date(), QStringLiteral("d MMM yyyy"));
}

QString longTime(Instant time)
{
    const QDateTime local = localTime(time);
    const QLocale locale;
    return locale.toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ')
            + locale.toString(local.time(), QStringLiteral("HH:mm:ss")) + QLatin1Char(' ')
            + local.timeZoneAbbreviation();
}

} // namespace models
