// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/violationstories.h"

#include "models/sample/samplewords.h"

namespace models {

using Kind = SampleKind;

namespace {
constexpr std::size_t most = 20000;
} // namespace

QByteArray ViolationStories::next(const SampleCatalogue &catalogue, Kind kind, Instant now)
{
    if (!m_next.isEmpty())
        return std::exchange(m_next, {});
    if (kind == Kind::Violation && m_random.chance(1, 100)) {
        // Resolved arrives before opened: the times say what is true.
        Violation violation = begin(catalogue, now - std::chrono::minutes(90));
        QByteArray opened = line(catalogue, violation, Kind::ViolationOpened,
                                 now - std::chrono::minutes(m_random.below(80)));
        QByteArray resolved = line(catalogue, violation, Kind::ViolationResolved, now);
        keep(violation);
        m_next = std::move(opened);
        return resolved;
    }
    const bool fresh =
            kind == Kind::Violation ? m_random.chance(11, 20) : kind == Kind::ViolationOpened;
    if (fresh || m_violations.empty()) {
        Violation violation = begin(catalogue, now);
        // One in twelve began before the portal was connected: nobody hears of its opening.
        const bool unheard = kind == Kind::Violation && m_random.chance(1, 12);
        if (unheard)
            violation.opened = now - std::chrono::hours(24 * (1 + m_random.below(400)));
        QByteArray text = line(catalogue, violation,
                               unheard ? Kind::ViolationResolved : Kind::ViolationOpened, now);
        keep(violation);
        return text;
    }
    const std::size_t at = m_random.below(quint32(m_violations.size()));
    Violation &violation = m_violations[at];
    if (kind == Kind::Violation) {
        if (!violation.open)
            kind = Kind::ViolationOpened; // reopened
        else
            kind = m_random.chance(1, 5) ? Kind::ViolationWontFix : Kind::ViolationResolved;
    }
    QByteArray text = line(catalogue, violation, kind, now);
    if (!violation.open && m_random.chance(3, 4)) { // most stories end here
        std::swap(violation, m_violations.back());
        m_violations.pop_back();
    }
    return text;
}

ViolationStories::Violation ViolationStories::begin(const SampleCatalogue &catalogue, Instant now)
{
    Violation violation;
    violation.id = { m_random.bits(), m_random.bits() };
    violation.asset = m_random.skewed(quint32(catalogue.assets().size()));
    violation.rule = m_random.skewed(quint32(catalogue.rules().size()));
    violation.opened = now;
    violation.latest = now - std::chrono::seconds(1);
    return violation;
}

void ViolationStories::keep(Violation violation)
{
    if (m_violations.size() < most)
        m_violations.push_back(violation);
    else
        m_violations[m_random.below(quint32(most))] = violation;
}

QByteArray ViolationStories::line(const SampleCatalogue &catalogue, Violation &violation, Kind kind,
                                  Instant now)
{
    const SampleAsset &asset = catalogue.assets()[violation.asset];
    const SampleRule &rule = catalogue.rules()[violation.rule];
    const char *verb = "OPENED";
    const char *status = "OPEN";
    if (kind == Kind::ViolationResolved) {
        verb = status = "RESOLVED";
    } else if (kind == Kind::ViolationWontFix) {
        verb = status = "WONT_FIX";
    }
    violation.open = kind == Kind::ViolationOpened;
    violation.latest = qMax(violation.latest + std::chrono::seconds(1), now);

    LineWriter out(2560);
    out << R"({"event": {"type": ")" << rule.product << "__POLICY_VIOLATION_" << verb
        << R"(", "data": {"uuid": ")" << violation.id << R"(", "affected_asset": {)" << asset.json
        << R"(}, "policy_violation_status": ")" << status << R"(", "date_created": ")";
    out.moment(violation.opened, int(violation.id.low % 1000000)) << R"(", )" << rule.front;
    if (m_random.chance(1, 4))
        ownText(out, asset, now);
    out << R"(", )" << rule.back << R"("additional_information": )";
    if (m_random.chance(1, 10))
        out << R"("Found again by )" << (qint64(2) + m_random.below(9)) << R"( scans in a row.")";
    else
        out << "null";
    out << R"(, "portal_url": "https://www.securetheorem.com/api/inspect/policy-violations/)"
        << violation.id << R"(", )" << rule.policy << R"("exception_explanation": )";
    if (kind == Kind::ViolationWontFix) {
        const auto reasons = samplewords::exceptions();
        out << "\"" << reasons[m_random.below(quint32(reasons.size()))]
            << R"(", "exception_date_created": ")";
        out.moment(now, int(m_random.below(1000000))) << "\"";
    } else {
        out << R"(null, "exception_date_created": null)";
    }
    out << R"(}, "version": 1}, "time": )"
        << qint64(std::chrono::floor<std::chrono::seconds>(violation.latest)
                          .time_since_epoch()
                          .count())
        << R"(, "host": "securetheorem.com"})";
    return out.take();
}

void ViolationStories::ownText(LineWriter &line, const SampleAsset &asset, Instant now)
{
    const auto services = samplewords::services();
    const auto oneOf = [this](auto list) { return list[m_random.below(quint32(list.size()))]; };
    line << R"(\\n\\nSeen on )";
    line.moment(now, int(m_random.below(1000000)))
            << " at https://" << asset.host << "/v" << (qint64(1) + m_random.below(4)) << "/"
            << oneOf(services) << "/" << qint64(m_random.below(1000000)) << " (request ";
    line.hex(m_random.bits(), 16).hex(m_random.bits(), 16)
            << "). The answer had " << (qint64(200) + m_random.below(60000)) << " bytes; service "
            << oneOf(services) << ", node scan-" << qint64(m_random.below(64)) << ".";
}

} // namespace models
