// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/payloadpaths.h"

#include "models/domain/payload.h"
#include "models/domain/payloadpath.h"

#include <algorithm>

namespace models {

namespace {

namespace dom = simdjson::dom;

QString escapedName(std::string_view key)
{
    QString name = QString::fromUtf8(key.data(), qsizetype(key.size()));
    name.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    name.replace(QLatin1Char('.'), QLatin1String("\\."));
    return name;
}

class PathCollector final
{
public:
    explicit PathCollector(qsizetype most) : m_most(most) { }

    void collect(dom::element at, const QString &path, int depth)
    {
        if (depth > int(PayloadPath::deepest) || full())
            return;
        dom::object members;
        dom::array elements;
        if (at.get(members) == simdjson::SUCCESS) {
            for (const dom::key_value_pair member : members) {
                const QString name = escapedName(member.key);
                if (!name.isEmpty())
                    collect(member.value,
                            path.isEmpty() ? name : QString(path + QLatin1Char('.') + name),
                            depth + 1);
            }
        } else if (at.get(elements) == simdjson::SUCCESS) {
            int taken = 0;
            for (const dom::element one : elements) {
                if (++taken > 20) // the others are most likely alike
                    break;
                collect(one, path, depth + 1);
            }
        } else if (!path.isEmpty()) {
            add(path, scalarText(at));
        }
    }
    std::vector<SeenPath> take() { return std::move(m_seen); }

private:
    bool full() const { return qsizetype(m_seen.size()) >= m_most; }
    void add(const QString &path, const QString &value)
    {
        constexpr qsizetype longestValue = 60;
        const auto parsed = PayloadPath::from(path);
        if (!parsed)
            return;
        auto known = std::find_if(m_seen.begin(), m_seen.end(), [&](const SeenPath &seen) {
            return seen.path == parsed->text();
        });
        if (known == m_seen.end()) {
            m_seen.push_back({ parsed->text(), {} });
            known = std::prev(m_seen.end());
        }
        if (!value.isEmpty() && value.size() <= longestValue && !known->values.contains(value))
            known->values.append(value);
    }

    qsizetype m_most;
    std::vector<SeenPath> m_seen;
};

} // namespace

std::vector<SeenPath> pathsIn(QByteArrayView body, qsizetype most)
{
    PathCollector collector(most);
    dom::element root;
    if (parseJson(body, 64, root) == simdjson::SUCCESS)
        collector.collect(root, {}, 0);
    return collector.take();
}

QStringList usualPaths()
{
    QStringList paths;
    for (const char *name : { "additional_information",
                              "affected_asset.belongs_to_asset_group.name",
                              "affected_asset.belongs_to_asset_group.uuid",
                              "affected_asset.cloud_console_url",
                              "affected_asset.date_created",
                              "affected_asset.discovered_via",
                              "affected_asset.hosted_on",
                              "affected_asset.name",
                              "affected_asset.portal_url",
                              "affected_asset.type",
                              "affected_asset.url",
                              "affected_asset.uuid",
                              "date_created",
                              "description",
                              "exception_date_created",
                              "exception_explanation",
                              "policy_name",
                              "policy_portal_url",
                              "policy_uuid",
                              "policy_violation_status",
                              "portal_url",
                              "recommendation",
                              "relevance",
                              "created_by",
                              "ip_address",
                              "user_login_email",
                              "uuid",
                              "violated_policy_rule_type_uuid",
                              "violated_policy_rule_uuid" })
        paths.append(QLatin1String("data.") + QLatin1String(name));
    return paths;
}

} // namespace models
