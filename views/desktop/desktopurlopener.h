// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/urlopener.h"

namespace views {

/// Opens addresses with the system's browser through QDesktopServices. GUI thread.
class DesktopUrlOpener final : public models::UrlOpener
{
public:
    /// Fails with words when the verdict is Refused or the system has no browser to start.
    models::Result<models::Done> open(const models::SafeUrl &url) override;
};

} // namespace views
