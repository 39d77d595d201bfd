// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/generator.h"

#include "models/sample/samplekind.h"

#include <array>

namespace models {

namespace {

using Kind = SampleKind;

/// How often each kind comes, in parts of 10,000.
struct Share
{
    Kind kind;
    quint32 weight;
};
constexpr std::array shares {
    Share { Kind::Violation, 7400 },    Share { Kind::FindingCreated, 450 },
    Share { Kind::FindingFixed, 250 },  Share { Kind::FindingRiskAccepted, 60 },
    Share { Kind::FindingControl, 40 }, Share { Kind::NoteCreated, 180 },
    Share { Kind::NoteDeleted, 40 },    Share { Kind::Service, 400 },
    Share { Kind::UserCreated, 60 },    Share { Kind::UserUpdated, 50 },
    Share { Kind::UserDeleted, 40 },    Share { Kind::SignIn, 480 },
    Share { Kind::SignInFailed, 350 },  Share { Kind::MobileProtect, 90 },
    Share { Kind::ApiProtect, 90 },     Share { Kind::Unknown, 20 },
};
/// Before chance decides, one of each, so that a small sample shows everything too.
constexpr std::array opening {
    Kind::ViolationOpened,   Kind::ViolationOpened, Kind::CheckCall,      Kind::Service,
    Kind::ViolationResolved, Kind::FindingCreated,  Kind::UserCreated,    Kind::SignIn,
    Kind::ViolationWontFix,  Kind::NoteCreated,     Kind::SignInFailed,   Kind::FindingCreated,
    Kind::MobileProtect,     Kind::UserUpdated,     Kind::FindingFixed,   Kind::ApiProtect,
    Kind::NoteDeleted,       Kind::UserDeleted,     Kind::FindingCreated, Kind::FindingRiskAccepted,
    Kind::Unknown,           Kind::FindingCreated,  Kind::FindingControl, Kind::Violation,
};

} // namespace

SampleGenerator::SampleGenerator(quint64 seed, Instant from, Instant to, qint64 count)
    : m_random(seed), m_from(from), m_to(qMax(from, to)), m_count(qMax<qint64>(1, count)),
      m_catalogue(Random(m_random.bits()), from - std::chrono::days(900), from),
      m_violations(Random(m_random.bits())), m_findings(Random(m_random.bits())),
      m_singles(Random(m_random.bits()))
{
}

QByteArray SampleGenerator::next()
{
    if (!m_held.empty() && m_held.front().at <= m_made) {
        QByteArray line = std::move(m_held.front().line);
        m_held.pop_front();
        ++m_made;
        return line;
    }
    const Kind kind = choose();
    QByteArray line = make(kind);
    // A few deliveries are late: others of the same day overtake them.
    if (m_made >= qint64(opening.size()) && kind != Kind::CheckCall && m_random.chance(1, 50)) {
        const qint64 at = m_made + 2 + m_random.below(60);
        if (m_held.empty() || m_held.back().at <= at) {
            m_held.push_back({ at, std::move(line) });
            line = make(Kind::Violation);
        }
    }
    ++m_made;
    return line;
}

Kind SampleGenerator::choose()
{
    if (m_made < qint64(opening.size()))
        return opening[std::size_t(m_made)];
    if (m_random.chance(1, 50000))
        return Kind::CheckCall;
    quint32 point = m_random.below(10000);
    for (const Share &share : shares) {
        if (point < share.weight)
            return share.kind;
        point -= share.weight;
    }
    return Kind::Violation;
}

QByteArray SampleGenerator::make(Kind kind)
{
    switch (kind) {
    case Kind::Violation:
    case Kind::ViolationOpened:
    case Kind::ViolationResolved:
    case Kind::ViolationWontFix:
        return m_violations.next(m_catalogue, kind, moment());
    case Kind::FindingCreated:
    case Kind::FindingFixed:
    case Kind::FindingRiskAccepted:
    case Kind::FindingControl:
    case Kind::NoteCreated:
    case Kind::NoteDeleted:
        return m_findings.next(m_catalogue, kind, moment());
    case Kind::CheckCall:
        // The vendor's check call as printed in its manual (spec/events.md, "The delivery").
        return QByteArrayLiteral(R"({"event": "Hello, world!"})");
    default:
        return m_singles.next(m_catalogue, kind, moment());
    }
}

Instant SampleGenerator::moment() const
{
    // Whole numbers only: floating point may round differently elsewhere.
    using std::chrono::milliseconds;
    constexpr qint64 hour = 3600000;
    constexpr qint64 day = 24 * hour;
    const qint64 span = (m_to - m_from).count();
    const qint64 made = qMin(m_made, m_count);
    const qint64 offset = span / m_count * made + span % m_count * made / m_count;
    if (offset >= span - day)
        return m_from + milliseconds(offset); // the last day ends exactly at `to`
    // Three quarters of a day's events come from 7 to 19 h.
    constexpr qint64 morning = day / 10;
    constexpr qint64 evening = day / 20 * 17;
    const qint64 part = offset % day;
    qint64 time = 0;
    if (part < morning)
        time = part * 7 / 24 * 10;
    else if (part < evening)
        time = 7 * hour + (part - morning) * 2 / 3;
    else
        time = 19 * hour + (part - evening) * 25 / 18;
    return m_from + milliseconds(offset - part + time);
}

} // namespace models
