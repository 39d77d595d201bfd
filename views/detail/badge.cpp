// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/badge.h"

#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"
#include "views/widgets/resultpainting.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QPainter>

namespace views {
namespace {

constexpr int sidePadding = 8;
constexpr int topPadding = 3;
constexpr int shapeGap = 5;

} // namespace

Badge::Badge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QFont semibold = font();
    semibold.setWeight(QFont::DemiBold);
    setFont(semibold);
}

void Badge::setSeverity(models::Severity severity, const QString &word)
{
    m_severity = severity;
    m_status.reset();
    setWord(word, tr("Severity: %1").arg(word));
}

void Badge::setStatus(models::Status status, const QString &word)
{
    m_status = status;
    m_severity.reset();
    setWord(word, tr("Status: %1").arg(word));
}

void Badge::setResult(models::DeliveryResult result, const QString &word)
{
    m_result = result;
    setWord(word, tr("Result: %1").arg(word));
}

void Badge::setPlain(const QString &word)
{
    m_severity.reset();
    m_status.reset();
    setWord(word, word);
}

void Badge::setWord(const QString &word, const QString &accessible)
{
    m_word = word;
    setAccessibleName(accessible);
    updateGeometry();
    update();
}

int Badge::shapeSize() const
{
    return hasShape() ? qMax(7, fontMetrics().xHeight() + 2) : 0;
}

QSize Badge::sizeHint() const
{
    const int mark = hasShape() ? shapeSize() + shapeGap : 0;
    return { 2 * sidePadding + mark + fontMetrics().horizontalAdvance(m_word),
             2 * topPadding + fontMetrics().height() };
}

void Badge::contextMenuEvent(QContextMenuEvent *event)
{
    if (m_value.text.isEmpty())
        return QWidget::contextMenuEvent(event);
    emit valueMenuRequested(m_value, event->globalPos());
}

void Badge::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QColor ink = colors.quiet;
    if (m_severity)
        ink = severityColor(colors, *m_severity);
    else if (m_result)
        ink = resultColor(colors, *m_result);
    else if (m_status)
        ink = statusColor(colors, *m_status);

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor ground = ink;
    ground.setAlphaF(hasShape() ? 0.12F : 0.F);
    QColor outline = ink;
    outline.setAlphaF(0.55F);
    painter.setPen(outline);
    painter.setBrush(ground);
    painter.drawRoundedRect(frame, 4, 4);

    int left = sidePadding;
    if (hasShape()) {
        const int size = shapeSize();
        const QRectF square(left, (height() - size) / 2.0, size, size);
        if (m_result)
            drawResultShape(painter, square, *m_result, ink);
        else
            drawSeverityShape(painter, square, *m_severity, ink);
        left += size + shapeGap;
    }
    painter.setPen(ink);
    painter.drawText(QRect(left, 0, width() - left - sidePadding + 1, height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, m_word);
}

void Badge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
}

} // namespace views
