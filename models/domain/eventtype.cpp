// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/eventtype.h"

#include <array>

namespace models {

namespace {

struct Subject
{
    QLatin1String noun;
    Family family;
};

// Longer nouns first: a finding note is not a finding.
constexpr std::array<Subject, 14> subjects { {
        { QLatin1String("POLICY_VIOLATION"), Family::PolicyViolation },
        { QLatin1String("SECURITY_FINDING_TARGET"), Family::MobileFinding },
        { QLatin1String("SECURITY_FINDING_NOTE"), Family::FindingNote },
        { QLatin1String("SECURITY_FINDING"), Family::MobileFinding },
        { QLatin1String("FINDING_TARGET"), Family::MobileFinding },
        { QLatin1String("FINDING_NOTE"), Family::FindingNote },
        { QLatin1String("FINDING"), Family::MobileFinding },
        { QLatin1String("TARGET"), Family::MobileFinding },
        { QLatin1String("NOTE"), Family::FindingNote },
        { QLatin1String("NETWORK_SERVICE"), Family::Asset },
        { QLatin1String("RESTFUL_API"), Family::Asset },
        { QLatin1String("ASSET"), Family::Asset },
        { QLatin1String("MOBILE_APP"), Family::Asset },
        { QLatin1String("USER"), Family::PortalUser },
} };

struct Verb
{
    QLatin1String verb;
    QLatin1String violation;
    QLatin1String finding;
};

constexpr std::array<Verb, 12> verbs { {
        { QLatin1String("OPENED"), QLatin1String("OPEN"), QLatin1String("OPEN") },
        { QLatin1String("CREATED"), QLatin1String("OPEN"), QLatin1String("NEW") },
        { QLatin1String("OPEN"), QLatin1String("OPEN"), QLatin1String("OPEN") },
        { QLatin1String("RESOLVED"), QLatin1String("RESOLVED"), QLatin1String("CLOSED_FIXED") },
        { QLatin1String("FIXED"), QLatin1String("RESOLVED"), QLatin1String("CLOSED_FIXED") },
        { QLatin1String("CLOSED_FIXED"), QLatin1String("RESOLVED"), QLatin1String("CLOSED_FIXED") },
        { QLatin1String("WONT_FIX"), QLatin1String("WONT_FIX"), QLatin1String("CLOSED_WONT_FIX") },
        { QLatin1String("CLOSED_WONT_FIX"), QLatin1String("WONT_FIX"),
          QLatin1String("CLOSED_WONT_FIX") },
        { QLatin1String("CLOSED"), QLatin1String("WONT_FIX"), QLatin1String("CLOSED") },
        { QLatin1String("REOPENED"), QLatin1String("OPEN"), QLatin1String("OPEN") },
        { QLatin1String("RISK_ACCEPTED"), QLatin1String("WONT_FIX"),
          QLatin1String("CLOSED_RISK_ACCEPTED") },
        { QLatin1String("COMPENSATING_CONTROL"), QLatin1String("WONT_FIX"),
          QLatin1String("CLOSED_COMPENSATING_CONTROL") },
} };

QLatin1String impliedStatus(Family family, QStringView verb)
{
    if (family != Family::PolicyViolation && family != Family::MobileFinding)
        return {};
    for (const Verb &known : verbs) {
        if (verb == known.verb)
            return family == Family::PolicyViolation ? known.violation : known.finding;
    }
    // CLOSED_RISK_ACCEPTED and CLOSED_COMPENSATING_CONTROL are accepted spellings too.
    if (verb.startsWith(QLatin1String("CLOSED_")))
        return impliedStatus(family, verb.sliced(7));
    return {};
}

} // namespace

EventType readEventType(QStringView type)
{
    EventType result;
    const qsizetype split = type.indexOf(QLatin1String("__"));
    if (split <= 0)
        return result;
    result.product = type.first(split);
    const QStringView rest = type.sliced(split + 2);
    for (const Subject &subject : subjects) {
        if (!rest.startsWith(subject.noun))
            continue;
        const QStringView behind = rest.sliced(subject.noun.size());
        if (!behind.isEmpty() && behind.front() != QLatin1Char('_'))
            continue;
        result.family = subject.family;
        result.statusWord =
                impliedStatus(subject.family, behind.isEmpty() ? behind : behind.sliced(1));
        return result;
    }
    if (result.product.endsWith(QLatin1String("_PROTECT")))
        result.family = Family::Protection;
    return result;
}

} // namespace models
