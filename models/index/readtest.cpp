// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/readtest.h"

namespace models {

void ReadTest::run(const Stretch &stretch, quint8 *passes)
{
    const quint32 *const ids = stretch.segment.segment->ids.get() + stretch.first;
    for (quint32 i = 0; i < stretch.count; ++i)
        passes[i] = stretch.read->contains(ids[i]) == m_read ? 1 : 0;
}

} // namespace models
