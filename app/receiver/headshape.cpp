// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/headshape.h"

#include "app/shared/wipe.h"

namespace app {

HeadShape::Cut::Cut(const Head &head)
    : secretFirst(head.length.isEmpty()
                  || (!head.secret.isEmpty() && head.secret.data() < head.length.data()))
{
    // A part that is not there lies at the end, where nothing follows it.
    const auto place = [&head](QByteArrayView part) {
        return part.isEmpty() ? head.bytes.size() : part.data() - head.bytes.data();
    };
    const QByteArrayView first = secretFirst ? head.secret : head.length;
    const QByteArrayView second = secretFirst ? head.length : head.secret;
    const qsizetype behindFirst = place(first) + first.size();
    before = head.bytes.first(place(first));
    between = head.bytes.sliced(behindFirst, place(second) - behindFirst);
    after = head.bytes.sliced(place(second) + second.size());
}

HeadShape::~HeadShape()
{
    forget();
}

void HeadShape::forget()
{
    wipe(m_rest);
    m_rest.resize(0);
}

void HeadShape::keep(const Head &head)
{
    forget();
    const Cut cut(head);
    m_before = cut.before.size();
    m_between = cut.between.size();
    m_secret = head.secret.size();
    m_secretFirst = cut.secretFirst;
    m_rest.reserve(head.bytes.size()); // it does not move, which would leave a copy
    m_rest.append(cut.before).append(cut.between).append(cut.after);
}

bool HeadShape::fits(const Head &head) const
{
    if (m_rest.size() != head.bytes.size() - head.secret.size() - head.length.size()
        || m_rest.isEmpty() || m_secret != head.secret.size())
        return false;
    const Cut cut(head);
    const QByteArrayView kept(m_rest);
    return m_secretFirst == cut.secretFirst && m_before == cut.before.size()
            && m_between == cut.between.size() && kept.first(m_before) == cut.before
            && kept.sliced(m_before, m_between) == cut.between
            && kept.sliced(m_before + m_between) == cut.after;
}

} // namespace app
