// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace app {

/// Where a node lies among the unquoted ones; empty where an element names none.
struct ForwardedNode
{
    qsizetype at = 0;
    qsizetype size = 0;
};

/// The "for" nodes of Forwarded fields (RFC 7239, 4), one for each element, in their order,
/// unquoted into `unquoted`. Nothing where the grammar is broken anywhere: what two readers may
/// read differently is no word to rely on. Pure.
std::optional<QList<ForwardedNode>> forwardedNodes(const QList<QByteArrayView> &lines,
                                                   QByteArray &unquoted);

} // namespace app
