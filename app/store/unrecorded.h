// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/commitqueue.h"

#include <vector>

namespace app {

/// What a failed commit should have put on record, kept until one succeeds: refusals, and the
/// deliveries that were answered with the failure (without their bodies: the sender still has
/// those). Bounded; what is alike is folded into one with a count. Not thread-safe.
class Unrecorded final
{
public:
    /// Keeps all of `work`; `reason` is what its deliveries were answered with.
    void keep(CommitWork work, const QString &reason);

    /// Hands over what is kept, oldest first.
    std::vector<models::Refusal> take();
    bool isEmpty() const { return m_refusals.empty(); }

private:
    void keep(models::Refusal refusal);

    std::vector<models::Refusal> m_refusals;
};

} // namespace app
