// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/safeurl.h"
#include "models/domain/storedevent.h"
#include "models/index/valuegesture.h"

#include <QList>
#include <QString>

namespace views {

/// A named value of an event, ready to be shown as plain text.
struct Fact
{
    QString label;
    QString value;
    models::ValueRef ref = {}; ///< what can be filtered by; without a field only copied
    bool operator==(const Fact &) const = default;
};

/// A value of an event as the filter knows it; `raw` as it came. Pure.
models::ValueRef refOf(models::Field field, const QString &raw);
/// Severity and status as the filter's stable words; they copy as the vendor's words.
models::ValueRef severityRef(const models::Event &event);
models::ValueRef statusRef(const models::Event &event);

/// What an event says beside its long texts, in reading order; facts without a value are left
/// out, values hold no control characters. Pure; GUI thread (translated).
QList<Fact> facts(const models::StoredEvent &stored);

/// What a link leads to: "Violation", "Asset", "Policy", "Cloud console", "Asset address"; the
/// subject's own link is named by its family.
QString linkLabel(models::Link::Kind kind, models::Family family);

/// The link that "Open in portal" follows: the subject's, else the asset's, else the policy's;
/// empty where there is none. Other people's hosts (cloud console, asset address) are no portal.
QString portalLink(const models::Event &event);

/// The severity as the badge shows it: the vendor's word, else the level; empty: not rated.
QString severityBadge(const models::Event &event);
/// The status as the badge shows it; empty: the event carries none.
QString statusBadge(const models::Event &event);

/// The longest text that one section shows, in UTF-16 units.
inline constexpr qsizetype longestSection = 16000;
/// A long text for a section: line ends as spec/events.md says, bounded by longestSection with a
/// sentence that says how much more there is.
QString sectionText(const QString &text);

} // namespace views
