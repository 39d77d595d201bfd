// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringList>

#include <vector>

namespace models {

/// A path of a body that leads to a text, a number, true, false or null.
struct SeenPath
{
    QString path; ///< as PayloadPath::text()
    QStringList values; ///< short ones, a few; null is none
};

/// The paths of a body in its order, at most `most`; the elements of an array share one path.
/// A body that is no JSON has none. Any thread.
std::vector<SeenPath> pathsIn(QByteArrayView body, qsizetype most);

/// Paths that the portal is known to send (spec/events.md), to be offered before any was seen.
QStringList usualPaths();

} // namespace models
