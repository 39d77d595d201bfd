// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/portallinks.h"

#include "app/main/receivercontrol.h"
#include "models/ports/archive.h"
#include "views/detail/linkguard.h"

namespace app {

using models::Link;

PortalLinks::PortalLinks(models::Archive &archive, ReceiverControl &control,
                         models::UrlOpener &opener, QWidget &window)
    : m_archive(archive), m_control(control), m_guard(new views::LinkGuard(opener, &window))
{
    connect(&archive, &models::Archive::eventLoaded, this, &PortalLinks::take);
    connect(m_guard, &views::LinkGuard::allowRequested, this, &PortalLinks::allow);
}

void PortalLinks::open(const QString &url)
{
    m_guard->open(url, m_control.settings().links);
}

void PortalLinks::load(qint64 event, Link::Kind wanted)
{
    m_toOpen = event;
    m_wanted = wanted;
    m_archive.loadEvent(event);
}

// Answers to others come here, too: only what this one waits for is opened.
void PortalLinks::take(const models::StoredEvent &stored)
{
    if (stored.id != m_toOpen)
        return;
    m_toOpen = 0;
    const bool isAsset = stored.event.family == models::Family::Asset;
    for (const Link &link : stored.event.links) {
        if (link.kind == (isAsset ? Link::Kind::Subject : m_wanted))
            return open(link.url);
    }
    emit said(tr("This event carries no link to the portal."));
}

void PortalLinks::allow(const QString &host)
{
    models::LinkPolicy links = m_control.settings().links;
    if (!links.allowedHosts.contains(host))
        links.allowedHosts.append(host);
    m_control.setLinks(links);
}

} // namespace app
