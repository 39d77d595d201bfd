// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/cellpainting.h"

#include "models/items/eventtext.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace views {

namespace {

struct Figures
{
    int width = 0; ///< of the widest digit
    bool tabular = true; ///< all digits are equally wide
};

/// Measuring ten digits costs more than painting a cell, and all rows have one of two fonts.
Figures figuresOf(const QFontMetrics &metrics)
{
    static QFontMetrics lastMetrics[] { metrics, metrics };
    static Figures last[2];
    static int next = 0;
    for (int i = 0; i < 2; ++i) {
        if (last[i].width > 0 && metrics == lastMetrics[i])
            return last[i];
    }
    Figures found;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
        const int width = metrics.horizontalAdvance(QChar(digit));
        found.tabular = found.tabular && (found.width == 0 || found.width == width);
        found.width = std::max(found.width, width);
    }
    lastMetrics[next] = metrics;
    last[next] = found;
    next = 1 - next;
    return found;
}

bool isFigure(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

void drawLine(QPainter &painter, const QRect &rect, const QString &text, Qt::TextElideMode elide,
              Qt::Alignment alignment)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const bool fits = metrics.horizontalAdvance(text) <= rect.width();
    painter.drawText(rect, int(alignment) | Qt::TextSingleLine,
                     fits ? text : metrics.elidedText(text, elide, rect.width()));
}

int figuresWidth(const QFontMetrics &metrics, const QString &text)
{
    const int figure = figuresOf(metrics).width;
    int width = 0;
    for (const QChar c : text)
        width += isFigure(c) ? figure : metrics.horizontalAdvance(c);
    return width;
}

void drawFigures(QPainter &painter, const QRect &rect, const QString &text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int figure = figuresOf(metrics).width;
    const bool tabular = figuresOf(metrics).tabular;
    const int width = tabular ? 0 : figuresWidth(metrics, text);
    if (tabular || width > rect.width())
        return drawLine(painter, rect, text, Qt::ElideRight, Qt::AlignRight | Qt::AlignVCenter);
    const int baseline = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    int x = rect.right() + 1 - width;
    for (const QChar c : text) {
        const int own = metrics.horizontalAdvance(c);
        const int step = isFigure(c) ? figure : own;
        painter.drawText(x + (step - own) / 2, baseline, QString(c));
        x += step;
    }
}

int timeColumnWidth(const QFontMetrics &metrics)
{
    using namespace std::chrono;
    const models::Instant widest = sys_days(year(2000) / 11 / 28) + hours(22) + minutes(48);
    return metrics.horizontalAdvance(models::shortTime(widest, widest + days(2))) + 16;
}

void drawSeverityShape(QPainter &painter, const QRectF &box, models::Severity severity,
                       const QColor &color)
{
    using models::Severity;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const QPointF middle = box.center();
    switch (severity) {
    case Severity::Urgent:
        painter.drawPolygon(QPolygonF { QPointF(middle.x(), box.top()),
                                        QPointF(box.right(), box.bottom() - 0.5),
                                        QPointF(box.left(), box.bottom() - 0.5) });
        break;
    case Severity::High:
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 1, 1);
        break;
    case Severity::Medium:
        painter.drawPolygon(
                QPolygonF { QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y()),
                            QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y()) });
        break;
    case Severity::Low:
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    case Severity::Unrated:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, 1.4));
        painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5));
        break;
    case Severity::Unknown:
        painter.setPen(color);
        painter.drawText(box.adjusted(-4, -4, 4, 4), Qt::AlignCenter, QStringLiteral("?"));
        break;
    }
    painter.restore();
}

void drawSeverityWord(QPainter &painter, const QRect &cell, models::Severity severity,
                      const QString &word, const QColor &color)
{
    constexpr int shape = 10;
    const QRectF box(cell.left(), cell.center().y() - shape / 2.0 + 0.5, shape, shape);
    drawSeverityShape(painter, box, severity, color);
    painter.setPen(color);
    drawLine(painter, cell.adjusted(severityShapeWidth, 0, 0, 0), word, Qt::ElideRight);
}

void drawBadge(QPainter &painter, const QRect &rect, const QString &word, const QColor &color)
{
    if (word.isEmpty())
        return;
    constexpr int padding = 7;
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = qMin(rect.width(), metrics.horizontalAdvance(word) + 2 * padding);
    const int height = qMin(rect.height() - 4, metrics.height() + 4);
    const QRect badge(rect.left(), rect.top() + (rect.height() - height) / 2, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor frame = color;
    frame.setAlphaF(0.55F);
    painter.setPen(QPen(frame, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), height / 2.0,
                            height / 2.0);
    painter.setPen(color);
    drawLine(painter, badge.adjusted(padding, 0, -padding + 1, 0), word, Qt::ElideRight,
             Qt::AlignCenter);
    painter.restore();
}

} // namespace views
