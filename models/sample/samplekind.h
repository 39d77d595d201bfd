// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace models {

/// The kinds of sample events. Violation lets chance decide what happens to which violation.
enum class SampleKind : quint8 {
    Violation,
    ViolationOpened,
    ViolationResolved,
    ViolationWontFix,
    FindingCreated,
    FindingFixed,
    FindingRiskAccepted,
    FindingControl,
    NoteCreated,
    NoteDeleted,
    Service,
    UserCreated,
    UserUpdated,
    UserDeleted,
    SignIn,
    SignInFailed,
    MobileProtect,
    ApiProtect,
    Unknown,
    CheckCall,
};

} // namespace models
