// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/portaluser.h"

namespace models {

AccessKind accessKindFromType(QByteArrayView type)
{
    constexpr QByteArrayView subject("__USER_");
    const qsizetype at = type.indexOf(subject);
    if (at < 0)
        return AccessKind::Other;
    const QByteArrayView verb = type.sliced(at + subject.size());
    if (verb == QByteArrayView("CREATED"))
        return AccessKind::Created;
    if (verb == QByteArrayView("DELETED"))
        return AccessKind::Deleted;
    if (verb == QByteArrayView("UPDATED"))
        return AccessKind::Updated;
    if (verb == QByteArrayView("LOGIN_SUCCESSFUL"))
        return AccessKind::SignedIn;
    if (verb == QByteArrayView("LOGIN_FAILED"))
        return AccessKind::SignInFailed;
    return AccessKind::Other;
}

void PortalUser::step(const AccessMoment &moment, bool isManager)
{
    if (events++ == 0)
        firstSeen = moment.time;
    lastSeen = moment.time;
    newestEvent = moment.event;
    switch (moment.kind) {
    case AccessKind::Created:
        created = moment.time;
        createdBy = moment.actor;
        takeRole(moment, isManager);
        break;
    case AccessKind::Updated:
        changed = moment.time;
        changedBy = moment.actor;
        ++timesChanged;
        takeRole(moment, isManager);
        break;
    case AccessKind::Deleted:
        deleted = moment.time;
        deletedBy = moment.actor;
        standing = Standing::Deleted;
        managerSince.reset();
        managerBy = 0;
        break;
    case AccessKind::SignedIn:
        takeSignIn(moment);
        break;
    case AccessKind::SignInFailed:
        takeFailure(moment);
        break;
    case AccessKind::Other:
        break;
    }
}

void PortalUser::takeRole(const AccessMoment &moment, bool isManager)
{
    standing = Standing::There;
    if (moment.detail == 0)
        return; // it says nothing of the role
    role = moment.detail;
    if (!isManager) {
        managerSince.reset();
        managerBy = 0;
    } else if (!managerSince) {
        managerSince = moment.time;
        managerBy = moment.actor;
    }
}

void PortalUser::takeSignIn(const AccessMoment &moment)
{
    ++signIns;
    if (row >= manyFailures && moment.time - *lastFailure <= pause) {
        guessed = moment.time;
        failuresBefore = row;
        ++timesGuessed;
    }
    row = 0;
    lastSignIn = moment.time;
    lastSignInFrom = moment.detail;
}

void PortalUser::takeFailure(const AccessMoment &moment)
{
    ++failures;
    const bool goesOn = row > 0 && moment.time - *lastFailure <= pause;
    row = goesOn ? row + 1 : 1;
    lastFailure = moment.time;
    lastFailureFrom = moment.detail;
}

} // namespace models
