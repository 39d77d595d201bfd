// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/findingstories.h"

#include "models/sample/samplewords.h"

#include <array>

namespace models {

using Kind = SampleKind;

namespace {

constexpr std::size_t most = 5000;

struct Level
{
    const char *severity;
    const char *priority;
};
constexpr std::array levels { Level { "HIGH", "P1" }, Level { "MEDIUM", "P2" },
                              Level { "MEDIUM", "P3" }, Level { "LOW", "P4" },
                              Level { "CRITICAL", "P0" } };

struct Words
{
    const char *verb;
    const char *group;
    const char *status;
};

Words words(Kind kind)
{
    switch (kind) {
    case Kind::FindingFixed:
        return { "FIXED", "CLOSED", "CLOSED_FIXED" };
    case Kind::FindingRiskAccepted:
        return { "RISK_ACCEPTED", "CLOSED", "CLOSED_RISK_ACCEPTED" };
    case Kind::FindingControl:
        return { "COMPENSATING_CONTROL", "CLOSED", "CLOSED_COMPENSATING_CONTROL" };
    default:
        return { "CREATED", "OPEN", "NEW" };
    }
}

qint64 seconds(Instant when)
{
    return std::chrono::floor<std::chrono::seconds>(when).time_since_epoch().count();
}

} // namespace

QByteArray FindingStories::next(const SampleCatalogue &catalogue, Kind kind, Instant now)
{
    if (kind == Kind::NoteCreated || kind == Kind::NoteDeleted)
        return note(catalogue, kind, now);
    return finding(catalogue, kind, now);
}

QByteArray FindingStories::finding(const SampleCatalogue &catalogue, Kind kind, Instant now)
{
    if (kind == Kind::FindingCreated || m_findings.empty()) {
        Finding made;
        made.target = number();
        made.finding = number();
        made.app = m_random.skewed(quint32(catalogue.apps().size()));
        made.title = m_random.skewed(quint32(samplewords::findings().size()));
        made.issueType = { made.title * 0x9e3779b97f4a7c15ULL, made.title * 0xbf58476d1ce4e5b9ULL };
        made.level = m_random.below(quint32(levels.size()));
        made.line = 1 + m_random.below(900);
        made.opened = now;
        if (m_findings.size() < most)
            m_findings.push_back(made);
        else
            m_findings[m_random.below(quint32(most))] = made;
        return findingLine(catalogue, made, Kind::FindingCreated, now);
    }
    Finding &closed = m_findings[m_random.below(quint32(m_findings.size()))];
    QByteArray text = findingLine(catalogue, closed, kind, now);
    if (m_random.chance(9, 10)) { // else it may be closed again: the portal does that
        std::swap(closed, m_findings.back());
        m_findings.pop_back();
    }
    return text;
}

QByteArray FindingStories::findingLine(const SampleCatalogue &catalogue, const Finding &finding,
                                       Kind kind, Instant now) const
{
    const Words word = words(kind);
    const SampleApp &app = catalogue.apps()[finding.app];
    const QByteArrayView entry(samplewords::findings()[finding.title]);
    const qsizetype bar = entry.indexOf('|');
    const Level &level = levels[finding.level];
    LineWriter out(1024);
    out << R"({"event": {"type": "MOBILE_SECURE__FINDING_TARGET_)" << word.verb
        << R"(", "data": {"id": ")" << finding.target << R"(", "mobile_app_id": ")" << app.id
        << R"(", "security_finding_id": ")" << finding.finding << R"(", "issue_type_id": ")"
        << finding.issueType << R"(", "mobile_app": )" << app.json << R"(, "title": ")"
        << entry.first(bar) << R"(", "text": "com.example.)" << entry.sliced(bar + 1) << ":"
        << qint64(finding.line) << R"(", "severity": ")" << level.severity << R"(", "priority": ")"
        << level.priority << R"(", "status_group": ")" << word.group << R"(", "current_status": ")"
        << word.status << R"(", "date_created": ")";
    out.moment(finding.opened, int(finding.target % 1000000))
            << R"(", "external_id": null, "portal_url": )"
            << R"("https://www.securetheorem.com/mobile-secure/v2/security/)" << app.id
            << "/findings/" << finding.finding << R"("}, "version": 1}, "time": )" << seconds(now)
            << R"(, "host": "securetheorem.com"})";
    return out.take();
}

QByteArray FindingStories::note(const SampleCatalogue &catalogue, Kind kind, Instant now)
{
    Note note;
    if (kind == Kind::NoteDeleted && !m_notes.empty()) {
        Note &gone = m_notes[m_random.below(quint32(m_notes.size()))];
        note = gone;
        std::swap(gone, m_notes.back());
        m_notes.pop_back();
    } else {
        kind = Kind::NoteCreated;
        note.id = number();
        note.author = m_random.below(quint32(catalogue.users().size()));
        note.text = m_random.below(quint32(samplewords::notes().size()));
        note.written = now;
        if (m_findings.empty()) { // deletes and notes on things never seen are normal
            note.finding = number();
        } else {
            const Finding &on = m_findings[m_random.below(quint32(m_findings.size()))];
            note.finding = on.finding;
            note.app = on.app;
        }
        if (m_notes.size() < most)
            m_notes.push_back(note);
    }
    const SampleApp &app = catalogue.apps()[note.app];
    const QByteArray &author = catalogue.users()[note.author];
    LineWriter out(768);
    out << R"({"event": {"type": "MOBILE_SECURE__FINDING_NOTE_)"
        << (kind == Kind::NoteDeleted ? "DELETED" : "CREATED") << R"(", "data": {"id": ")"
        << note.id << R"(", "security_finding_id": ")" << note.finding << R"(", "mobile_app_id": ")"
        << app.id << R"(", "author_email": ")" << author << R"(", "text": ")"
        << samplewords::notes()[note.text] << " (ticket SEC-" << note.id % 10000
        << R"-()", "date_created": ")-";
    out.moment(note.written, int(note.id % 1000000))
            << R"(", "portal_url": "https://www.securetheorem.com/mobile-secure/v2/security/)"
            << app.id << "/findings/" << note.finding << "\"";
    if (kind == Kind::NoteDeleted)
        out << R"(, "deleted_by": ")" << author << "\"";
    out << R"(}, "version": 1}, "time": )" << seconds(now) << R"(, "host": "securetheorem.com"})";
    return out.take();
}

qint64 FindingStories::number()
{
    return 5000000000000000 + qint64(m_random.bits() % 900000000000000ULL);
}

} // namespace models
