// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/index/eventrow.h"

#include <QByteArrayView>

#include <optional>

namespace models {

/// What an event says happened to a user of the portal.
enum class AccessKind : quint8 { Other, Created, Deleted, Updated, SignedIn, SignInFailed };

/// Reads it from the name of the event's type, "MOBILE_SECURE__USER_LOGIN_FAILED".
AccessKind accessKindFromType(QByteArrayView type);

/// One event of a user.
struct AccessMoment
{
    qint64 event = 0; ///< id
    Instant time;
    AccessKind kind = AccessKind::Other;
    TermId detail = 0; ///< address of a sign-in, else role
    TermId actor = 0;
    bool operator==(const AccessMoment &) const = default;
};

/// A user of the portal as the events leave them. A value.
struct PortalUser
{
    enum class Standing : quint8 {
        Unknown, ///< only sign-ins were seen, or something that nobody knows
        There, ///< made or changed, and not deleted since
        Deleted,
    };
    /// So many failures in a row, each within `pause` of the one before, then a success within it,
    /// are worth a look.
    static constexpr int manyFailures = 5;
    static constexpr std::chrono::hours pause { 1 };

    TermId login = 0;
    Standing standing = Standing::Unknown;
    TermId role = 0; ///< newest that was told
    std::optional<Instant> created;
    TermId createdBy = 0;
    std::optional<Instant> deleted; ///< the last time
    TermId deletedBy = 0;
    std::optional<Instant> changed; ///< the last time
    TermId changedBy = 0;
    int timesChanged = 0;
    int signIns = 0;
    int failures = 0;
    std::optional<Instant> lastSignIn;
    TermId lastSignInFrom = 0; ///< address
    std::optional<Instant> lastFailure;
    TermId lastFailureFrom = 0;
    /// Mark: a success after many failures; the last one, how many there were before it, and how
    /// often that happened.
    std::optional<Instant> guessed;
    int failuresBefore = 0;
    int timesGuessed = 0;
    /// Mark: since when a manager; nothing where not (any more).
    std::optional<Instant> managerSince;
    TermId managerBy = 0; ///< who made one of them
    Instant firstSeen;
    Instant lastSeen;
    qint64 newestEvent = 0;
    int events = 0;
    int row = 0; ///< failures in a row up to now
    bool operator==(const PortalUser &) const = default;

    /// Takes the next event in the order of the feed. `isManager`: its detail is the word of that
    /// role.
    void step(const AccessMoment &moment, bool isManager);

private:
    void takeRole(const AccessMoment &moment, bool isManager);
    void takeSignIn(const AccessMoment &moment);
    void takeFailure(const AccessMoment &moment);
};

} // namespace models
