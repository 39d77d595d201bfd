// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/rowtests.h"

namespace models {

/// `is:read` and `is:unread`: by what the snapshot knows of the events that were read.
class ReadTest final : public RowTest
{
public:
    explicit ReadTest(bool read) : m_read(read) { }
    void run(const Stretch &stretch, quint8 *passes) override;

private:
    const bool m_read;
};

} // namespace models
