// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/severity.h"

#include <QRect>
#include <QString>

class QColor;
class QFontMetrics;
class QPainter;

namespace views {

/// Draws one line, elided where it does not fit. Pen and font as set on the painter.
void drawLine(QPainter &painter, const QRect &rect, const QString &text, Qt::TextElideMode elide,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

/// Draws a line right-aligned with every digit as wide as the widest, so that figures of
/// several rows stand below each other in any font.
void drawFigures(QPainter &painter, const QRect &rect, const QString &text);

/// The width that drawFigures() needs.
int figuresWidth(const QFontMetrics &metrics, const QString &text);

/// The width of a column for times: the widest form, which is another day of the same year with two
/// figures everywhere, and what cells keep free at both sides.
int timeColumnWidth(const QFontMetrics &metrics);

/// Draws the shape of a level, so that colour is not the only sign: triangle (urgent), square
/// (high), diamond (medium), disc (low), ring (unrated), question mark (unknown).
void drawSeverityShape(QPainter &painter, const QRectF &box, models::Severity severity,
                       const QColor &color);

/// Draws the shape of a level at the left of `cell` and a word beside it.
void drawSeverityWord(QPainter &painter, const QRect &cell, models::Severity severity,
                      const QString &word, const QColor &color);
/// What the shape takes beside the word, in pixels.
inline constexpr int severityShapeWidth = 16;

/// Draws a word in an outlined badge at the left of `rect`, elided where it does not fit.
void drawBadge(QPainter &painter, const QRect &rect, const QString &word, const QColor &color);

} // namespace views
