// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/severity.h"
#include "models/domain/status.h"

#include <QColor>

class QPalette;

namespace views {

/// The colours of one look, light or dark. Every colour that carries text reaches a contrast of
/// 4.5 (WCAG 2.1, 1.4.3) on `base`, `hover` and `selectedRow`; a test computes it. Plain values.
struct Colors
{
    QColor window; ///< behind everything
    QColor base; ///< tables, lists, fields
    QColor raised; ///< header rows, buttons, chips
    QColor hover; ///< a row under the pointer
    QColor selectedRow;
    QColor line; ///< hair lines and frames
    QColor text;
    QColor quiet; ///< text of lesser weight
    QColor accent; ///< the one accent: focus, links, primary buttons
    QColor onAccent; ///< text on `accent`
    QColor urgent;
    QColor high;
    QColor medium;
    QColor low;
    QColor good; ///< fixed, listening
    QColor odd; ///< accepted, and words nobody knows

    bool operator==(const Colors &) const = default;
};

/// The look for bright surroundings.
const Colors &lightColors();
/// The look for dark surroundings.
const Colors &darkColors();
/// The look that belongs to a palette, told by how bright its base is. GUI thread.
const Colors &colorsOf(const QPalette &palette);

/// The colour of a level's shape and word.
const QColor &severityColor(const Colors &colors, models::Severity severity);
/// The colour of a status badge's frame and word.
const QColor &statusColor(const Colors &colors, models::Status status);

} // namespace views
