// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/desktop/desktopurlopener.h"

#include <QCoreApplication>
#include <QDesktopServices>

namespace views {

models::Result<models::Done> DesktopUrlOpener::open(const models::SafeUrl &url)
{
    if (url.verdict() == models::SafeUrl::Verdict::Refused || !url.url().isValid())
        return models::Failure {
            QCoreApplication::translate(
                    "DesktopUrlOpener",
                    "The address was not opened: %1 Copy the link to look at it.")
                    .arg(url.reason())
        };
    if (!QDesktopServices::openUrl(url.url()))
        return models::Failure { QCoreApplication::translate(
                "DesktopUrlOpener",
                "The system has no browser to open the address with. Copy the link instead, or "
                "choose a default browser in the system's settings.") };
    return models::Done {};
}

} // namespace views
