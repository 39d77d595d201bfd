// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/eventwords.h"

#include "models/index/filterwords.h"
#include "models/items/eventtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <utility>

namespace views {
namespace {

using models::Family;
using models::Field;

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
    /// `raw` is what a filter by `field` compares, where that is not the shown value.
    void add(const QString &label, const QString &value, Field field = Field::Any,
             const QString &raw = {})
    {
        const QString line = models::singleLine(value, longestFact);
        if (!line.isEmpty())
            m_facts.append({ label, line, refOf(field, raw.isEmpty() ? value : raw) });
    }
    void add(const QString &label, const std::optional<models::Instant> &time)
    {
        if (time)
            add(label, models::longTime(*time));
    }
    QList<Fact> take() { return std::move(m_facts); }

private:
    QList<Fact> m_facts;
};

} // namespace

models::ValueRef refOf(Field field, const QString &raw)
{
    return { { field, {} }, models::literalValue(raw), raw };
}

models::ValueRef severityRef(const models::Event &event)
{
    const QString level = models::severityKey(event.severity);
    const QString &word = event.severityWord;
    return { { Field::Severity, {} }, level, word.isEmpty() ? level : word };
}

models::ValueRef statusRef(const models::Event &event)
{
    const QString status = models::statusKey(event.status);
    const QString &word = event.statusWord;
    return { { Field::Status, {} }, status, word.isEmpty() ? status : word };
}

QList<Fact> facts(const models::StoredEvent &stored)
{
    const models::Event &event = stored.event;
    FactList list;
    if (event.type.isEmpty())
        list.add(words("Event"), models::familyText(event.family), Field::Family,
                 models::familyKey(event.family));
    else
        list.add(words("Event"), models::typeText(event.type), Field::Type, event.type);
    if (!event.product.isEmpty())
        list.add(words("Product"), models::productText(event.product), Field::Product,
                 event.product);
    list.add(actorLabel(event.family), event.actor, Field::Actor);
    list.add(words("Network address"), event.address);

    const QString asset = named(event.asset);
    const QString group = named(event.group);
    list.add(isMobile(event.family) ? words("Mobile app") : words("Asset"), asset, Field::Asset);
    list.add(isMobile(event.family) ? words("Platform") : words("Asset type"),
             models::assetWordText(event.assetType), Field::AssetType, event.assetType);
    list.add(words("Hosted on"), models::assetWordText(event.hostedOn), Field::HostedOn,
             event.hostedOn);
    list.add(words("Discovered via"), models::assetWordText(event.discoveredVia),
             Field::DiscoveredVia, event.discoveredVia);
    if (group != asset)
        list.add(isMobile(event.family) ? words("Mobile app") : words("Asset group"), group,
                 Field::Group);
    list.add(words("Policy"), named(event.policy), Field::Policy);

    list.add(words("Event time"), event.time);
    list.add(event.family == Family::PolicyViolation ? words("Opened") : words("Created"),
             event.created);
    list.add(words("Exception made"), event.exceptionCreated);
    list.add(words("Received"), std::optional(stored.received));
    if (stored.deliveries > 1) {
        list.add(words("Last received"),
                 words("%1, %2 times in all")
                         .arg(models::longTime(stored.lastReceived),
                              QLocale().toString(stored.deliveries)));
    }
    list.add(words("Sent by"), stored.peer);
    if (event.family != Family::PortalUser || event.subjectId != event.actor)
        list.add(subjectLabel(event.family), event.subjectId, Field::Subject);
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
