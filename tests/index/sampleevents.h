// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventrow.h"

#include <QHash>
#include <QRandomGenerator>
#include <QString>

namespace tests {

/// Makes rows with the store's rules for terms: each text gets a number when it first occurs.
class SampleEvents final
{
public:
    explicit SampleEvents(quint32 seed = 1) : m_random(seed) { }

    models::TermId term(const QString &text)
    {
        if (text.isEmpty())
            return 0;
        const auto found = m_numbers.constFind(text);
        if (found != m_numbers.constEnd())
            return *found;
        const auto number = static_cast<models::TermId>(m_numbers.size() + 1);
        m_numbers.insert(text, number);
        m_new.push_back({ number, text.toUtf8() });
        return number;
    }
    /// Terms made since the last call: what the next batch has to carry.
    std::vector<models::Term> takeTerms() { return std::exchange(m_new, {}); }

    /// Any row, with few different values so that filters hit.
    models::EventRow any(qint64 id)
    {
        models::EventRow row;
        row.id = id;
        row.received = 1'700'000'000'000 + id * 1000;
        row.time = row.received - below(4) * 86'400'000LL - below(1000);
        row.type = term(pick({ "API_SECURE__POLICY_VIOLATION_OPENED", "MOBILE_SECURE__USER_CREATED",
                               "API_SECURE__NETWORK_SERVICE_DISCOVERED", "odd", "" }));
        row.product = term(pick({ "API_SECURE", "MOBILE_SECURE", "API_PROTECT", "" }));
        row.title = term(pick({ "Certificate expires", "certificate Éxpired", "Weak cipher",
                                "Größe überschritten", "=1+1", "", "a \"quoted\" title" })
                         + (below(5) == 0 ? QString::number(below(40)) : QString()));
        row.text = term(pick({ "Deploy a new certificate", "Nothing to do", "" }));
        row.asset = term(pick({ "gumtree.com.au", "EXAMPLE.org", "shop" })
                         + QString::number(below(30)));
        row.group = term(pick({ "CA Business Unit", "EU", "eu*", "", "Ünits, (all)" }));
        row.policy = term(pick({ "TLS", "Auth", "" }));
        row.subject = term(QString::number(below(100), 16));
        row.severityWord = term(pick({ "URGENT", "HIGH", "P4", "STRANGE", "" }));
        row.statusWord = term(pick({ "OPEN", "WONT_FIX", "RESOLVED", "" }));
        row.assetType = term(pick({ "NETWORK_SERVICE", "RESTFUL_API", "" }));
        row.hostedOn = term(pick({ "UNKNOWN", "AMAZON", "" }));
        row.discoveredVia = term(pick({ "WEBSITE_CRAWLER", "" }));
        row.actor = term(pick({ "alice@example.org", "Bob", "" }));
        row.family = static_cast<models::Family>(below(models::familyCount));
        row.severity = static_cast<models::Severity>(below(models::severityCount));
        row.status = static_cast<models::Status>(below(models::statusCount));
        return row;
    }

    quint32 below(quint32 bound) { return m_random.bounded(bound); }
    QString pick(std::initializer_list<const char *> texts)
    {
        return QString::fromUtf8(texts.begin()[below(static_cast<quint32>(texts.size()))]);
    }

private:
    QRandomGenerator m_random;
    QHash<QString, models::TermId> m_numbers;
    std::vector<models::Term> m_new;
};

} // namespace tests
