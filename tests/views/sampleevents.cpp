// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleevents.h"

#include "models/domain/instant.h"

#include <array>

namespace {

struct Rule
{
    const char *title;
    const char *severity;
};

constexpr std::array rules {
    Rule { "Certificate expires soon", "IMPORTANT" },
    Rule { "Server accepts TLS 1.0 connections", "PROACTIVE" },
    Rule { "API operation without authentication", "URGENT" },
    Rule { "Storage bucket is readable by everyone", "URGENT" },
    Rule { "HTTP Strict Transport Security header is missing", "PROACTIVE" },
    Rule { "GraphQL introspection is enabled in production", "IMPORTANT" },
    Rule { "Personal data returned without authorization check by the customer search operation",
           "URGENT" },
    Rule { "Cross-origin policy allows any origin with credentials", "IMPORTANT" },
    Rule { "Server version is disclosed in error pages", "PROACTIVE" },
    Rule { "Domain points to a cloud service that no longer exists", "IMPORTANT" },
    Rule { "Debug endpoint reachable from the internet", "MEDIUM" },
    Rule { "Cookie without the Secure attribute", "LOW" },
};
constexpr std::array groups { "CA Business Unit",  "EU Payments",        "Marketplace Core",
                              "Identity Platform", "Data & Analytics",   "Retail Stores UK",
                              "Partner Gateway",   "Mobile Backend",     "Corporate Web",
                              "Logistics",         "Customer Care APIs", "Ads",
                              "Research Sandbox",  "Legacy Hosting" };
constexpr std::array assets { "gumtree.com.au",
                              "api.payments.example.com",
                              "customer-search.internal.marketplace.example.net",
                              "login.example.com",
                              "s3://analytics-exports-production",
                              "stores.example.co.uk",
                              "partner-gw-eu-west-1.example.io",
                              "m.example.com",
                              "www.example.com",
                              "tracking.logistics.example.org" };

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

} // namespace

models::TermId SampleEvents::term(const QString &text)
{
    if (text.isEmpty())
        return 0;
    const auto known = m_terms.constFind(text);
    if (known != m_terms.constEnd())
        return *known;
    const auto id = models::TermId(m_terms.size() + 1);
    m_terms.insert(text, id);
    m_fresh.push_back({ id, text.toUtf8() });
    return id;
}

models::EventRow SampleEvents::row(const Wanted &wanted, qint64 time)
{
    models::EventRow row;
    row.id = ++m_id;
    row.received = time;
    row.time = time;
    row.type = term(wanted.type);
    row.product = term(wanted.product);
    row.title = term(wanted.title);
    row.asset = term(wanted.asset);
    row.group = term(wanted.group);
    row.severityWord = term(wanted.severityWord);
    row.statusWord = term(wanted.statusWord);
    row.severity = models::severityFromWord(wanted.severityWord)
                           .value_or(wanted.severityWord.isEmpty() ? models::Severity::Unrated
                                                                   : models::Severity::Unknown);
    row.status = models::statusFromWord(wanted.statusWord);
    row.family = models::Family::PolicyViolation;
    return row;
}

models::EventBatch SampleEvents::take(std::vector<models::EventRow> rows)
{
    models::EventBatch batch;
    batch.terms = std::move(m_fresh);
    m_fresh.clear();
    batch.rows = std::move(rows);
    return batch;
}

