// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storebodies.h"

#include <algorithm>

namespace {

const char *const vocabulary[] = {
    "server",     "certificate", "attacker",   "network", "client",   "application", "request",
    "response",   "token",       "storage",    "bucket",  "public",   "access",      "policy",
    "encryption", "outdated",    "library",    "version", "header",   "endpoint",    "database",
    "sensitive",  "data",        "user",       "exposed", "internet", "configured",  "without",
    "validation", "allows",      "permission", "role",    "function", "cloud",       "account",
    "domain",     "record",      "protocol",   "legacy",  "session",  "cookie",      "script",
    "injection",  "parameter",   "secret",     "key",     "the",      "of",          "and",
    "with",       "to",          "is",         "that",    "an",       "in",          "by",
};

} // namespace

StoreBodies::StoreBodies(quint64 seed) : m_random(seed)
{
    const char *const levels[] = { "URGENT", "IMPORTANT", "PROACTIVE" };
    for (int i = 0; i < 300; ++i)
        m_rules.append({ uuid(), words(55), words(14), levels[below(3)] });
    for (int i = 0; i < 60; ++i) {
        m_groups.append("Business unit " + words(2));
        m_groupIds.append(uuid());
    }
    for (int i = 0; i < 5000; ++i)
        m_assets.append(
                { uuid(), "host-" + QByteArray::number(i) + ".example.com", int(below(60)) });
}

QByteArray StoreBodies::uuid()
{
    QByteArray bytes(16, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(below(256));
    QByteArray hex = bytes.toHex();
    for (const int at : { 8, 13, 18, 23 })
        hex.insert(at, '-');
    return hex;
}

QByteArray StoreBodies::words(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            text += ' ';
        text += vocabulary[below(qint64(std::size(vocabulary)))];
    }
    return text;
}

QByteArray StoreBodies::date()
{
    return QByteArray("20") + QByteArray::number(25 + below(2)) + '-'
            + QByteArray::number(10 + below(3)) + '-' + QByteArray::number(10 + below(18)) + 'T'
            + QByteArray::number(10 + below(10)) + ':' + QByteArray::number(10 + below(50)) + ':'
            + QByteArray::number(10 + below(50)) + '.' + QByteArray::number(100000 + below(900000))
            + "+00:00";
}

QByteArray StoreBodies::next()
{
    const Rule &rule = m_rules.at(below(300));
    const Asset &asset = m_assets.at(below(5000));
    const bool resolved = m_subjects.size() > 100 && below(3) == 0;
    const QByteArray subject = resolved ? m_subjects.takeAt(below(m_subjects.size())) : uuid();
    if (!resolved && m_subjects.size() < 2000)
        m_subjects.append(subject);
    const QByteArray description =
            below(5) == 0 ? rule.description.left(200) + ' ' + words(30) : rule.description;
    const QByteArray host = "https://www.securetheorem.com/api/";
    const QByteArray policy = m_rules.at(below(10)).type;
    return "{\"event\": {\"type\": \"API_SECURE__POLICY_VIOLATION_"
            + QByteArray(resolved ? "RESOLVED" : "OPENED") + "\", \"data\": {\"uuid\": \"" + subject
            + "\", \"affected_asset\": {\"uuid\": \"" + asset.id + "\", \"name\": \"" + asset.name
            + "\", \"portal_url\": \"" + host + "network-services/" + asset.id
            + "\", \"date_created\": \"" + date()
            + "\", \"discovered_via\": \"WEBSITE_CRAWLER\", \"url\": \"https://" + asset.name
            + "\", \"hosted_on\": \"UNKNOWN\", \"type\": \"NETWORK_SERVICE\", "
              "\"belongs_to_asset_group\": {\"name\": \""
            + m_groups.at(asset.group) + "\", \"uuid\": \"" + m_groupIds.at(asset.group)
            + "\"}, \"cloud_console_url\": null}, \"policy_violation_status\": \""
            + QByteArray(resolved ? "RESOLVED" : "OPEN") + "\", \"date_created\": \"" + date()
            + "\", \"relevance\": \"" + rule.relevance + "\", \"description\": \"" + description
            + "\", \"recommendation\": \"" + rule.recommendation
            + "\", \"additional_information\": null, \"portal_url\": \"" + host
            + "inspect/policy-violations/" + subject
            + "\", \"policy_name\": \"Data Theorem\", \"policy_uuid\": \"" + policy
            + "\", \"policy_portal_url\": \"" + host + "policy/" + policy
            + "\", \"violated_policy_rule_uuid\": \"" + rule.type
            + "\", \"violated_policy_rule_type_uuid\": \"" + rule.type
            + "\", \"exception_explanation\": null, \"exception_date_created\": null}, "
              "\"version\": 1}, \"time\": "
            + QByteArray::number(1732000000 + below(60000000))
            + ", \"host\": \"securetheorem.com\"}";
}

models::Delivery StoreBodies::nextDelivery()
{
    return storeDelivery(next(), ++m_count);
}

models::Delivery storeDelivery(const QByteArray &body, quint64 number)
{
    models::Delivery delivery;
    delivery.ticket = { 1, number };
    delivery.received = models::now();
    delivery.peer = QStringLiteral("127.0.0.1");
    delivery.path = QStringLiteral("/webhook");
    delivery.head = "POST /webhook HTTP/1.1\r\nHost: events.example.com\r\n"
                    "User-Agent: python-requests/2.31.0\r\nAccept-Encoding: gzip, deflate\r\n"
                    "Accept: */*\r\nConnection: keep-alive\r\nAuthorization: Bearer …\r\n"
                    "Content-Length: "
            + QByteArray::number(body.size()) + "\r\nContent-Type: application/json\r\n\r\n";
    delivery.began = std::chrono::steady_clock::now();
    delivery.decoded = models::decodeBody(body);
    return delivery;
}
