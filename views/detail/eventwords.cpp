// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/eventwords.h"

#include "models/items/eventtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <utility>

namespace views {
namespace {

using models::Family;

constexpr qsizetype longestWord = 40;
constexpr qsizetype longestFact = 500;

QString words(const char *text)
{
    return QCoreApplication::translate("views::DetailPane", text);
}

QString named(const models::Reference &reference)
{
    return reference.name.isEmpty() ? reference.id : reference.name;
}

bool isMobile(Family family)
{
    return family == Family::MobileFinding || family == Family::FindingNote;
}

/// The vendor's words about assets (spec/events.md, "Enumeration words"); others are shown raw.
QString assetWord(const QString &word)
{
    static constexpr std::array<std::pair<QLatin1String, const char *>, 9> known { {
            { QLatin1String("NETWORK_SERVICE"), "Network service" },
            { QLatin1String("RESTFUL_API"), "RESTful API" },
            { QLatin1String("WEBSITE_CRAWLER"), "Website crawler" },
            { QLatin1String("WEB_APPLICATION_SCANS"), "Web application scans" },
            { QLatin1String("AMAZON_WEB_SERVICES"), "Amazon Web Services" },
            { QLatin1String("MANUAL_IMPORT"), "Manual import" },
            { QLatin1String("ANDROID"), "Android" },
            { QLatin1String("IOS"), "iOS" },
            { QLatin1String("UNKNOWN"), "Unknown" },
    } };
    for (const auto &[raw, text] : known) {
        if (word == raw)
            return words(text);
    }
    return models::wordText(word);
}

QString actorLabel(Family family)
{
    return family == Family::FindingNote ? words("Author") : words("By");
}

QString subjectLabel(Family family)
{
    return family == Family::PortalUser ? words("User") : words("Id");
}

class FactList final
{
public:
    void add(const QString &label, const QString &value)
    {
        const QString line = models::singleLine(value, longestFact);
        if (!line.isEmpty())
            m_facts.append({ label, line });
    }
    void add(const QString &label, const std::optional<models::Instant> &time)
    {
        if (time)
            m_facts.append({ label, models::longTime(*time) });
    }
    QList<Fact> take() { return std::move(m_facts); }

private:
    QList<Fact> m_facts;
};

} // namespace

QList<Fact> facts(const models::StoredEvent &stored)
{
    const models::Event &event = stored.event;
    FactList list;
    list.add(words("Event"),
             event.type.isEmpty() ? models::familyText(event.family)
                                  : models::typeText(event.type));
    if (!event.product.isEmpty())
        list.add(words("Product"), models::productText(event.product));
    list.add(actorLabel(event.family), event.actor);
    list.add(words("Network address"), event.address);

    const QString asset = named(event.asset);
    const QString group = named(event.group);
    list.add(isMobile(event.family) ? words("Mobile app") : words("Asset"), asset);
    list.add(isMobile(event.family) ? words("Platform") : words("Asset type"),
             assetWord(event.assetType));
    list.add(words("Hosted on"), assetWord(event.hostedOn));
    list.add(words("Discovered via"), assetWord(event.discoveredVia));
    if (group != asset)
        list.add(isMobile(event.family) ? words("Mobile app") : words("Asset group"), group);
    list.add(words("Policy"), named(event.policy));

    list.add(words("Event time"), event.time);
    list.add(event.family == Family::PolicyViolation ? words("Opened") : words("Created"),
             event.created);
    list.add(words("Received"), std::optional(stored.received));
    if (stored.deliveries > 1) {
        list.add(words("Last received"),
                 words("%1, %2 times in all")
                         .arg(models::longTime(stored.lastReceived),
                              QLocale().toString(stored.deliveries)));
    }
    list.add(words("Sent by"), stored.peer);
    if (event.family != Family::PortalUser || event.subjectId != event.actor)
        list.add(subjectLabel(event.family), event.subjectId);
    if (event.findingId != event.subjectId)
        list.add(words("Finding"), event.findingId);
    list.add(words("Rule type"), event.ruleTypeId);
    return list.take();
}

QString linkLabel(models::Link::Kind kind, models::Family family)
{
    switch (kind) {
    case models::Link::Kind::Asset:
        return words("Asset");
    case models::Link::Kind::Policy:
        return words("Policy");
    case models::Link::Kind::CloudConsole:
        return words("Cloud console");
    case models::Link::Kind::AssetAddress:
        return words("Asset address");
    case models::Link::Kind::Subject:
        break;
    }
    switch (family) {
    case Family::PolicyViolation:
        return words("Violation");
    case Family::MobileFinding:
    case Family::FindingNote:
        return words("Finding");
    case Family::Asset:
        return words("Asset");
    default:
        return words("Portal");
    }
}

QString portalLink(const models::Event &event)
{
    using Kind = models::Link::Kind;
    for (const Kind kind : { Kind::Subject, Kind::Asset, Kind::Policy }) {
        for (const models::Link &link : event.links) {
            if (link.kind == kind && !link.url.isEmpty())
                return link.url;
        }
    }
    return {};
}

QString severityBadge(const models::Event &event)
{
    if (!event.severityWord.isEmpty())
        return models::singleLine(models::wordText(event.severityWord), longestWord);
    return event.severity == models::Severity::Unrated ? QString()
                                                       : models::severityText(event.severity);
}

QString statusBadge(const models::Event &event)
{
    if (!event.statusWord.isEmpty())
        return models::singleLine(models::wordText(event.statusWord), longestWord);
    return event.status == models::Status::None ? QString() : models::statusText(event.status);
}

QString sectionText(const QString &text)
{
    if (text.size() <= longestSection)
        return models::multiLine(text).trimmed();
    const QString more = QLocale().toString(text.size() - longestSection);
    return QString(models::multiLine(text.left(longestSection)).trimmed() % QChar(0x2026)
                   % QLatin1String("\n\n")
                   % words("%1 more characters are in the raw JSON.").arg(more));
}

} // namespace views
