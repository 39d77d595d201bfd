// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/colors.h"

#include <QPalette>

namespace views {

const Colors &lightColors()
{
    static const Colors colors {
        .window = QColor(0xf3, 0xf5, 0xf7),
        .base = QColor(0xff, 0xff, 0xff),
        .raised = QColor(0xfa, 0xfb, 0xfc),
        .hover = QColor(0xf1, 0xf5, 0xf8),
        .selectedRow = QColor(0xd8, 0xec, 0xf2),
        .line = QColor(0xd9, 0xdf, 0xe5),
        .text = QColor(0x1a, 0x20, 0x27),
        .quiet = QColor(0x54, 0x60, 0x6e),
        .accent = QColor(0x0b, 0x6b, 0x85),
        .onAccent = QColor(0xff, 0xff, 0xff),
        .urgent = QColor(0xb4, 0x1a, 0x1f),
        .high = QColor(0x8e, 0x4f, 0x00),
        .medium = QColor(0x70, 0x5d, 0x00),
        .low = QColor(0x1f, 0x58, 0xc4),
        .good = QColor(0x17, 0x6a, 0x3a),
        .odd = QColor(0x67, 0x3d, 0xae),
    };
    return colors;
}

const Colors &darkColors()
{
    static const Colors colors {
        .window = QColor(0x14, 0x18, 0x1d),
        .base = QColor(0x1a, 0x1f, 0x26),
        .raised = QColor(0x1f, 0x25, 0x2d),
        .hover = QColor(0x22, 0x29, 0x32),
        .selectedRow = QColor(0x15, 0x3d, 0x4a),
        .line = QColor(0x2e, 0x37, 0x42),
        .text = QColor(0xe3, 0xe8, 0xed),
        .quiet = QColor(0x9f, 0xab, 0xb9),
        .accent = QColor(0x4c, 0xbd, 0xd6),
        .onAccent = QColor(0x07, 0x1d, 0x24),
        .urgent = QColor(0xff, 0x8f, 0x86),
        .high = QColor(0xf4, 0xb1, 0x55),
        .medium = QColor(0xdf, 0xcd, 0x63),
        .low = QColor(0x8f, 0xb6, 0xff),
        .good = QColor(0x74, 0xd1, 0x95),
        .odd = QColor(0xc6, 0xa9, 0xff),
    };
    return colors;
}

const Colors &colorsOf(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Base).lightnessF() < 0.5F ? darkColors()
                                                                               : lightColors();
}

const QColor &severityColor(const Colors &colors, models::Severity severity)
{
    switch (severity) {
    case models::Severity::Urgent:
        return colors.urgent;
    case models::Severity::High:
        return colors.high;
    case models::Severity::Medium:
        return colors.medium;
    case models::Severity::Low:
        return colors.low;
    case models::Severity::Unknown:
        return colors.odd;
    case models::Severity::Unrated:
        break;
    }
    return colors.quiet;
}

const QColor &statusColor(const Colors &colors, models::Status status)
{
    switch (status) {
    case models::Status::Open:
        return colors.text;
    case models::Status::Fixed:
        return colors.good;
    case models::Status::Accepted:
    case models::Status::Unknown:
        return colors.odd;
    case models::Status::Closed:
    case models::Status::None:
        break;
    }
    return colors.quiet;
}

} // namespace views
