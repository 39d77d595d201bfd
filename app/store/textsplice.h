// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace app {

/// A body with the texts taken out that the dictionary holds anyway.
struct SplicedBody
{
    QByteArray cuts; ///< where to put back what
    QByteArray rest; ///< the body without them
};

/// Takes the lines of `text` (UTF-8) out of a JSON body where they stand in it as parts of JSON
/// strings, written with the usual escapes or with \uXXXX for all that is not ASCII. Nothing
/// where no long line was found. Pure.
std::optional<SplicedBody> spliceOut(QByteArrayView body, QByteArrayView text);

/// The body again, byte for byte, from the same text; nothing where the cuts do not fit to it.
/// Pure.
std::optional<QByteArray> spliceIn(QByteArrayView cuts, QByteArrayView rest, QByteArrayView text);

} // namespace app
