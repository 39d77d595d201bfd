// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/payload.h"

#include "models/domain/eventtime.h"
#include "models/domain/eventtype.h"
#include "models/domain/title.h"

#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace models {

namespace {

namespace dom = simdjson::dom;

/// An object whose members may be missing, null or of another type: every look-up answers.
/// A key that stands twice is read where it stands first. Some forty keys are looked up in an
/// object of some twenty-five, so its members are listed once instead of walked each time.
class Fields final
{
public:
    Fields() = default;
    explicit Fields(dom::element element)
    {
        dom::object object;
        m_valid = element.get(object) == simdjson::SUCCESS;
        if (!m_valid)
            return;
        m_members.reserve(object.size());
        for (const dom::key_value_pair member : object)
            m_members.push_back(member);
    }

    bool has(std::string_view key) const { return find(key) != nullptr; }
    QString text(std::string_view key) const
    {
        const dom::element *value = find(key);
        return value != nullptr ? scalarText(*value) : QString();
    }
    QString firstText(std::initializer_list<std::string_view> keys) const
    {
        for (const std::string_view key : keys) {
            QString found = text(key);
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    Fields object(std::string_view key) const
    {
        const dom::element *value = find(key);
        return value != nullptr ? Fields(*value) : Fields();
    }
    bool valid() const { return m_valid; }

private:
    const dom::element *find(std::string_view key) const
    {
        for (const dom::key_value_pair &member : m_members) {
            if (member.key == key)
                return &member.value;
        }
        return nullptr;
    }

    std::vector<dom::key_value_pair> m_members;
    bool m_valid = false;
};

void addLink(Event &event, Link::Kind kind, const QString &url)
{
    if (!url.isEmpty())
        event.links.append({ kind, url });
}

Family familyOfShape(const Fields &data)
{
    if (data.has("policy_violation_status"))
        return Family::PolicyViolation;
    if (data.has("user_login_email"))
        return Family::PortalUser;
    if (data.text("type") == QLatin1String("NETWORK_SERVICE"))
        return Family::Asset;
    return Family::Other;
}

void readAsset(const Fields &asset, Link::Kind portalKind, Event &event)
{
    event.asset = { asset.text("uuid"), asset.text("name") };
    event.assetType = asset.text("type");
    event.hostedOn = asset.text("hosted_on");
    event.discoveredVia = asset.text("discovered_via");
    const Fields group = asset.object("belongs_to_asset_group");
    event.group = { group.text("uuid"), group.text("name") };
    addLink(event, portalKind, asset.text("portal_url"));
    addLink(event, Link::Kind::CloudConsole, asset.text("cloud_console_url"));
    addLink(event, Link::Kind::AssetAddress, asset.text("url"));
}

/// A mobile family has no asset groups: the app plays both parts (spec/events.md).
void readMobileApp(const Fields &data, Event &event)
{
    const Fields app = data.object("mobile_app");
    event.asset = { data.text("mobile_app_id"), app.text("name") };
    if (event.asset.id.isEmpty())
        event.asset.id = app.text("bundle_id");
    event.assetType = app.text("platform");
    event.group = event.asset;
}

/// The level comes from the first word that is on a scale; the word shown is the first there is.
void readSeverity(const Fields &data, Event &event)
{
    bool ranked = false;
    for (const std::string_view key : { "relevance", "severity", "priority" }) {
        const QString word = data.text(key);
        if (word.isEmpty())
            continue;
        if (event.severityWord.isEmpty())
            event.severityWord = word;
        const std::optional<Severity> level = severityFromWord(word);
        if (level && !ranked) {
            event.severity = *level;
            ranked = true;
        }
    }
    if (!ranked && !event.severityWord.isEmpty())
        event.severity = Severity::Unknown;
}

void readStatus(const Fields &data, QLatin1String implied, Event &event)
{
    event.statusWord = data.firstText({ "policy_violation_status", "current_status" });
    if (event.statusWord.isEmpty()
        && (event.family == Family::MobileFinding || event.family == Family::Asset))
        event.statusWord = data.firstText({ "status", "status_group" });
    if (event.statusWord.isEmpty())
        event.statusWord = QString(implied);
    event.status = statusFromWord(event.statusWord);
}

/// What happened, from the name of the type, and to whom: "User login failed: a@b.example".
QString deed(const Event &event, const QString &whom)
{
    const qsizetype split = event.type.indexOf(QLatin1String("__"));
    const QString what = split > 0 ? phraseOfWord(event.type.sliced(split + 2)) : QString();
    if (what.isEmpty() || whom.isEmpty())
        return whom;
    return what + QLatin1String(": ") + whom;
}

QString summary(const Fields &data, const Event &event)
{
    switch (event.family) {
    case Family::PortalUser:
        return deed(event, event.subjectId);
    case Family::Asset:
        return deed(event, event.asset.name);
    case Family::FindingNote:
        return deed(event, firstSentence(data.text("text")));
    case Family::Protection:
        return phraseOfWord(data.text("event_type"));
    default:
        return data.firstText({ "name", "event_type" });
    }
}

void readTitle(const Fields &data, Event &event)
{
    event.title = firstSentence(data.text("title"));
    if (event.title.isEmpty() && event.family != Family::FindingNote)
        event.title = firstSentence(event.description);
    if (event.title.isEmpty())
        event.title = summary(data, event);
    for (const QString &instead :
         { event.policy.name, event.asset.name, event.subjectId, event.type }) {
        if (!event.title.isEmpty())
            break;
        event.title = instead;
    }
    if (event.title.isEmpty())
        event.title = QStringLiteral("Event without a type");
}

void readData(const Fields &data, QLatin1String impliedStatus, Event &event)
{
    const bool isAsset = event.family == Family::Asset;
    const bool isUser = event.family == Family::PortalUser;

    // An asset event is its asset, or holds it under one of the likely names.
    Fields asset = data.object("affected_asset");
    for (const std::string_view key : { "asset", "network_service" }) {
        if (!asset.valid())
            asset = data.object(key);
    }
    if (isAsset && !asset.valid())
        asset = data;
    if (asset.valid())
        readAsset(asset, isAsset ? Link::Kind::Subject : Link::Kind::Asset, event);
    else if (!isUser)
        readMobileApp(data, event);

    event.subjectId = isUser ? data.firstText({ "user_login_email", "id", "uuid" })
                             : data.firstText({ "uuid", "id", "user_login_email" });
    if (event.subjectId.isEmpty() && isAsset)
        event.subjectId = event.asset.id;
    event.findingId = data.text("security_finding_id");
    event.policy = { data.text("policy_uuid"), data.text("policy_name") };
    event.ruleTypeId = data.firstText({ "violated_policy_rule_type_uuid", "issue_type_id" });
    event.description = data.firstText({ "description", "text", "details" });
    event.recommendation = data.text("recommendation");
    event.additionalInformation = data.text("additional_information");
    event.exceptionExplanation = data.text("exception_explanation");
    event.created = timeFromText(data.text("date_created"));
    event.exceptionCreated = timeFromText(data.text("exception_date_created"));
    event.actor = data.firstText({ "created_by", "updated_by", "deleted_by", "author_email" });
    if (event.actor.isEmpty() && isUser)
        event.actor = event.subjectId;
    if (isUser)
        event.role = data.text("role");
    event.address = data.firstText({ "ip_address", "source_ip_address" });

    if (!isAsset || asset.text("portal_url").isEmpty()) {
        const QString url = data.text("portal_url");
        if (!url.isEmpty())
            event.links.prepend({ Link::Kind::Subject, url });
    }
    addLink(event, Link::Kind::Policy, data.text("policy_portal_url"));

    readSeverity(data, event);
    readStatus(data, impliedStatus, event);
    readTitle(data, event);
}

} // namespace

QString scalarText(dom::element value)
{
    switch (value.type()) {
    case dom::element_type::STRING: {
        const std::string_view text = value.get_string().value_unsafe();
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    }
    case dom::element_type::INT64:
        return QString::number(value.get_int64().value_unsafe());
    case dom::element_type::UINT64:
        return QString::number(value.get_uint64().value_unsafe());
    case dom::element_type::DOUBLE:
        return QString::number(value.get_double().value_unsafe(), 'g', 17);
    case dom::element_type::BOOL:
        return value.get_bool().value_unsafe() ? QStringLiteral("true") : QStringLiteral("false");
    default:
        return {};
    }
}

void readPayload(dom::element inner, Event &event)
{
    if (inner.is_string()) {
        // The vendor's check call: `event` is a plain string (spec/events.md, "check call").
        event.family = Family::ConnectionTest;
        event.description = scalarText(inner);
        event.title = firstSentence(event.description);
        if (event.title.isEmpty())
            event.title = QStringLiteral("Connection test");
        return;
    }
    const Fields envelope(inner);
    if (!envelope.valid()) {
        event.description = scalarText(inner);
        event.title = event.description.isEmpty() ? QStringLiteral("Event without content")
                                                  : firstSentence(event.description);
        return;
    }
    event.type = envelope.text("type");
    event.version = envelope.text("version");
    const EventType type = readEventType(event.type);
    event.product = type.product.toString();
    const Fields data = envelope.object("data");
    event.family = type.family == Family::Other ? familyOfShape(data) : type.family;
    readData(data, type.statusWord, event);
    if (event.type.isEmpty() && envelope.has("accepted_by_hand"))
        event.title = titleOfAccepted(envelope.text("refused_because"));
}

} // namespace models
