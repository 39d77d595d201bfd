// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/halfclosed.h"

#include "app/receiver/systemsocket.h"

namespace app {

HalfClosed::~HalfClosed()
{
    for (const Waiting &waiting : std::as_const(m_waiting))
        closeDescriptor(waiting.descriptor);
}

void HalfClosed::keep(const models::Ticket &request, qintptr descriptor, Clock::time_point deadline)
{
    if (m_waiting.size() >= most)
        return;
    const qintptr own = duplicateDescriptor(descriptor);
    if (own >= 0)
        m_waiting.insert(request.connection, { request.request, own, deadline });
}

bool HalfClosed::answer(const models::Ticket &request, const Answer &answer)
{
    const auto found = m_waiting.constFind(request.connection);
    if (found == m_waiting.cend() || found->request != request.request)
        return false;
    // An answer is far smaller than the system's buffer, which is empty.
    sendNow(found->descriptor, serialize(answer, false));
    closeDescriptor(found->descriptor);
    m_waiting.erase(found);
    return true;
}

void HalfClosed::expire(Clock::time_point now)
{
    m_waiting.removeIf([now](const QHash<quint64, Waiting>::iterator &waiting) {
        if (waiting->deadline > now)
            return false;
        closeDescriptor(waiting->descriptor);
        return true;
    });
}

} // namespace app
