// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/family.h"
#include "models/domain/instant.h"
#include "models/domain/severity.h"
#include "models/domain/status.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace models {

/// A named thing the portal knows by an id; either part may be empty.
struct Reference
{
    QString id;
    QString name;
    bool operator==(const Reference &) const = default;
};

/// An address found in an event. Untrusted text: only SafeUrl makes something openable of it.
struct Link
{
    enum class Kind : quint8 { Subject, Asset, Policy, CloudConsole, AssetAddress };
    Kind kind = Kind::Subject;
    QString url;
    bool operator==(const Link &) const = default;
};

/// One event as the program understands it: an immutable value, made by decodeBody().
/// Every text is what the portal sent, never HTML, never cleaned; empty where the portal sent
/// nothing or null. Fields by family: spec/events.md.
struct Event
{
    Family family = Family::Other;
    QString type; ///< raw event type; empty for a connection test and a shapeless event
    QString product; ///< the type's prefix ("API_SECURE"); empty where there is none
    QString version; ///< the envelope's version as text
    QString subjectId; ///< id of what the event is about, always as text
    QString title; ///< never empty: `title`, else the first sentence, else a summary

    Severity severity = Severity::Unrated;
    QString severityWord; ///< the vendor's word, raw
    Status status = Status::None;
    QString statusWord; ///< the vendor's word, raw; derived from the type's verb where absent

    Reference asset; ///< affected asset, or the mobile app
    QString assetType;
    QString hostedOn;
    QString discoveredVia;
    Reference group; ///< asset group, or the mobile app where the family has no groups
    Reference policy;
    QString ruleTypeId; ///< stable per kind of problem
    QString findingId; ///< the finding a note or target belongs to

    QString description;
    QString recommendation;
    QString additionalInformation;
    QString exceptionExplanation;
    QString actor; ///< who acted: creator, deleter, author, the user of a sign-in
    QString role; ///< of a user of the portal, raw
    QString address; ///< network address of the actor or attacker, as sent
    QString host; ///< the envelope's host

    std::optional<Instant> created; ///< when the subject was opened or made
    std::optional<Instant> exceptionCreated;
    std::optional<Instant> time; ///< the envelope's time; nothing where missing or a placeholder
    QList<Link> links;

    QByteArray body; ///< the event object byte for byte as it came
};

} // namespace models
