// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tests {

inline QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace tests