models::EventBatch SampleEvents::realistic(int count)
{
    const qint64 end = models::now().time_since_epoch().count();
    std::vector<models::EventRow> rows;
    std::vector<models::Repeat> repeats;
    for (int i = 0; i < count; ++i) {
        const int kind = i * 7 % 20;
        const Rule &rule = rules[size_t(i * 5 % int(rules.size()))];
        Wanted wanted { .title = text(rule.title), .severityWord = text(rule.severity) };
        wanted.group = text(groups[size_t(i * i % 41 % int(groups.size()))]);
        wanted.asset = text(assets[size_t(i * 3 % int(assets.size()))]);
        if (kind < 5) {
            wanted.statusWord = QStringLiteral("RESOLVED");
            wanted.type = QStringLiteral("API_SECURE__POLICY_VIOLATION_RESOLVED");
        } else if (kind == 5) {
            wanted.statusWord = QStringLiteral("WONT_FIX");
            wanted.type = QStringLiteral("API_SECURE__POLICY_VIOLATION_WONT_FIX");
        } else if (kind < 9) {
            wanted = { QStringLiteral("Hardcoded secret found in application code"),
                       QStringLiteral("HIGH"),
                       QStringLiteral("NEW"),
                       QStringLiteral("Sample App"),
                       QStringLiteral("sample.bundle.id"),
                       QStringLiteral("MOBILE_SECURE"),
                       QStringLiteral("MOBILE_SECURE__FINDING_TARGET_CREATED") };
        } else if (kind == 9) {
            wanted = { QStringLiteral("someone@datatheorem.io failed to sign in"),
                       {},
                       {},
                       {},
                       {},
                       QStringLiteral("MOBILE_SECURE"),
                       QStringLiteral("MOBILE_SECURE__USER_LOGIN_FAILED") };
        } else if (kind == 10) {
            wanted.title = QStringLiteral("New network service ") + wanted.asset;
            wanted.severityWord.clear();
            wanted.statusWord.clear();
            wanted.type = QStringLiteral("API_SECURE__NETWORK_SERVICE_DISCOVERED");
        } else if (kind == 11) {
            wanted = { QStringLiteral("Unusual request rate from one device"),
                       QStringLiteral("ELEVATED"),
                       QStringLiteral("UNDER_REVIEW"),
                       QStringLiteral("Sample App"),
                       QStringLiteral("sample.bundle.id"),
                       QStringLiteral("MOBILE_PROTECT"),
                       QStringLiteral("MOBILE_PROTECT__EVENT_DETECTED") };
        }
        const qint64 age = qint64(count - i) * 11 * 60 * 1000 + qint64(i % 13) * 37 * 1000;
        rows.push_back(row(wanted, end - age));
        if (kind == 14) {
            repeats.push_back({ qint64(repeats.size()) + 1, m_id, end - age + 5000 });
            repeats.push_back({ qint64(repeats.size()) + 1, m_id, end - age + 9000 });
        }
    }
    models::EventBatch batch = take(std::move(rows));
    batch.repeats = std::move(repeats);
    return batch;
}

models::EventBatch SampleEvents::one(const Wanted &wanted)
{
    return take({ row(wanted, models::now().time_since_epoch().count()) });
}

models::EventBatch SampleEvents::arriving(int count, int urgent)
{
    std::vector<models::EventRow> rows;
    for (int i = 0; i < count; ++i) {
        Wanted wanted { .title = QStringLiteral("Certificate expires soon") };
        wanted.severityWord = i < urgent ? QStringLiteral("URGENT") : QStringLiteral("PROACTIVE");
        rows.push_back(row(wanted, models::now().time_since_epoch().count()));
    }
    return take(std::move(rows));
}

models::EventBatch SampleEvents::manyAssets(int count)
{
    constexpr std::array hosts { "AMAZON_WEB_SERVICES", "UNKNOWN", "AZURE", "" };
    constexpr std::array ways { "WEBSITE_CRAWLER", "MANUAL_IMPORT", "WEB_APPLICATION_SCANS" };
    std::vector<models::EventRow> rows;
    const qint64 end = models::now().time_since_epoch().count();
    for (int i = 0; i < count; ++i) {
        Wanted wanted { .title = text(rules[size_t(i % int(rules.size()))].title) };
        wanted.asset = i % 40 == 7
                ? QStringLiteral("orders-%1.internal.marketplace.eu-west-1.example.net").arg(i)
                : QStringLiteral("host %1.example.org").arg(i);
        wanted.statusWord = i % 3 == 0 ? QStringLiteral("OPEN") : QStringLiteral("RESOLVED");
        models::EventRow made = row(wanted, end - count + i);
        made.policy = term(i % 5 == 0 ? QString() : QStringLiteral("Policy %1").arg(i % 90));
        made.hostedOn = term(text(hosts[size_t(i % 4)]));
        made.discoveredVia = term(text(ways[size_t(i % 3)]));
        made.family = models::Family(i % models::familyCount);
        rows.push_back(made);
    }
    return take(std::move(rows));
}
