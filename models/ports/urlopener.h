// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/safeurl.h"

namespace models {

/// Hands an address to the system's browser. GUI thread.
class UrlOpener
{
public:
    virtual ~UrlOpener() = default;

    /// Opens exactly url.url(). Fails with words when the verdict is Refused or the system has
    /// no way to open it.
    virtual Result<Done> open(const SafeUrl &url) = 0;
};

} // namespace models
