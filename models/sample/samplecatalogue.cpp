// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sample/samplecatalogue.h"

#include "models/sample/samplewords.h"

#include <array>

namespace models {

namespace {

/// Picks one of a list.
template<typename List> const auto &oneOf(Random &random, const List &list)
{
    return list[random.below(quint32(std::size(list)))];
}

SampleId makeId(Random &random)
{
    return { random.bits(), random.bits() };
}

QByteArray text(const SampleId &id)
{
    LineWriter writer(36);
    writer << id;
    return writer.take();
}

constexpr std::array hostings { "UNKNOWN", "AMAZON_WEB_SERVICES", "GOOGLE_CLOUD_PLATFORM",
                                "MICROSOFT_AZURE", "ON_PREMISES" };
constexpr std::array discoveries { "WEBSITE_CRAWLER", "WEB_APPLICATION_SCANS",
                                   "AMAZON_WEB_SERVICES", "MANUAL_IMPORT",
                                   "MOBILE_APPLICATION_SCANS" };
constexpr std::array stages { "", "", "", "-staging", "-v2", "-eu", "-us", "-test" };
constexpr std::array policies { "Data Theorem",   "Payment zone",       "Public services",
                                "Cloud baseline", "Partner interfaces", "Privacy" };

} // namespace

SampleCatalogue::SampleCatalogue(Random random, Instant born, Instant until)
{
    makeRules(random);
    makeAssets(random, born, until);
    makeApps(random);
    makeUsers();
}

void SampleCatalogue::makeRules(Random &random)
{
    std::array<QByteArray, policies.size()> policyIds;
    for (QByteArray &id : policyIds)
        id = text(makeId(random));
    for (const samplewords::Problem &problem : samplewords::problems()) {
        for (const char *place : samplewords::places()) {
            // As in the confirmed sample, most line ends are the two characters backslash-n.
            const char *lineEnds = random.chance(4, 5) ? R"(\\n\\n)" : R"(\n\n)";
            const std::size_t policy = random.skewed(quint32(policies.size()));
            LineWriter front(512);
            front << R"("relevance": ")" << problem.relevance << R"(", "description": ")"
                  << problem.begin << " " << place << " " << problem.end << lineEnds << problem.why;
            LineWriter back(256);
            back << R"("recommendation": ")" << problem.advice << R"(", )";
            LineWriter rule(512);
            rule << R"("policy_name": ")" << policies[policy] << R"(", "policy_uuid": ")"
                 << policyIds[policy]
                 << R"(", "policy_portal_url": "https://www.securetheorem.com/api/policy/)"
                 << policyIds[policy] << R"(", "violated_policy_rule_uuid": ")" << makeId(random)
                 << R"(", "violated_policy_rule_type_uuid": ")" << makeId(random) << R"(", )";
            m_rules.push_back({ problem.product, front.take(), back.take(), rule.take() });
        }
    }
}

void SampleCatalogue::makeAssets(Random &random, Instant born, Instant until)
{
    const auto groups = samplewords::groups();
    std::vector<QByteArray> groupIds;
    std::vector<QByteArray> domains;
    for (const char *name : groups) {
        groupIds.push_back(text(makeId(random)));
        domains.push_back(QByteArray(name).toLower().replace(' ', '-').append(".example.com"));
    }
    const quint64 span = quint64(qMax<qint64>(1, (until - born).count()));
    m_assets.reserve(assetCount);
    for (quint32 i = 0; i < assetCount; ++i) {
        const std::size_t group = i < groups.size() ? i : random.skewed(quint32(groups.size()));
        const QByteArray uuid = text(makeId(random));
        LineWriter hostWriter(64);
        hostWriter << oneOf(random, samplewords::services()) << oneOf(random, stages);
        if (random.chance(2, 3))
            hostWriter << "-" << (qint64(1) + random.below(40));
        hostWriter << "." << domains[group];
        const QByteArray host = hostWriter.take();
        const char *hosted = oneOf(random, hostings);
        const bool api = random.chance(1, 3);
        const Instant found = born + std::chrono::milliseconds(qint64(random.bits() % span));
        LineWriter json(640);
        json << R"("uuid": ")" << uuid << R"(", "name": ")" << host
             << R"(", "portal_url": "https://www.securetheorem.com/api/inspect/assets/)" << uuid
             << R"(", "date_created": ")";
        json.moment(found, int(random.below(1000000)))
                << R"(", "discovered_via": ")" << oneOf(random, discoveries)
                << R"(", "url": "https://)" << host << R"(", "hosted_on": ")" << hosted
                << R"(", "type": ")" << (api ? "RESTFUL_API" : "NETWORK_SERVICE")
                << R"(", "belongs_to_asset_group": {"name": ")" << groups[group]
                << R"(", "uuid": ")" << groupIds[group] << R"("}, "cloud_console_url": )";
        if (QByteArrayView(hosted) == "AMAZON_WEB_SERVICES")
            json << R"("https://console.aws.amazon.com/ec2/home?region=eu-central-1#s=)"
                 << uuid.first(8) << R"(")";
        else
            json << "null";
        m_assets.push_back({ uuid, host, json.take() });
    }
}

void SampleCatalogue::makeApps(Random &random)
{
    for (const char *name : samplewords::appNames()) {
        const QByteArray bundle = QByteArray(name).toLower().replace(' ', '.');
        for (const char *platform : { "ANDROID", "IOS" }) {
            LineWriter id(20);
            id << qint64(5000000000000000 + qint64(random.bits() % 900000000000000ULL));
            LineWriter json(256);
            json << R"({"name": ")" << name << R"(", "bundle_id": "com.example.)" << bundle
                 << R"(", "platform": ")" << platform << R"(", "release_type": ")"
                 << (random.chance(3, 4) ? "APP_STORE" : "PRE_PROD") << R"(", "version": ")"
                 << (qint64(1) + random.below(9)) << "." << qint64(random.below(20)) << R"(.0"})";
            m_apps.push_back({ id.take(), json.take() });
        }
    }
}

void SampleCatalogue::makeUsers()
{
    for (const char *first : samplewords::firstNames()) {
        for (const char *last : samplewords::lastNames())
            m_users.push_back(QByteArray(first).append('.').append(last).append("@example.com"));
    }
}

} // namespace models
