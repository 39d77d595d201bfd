// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/cellpainting.h"

#include "models/items/eventtext.h"

#include <QCache>
#include <QFontMetrics>
#include <QPainter>
#include <QStaticText>

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

/// A line that was laid out, and for what.
struct LaidLine
{
    QFont font;
    QStaticText text;
    qreal width = 0;
};

struct LineKey
{
    QString text;
    int room = 0;
    Qt::TextElideMode elide = Qt::ElideNone;
    bool isStrong = false;
    bool operator==(const LineKey &) const = default;
};

size_t qHash(const LineKey &key, size_t seed)
{
    return qHashMulti(seed, key.text, key.room, int(key.elide), key.isStrong);
}

LaidLine layOut(const LineKey &key, const QFont &font)
{
    const QFontMetrics metrics(font);
    QString line = key.text;
    std::replace_if(
            line.begin(), line.end(),
            [](QChar c) {
                return c == u'\n' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
            },
            u' ');
    if (metrics.horizontalAdvance(line) > key.room)
        line = metrics.elidedText(line, key.elide, key.room);
    LaidLine laid { font, QStaticText(line) };
    laid.text.setTextFormat(Qt::PlainText);
    laid.text.setPerformanceHint(QStaticText::AggressiveCaching);
    laid.text.prepare({}, font);
    laid.width = laid.text.size().width();
    return laid;
}

/// Laying a text out costs several times as much as painting it, and most cells of a page were on
/// the page before.
const LaidLine &lineOf(const LineKey &key, const QFont &font)
{
    constexpr int most = 4096;
    static QCache<LineKey, LaidLine> lines(most);
    static const bool emptiedInTime = [] { // fonts do not outlive the application
        qAddPostRoutine([] { lines.clear(); });
        return true;
    }();
    Q_UNUSED(emptiedInTime)
    LaidLine *line = lines.object(key);
    if (line == nullptr || line->font != font) {
        line = new LaidLine(layOut(key, font));
        lines.insert(key, line);
    }
    return *line;
}

} // namespace

void drawLine(QPainter &painter, const QRect &rect, const QString &text, Qt::TextElideMode elide,
              Qt::Alignment alignment)
{
    constexpr qsizetype mostKept = 256; // a hostile text is not kept in memory for its cell
    if (text.size() > mostKept) {
        painter.drawText(rect, int(alignment) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text, elide, rect.width()));
        return;
    }
    const QFont &font = painter.font();
    const LaidLine &line =
            lineOf({ text, rect.width(), elide, font.weight() > QFont::Medium }, font);
    const qreal x = (alignment & Qt::AlignRight) != 0 ? rect.right() + 1 - line.width
            : (alignment & Qt::AlignHCenter) != 0 ? rect.left() + (rect.width() - line.width) / 2
                                                  : rect.left();
    const int y = rect.top() + (rect.height() - painter.fontMetrics().height()) / 2;
    painter.drawStaticText(QPointF(x, y), line.text);
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
