// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sample/linewriter.h"
#include "models/sample/random.h"

#include <vector>

namespace models {

/// A kind of violation: its texts are the same wherever it occurs.
struct SampleRule
{
    QByteArray product; ///< "API_SECURE"
    QByteArray front; ///< JSON from `relevance` into the open string of `description`
    QByteArray back; ///< JSON of `recommendation` and its comma
    QByteArray policy; ///< JSON of policy and rule ids
};

/// A network service.
struct SampleAsset
{
    QByteArray uuid;
    QByteArray host;
    QByteArray json; ///< the members of the asset object, without braces
};

/// A mobile app with its findings' common parts.
struct SampleApp
{
    QByteArray id; ///< 16 digits
    QByteArray json; ///< the app object
};

/// The world the sample events are about: 300 rules, 60 asset groups, 5,000 assets (large
/// groups and small ones), 40 apps, 240 users. Depends on nothing but the seed.
class SampleCatalogue final
{
public:
    static constexpr quint32 assetCount = 5000;

    /// `born` is when the oldest asset was found, `until` the newest.
    SampleCatalogue(Random random, Instant born, Instant until);

    const std::vector<SampleRule> &rules() const { return m_rules; }
    const std::vector<SampleAsset> &assets() const { return m_assets; }
    const std::vector<SampleApp> &apps() const { return m_apps; }
    const std::vector<QByteArray> &users() const { return m_users; } ///< addresses

private:
    void makeRules(Random &random);
    void makeAssets(Random &random, Instant born, Instant until);
    void makeApps(Random &random);
    void makeUsers();

    std::vector<SampleRule> m_rules;
    std::vector<SampleAsset> m_assets;
    std::vector<SampleApp> m_apps;
    std::vector<QByteArray> m_users;
};

} // namespace models
