// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/desktop/calmstyle.h"

#include "views/desktop/calmscrollbar.h"
#include "views/widgets/colors.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace views {

namespace {

constexpr qreal radius = 4.0;

void panel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &frame)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(frame.isValid() ? QPen(frame, 1.0) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

QColor mixed(const QColor &one, const QColor &other, qreal part)
{
    const auto mix = [part](int a, int b) { return qRound(a + (b - a) * part); };
    return QColor(mix(one.red(), other.red()), mix(one.green(), other.green()),
                  mix(one.blue(), other.blue()));
}

void button(QPainter *painter, const QStyleOption *option, const Colors &colors)
{
    const QStyle::State state = option->state;
    const bool enabled = state & QStyle::State_Enabled;
    const auto *push = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool primary = enabled && push && (push->features & QStyleOptionButton::DefaultButton);
    QColor fill = primary ? colors.accent : colors.raised;
    const QColor towards = primary ? colors.base : colors.text;
    if (enabled && (state & QStyle::State_Sunken))
        fill = mixed(fill, towards, 0.14);
    else if (enabled && (state & QStyle::State_MouseOver))
        fill = mixed(fill, towards, 0.06);
    if (!primary && (state & QStyle::State_On))
        fill = colors.selectedRow;
    const bool focus =
            (state & QStyle::State_HasFocus) && (state & QStyle::State_KeyboardFocusChange);
    panel(painter, option->rect, fill,
          primary         ? (focus ? colors.text : fill)
                  : focus ? colors.accent
                          : colors.line);
}

void toolButton(QPainter *painter, const QStyleOption *option, const Colors &colors)
{
    const QStyle::State state = option->state;
    const bool focus =
            (state & QStyle::State_HasFocus) && (state & QStyle::State_KeyboardFocusChange);
    QColor fill;
    if (state & QStyle::State_Sunken)
        fill = mixed(colors.window, colors.text, 0.16);
    else if ((state & QStyle::State_MouseOver) && (state & QStyle::State_Enabled))
        fill = mixed(colors.window, colors.text, 0.08);
    if (fill.isValid() || focus)
        panel(painter, option->rect, fill, focus ? colors.accent : QColor());
}

void checkMark(QPainter *painter, const QStyleOption *option, const Colors &colors)
{
    const bool on = option->state & QStyle::State_On;
    const bool some = option->state & QStyle::State_NoChange;
    const bool enabled = option->state & QStyle::State_Enabled;
    const QColor accent = enabled ? colors.accent : colors.quiet;
    panel(painter, option->rect, on || some ? accent : colors.base,
          on || some || (option->state & QStyle::State_HasFocus)
                  ? accent
                  : mixed(colors.line, colors.quiet, 0.5));
    if (!on && !some)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colors.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF box(option->rect);
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (on)
        painter->drawPolyline(QPolygonF { at(0.25, 0.52), at(0.43, 0.70), at(0.76, 0.32) });
    else
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    painter->restore();
}

} // namespace

CalmStyle::CalmStyle() : QProxyStyle(QStringLiteral("Fusion")) { }

void CalmStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    const Colors &colors = colorsOf(option->palette);
    const bool focus = option->state & State_HasFocus;
    switch (element) {
    case PE_PanelButtonCommand:
        return button(painter, option, colors);
    case PE_PanelButtonTool:
        return toolButton(painter, option, colors);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return checkMark(painter, option, colors);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            return panel(painter, option->rect, option->palette.color(QPalette::Base),
                         focus ? colors.accent : colors.line);
        break;
    case PE_FrameLineEdit:
        return panel(painter, option->rect, QColor(), focus ? colors.accent : colors.line);
    case PE_FrameStatusBarItem:
        return;
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_PanelStatusBar:
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1),
                          colors.line);
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange)
            panel(painter, option->rect, QColor(), colors.accent);
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void CalmStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const Colors &colors = colorsOf(option->palette);
    const QRect rect = option->rect;
    switch (element) {
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return drawHeader(*header, painter, widget);
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: {
        const bool hover = (option->state & State_MouseOver) && (option->state & State_Enabled);
        painter->fillRect(rect, hover ? mixed(colors.raised, colors.text, 0.05) : colors.raised);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.line);
        if (element == CE_HeaderSection)
            painter->fillRect(QRect(rect.right(), rect.top() + 6, 1, rect.height() - 12),
                              colors.line);
        return;
    }
    case CE_TabBarTabShape: {
        const bool selected = option->state & State_Selected;
        const bool hover = option->state & State_MouseOver;
        if (hover && !selected)
            painter->fillRect(rect.adjusted(2, 4, -2, -4), mixed(colors.window, colors.text, 0.06));
        if (selected)
            painter->fillRect(QRect(rect.left() + 4, rect.bottom() - 1, rect.width() - 8, 2),
                              colors.accent);
        return;
    }
    case CE_Splitter: {
        const bool upright = option->state & State_Horizontal;
        const QPoint middle = rect.center();
        const bool hover = option->state & State_MouseOver;
        const QRect bar = upright ? QRect(middle.x(), rect.top(), 1, rect.height())
                                  : QRect(rect.left(), middle.y(), rect.width(), 1);
        painter->fillRect(bar, hover ? colors.accent : colors.line);
        return;
    }
    case CE_PushButtonLabel:
        if (const auto *push = qstyleoption_cast<const QStyleOptionButton *>(option); push
            && (push->features & QStyleOptionButton::DefaultButton)
            && (push->state & State_Enabled)) {
            QStyleOptionButton copy(*push);
            copy.palette.setColor(QPalette::ButtonText, colors.onAccent);
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CalmStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider)
        return drawScrollBar(*painter, *slider, colorsOf(option->palette), widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect CalmStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl subControl, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider)
        return scrollBarPart(*slider, subControl);
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect CalmStyle::subElementRect(SubElement element, const QStyleOption *option,
                                const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(4, 0, -4, 0);
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
        if (element == SE_HeaderLabel || element == SE_HeaderArrow)
            return headerPart(element, *header);
    }
    return rect;
}

/// The base cuts a margin off above and below, too, and with it underscores; and it puts the arrow
/// to the upper edge.
QRect CalmStyle::headerPart(SubElement element, const QStyleOptionHeader &header) const
{
    constexpr int arrow = 8;
    constexpr int roomForArrow = arrow + 12; // and for the number of the key
    const int margin = pixelMetric(PM_HeaderMargin, &header);
    const QRect whole = header.rect;
    QRect part = whole.adjusted(margin, 0, -margin, 0);
    if (element == SE_HeaderArrow) {
        part = QRect(whole.right() + 1 - margin - arrow, whole.center().y() - arrow / 2 + 1, arrow,
                     arrow);
    } else if (header.sortIndicator != QStyleOptionHeader::None) {
        part.setRight(part.right() - roomForArrow);
    }
    return visualRect(header.direction, whole, part);
}

/// As the base does it, which asks only itself where the parts are.
void CalmStyle::drawHeader(const QStyleOptionHeader &header, QPainter *painter,
                           const QWidget *widget) const
{
    painter->save();
    painter->setClipRect(header.rect, Qt::IntersectClip);
    drawControl(CE_HeaderSection, &header, painter, widget);
    QStyleOptionHeaderV2 part;
    if (const auto *whole = qstyleoption_cast<const QStyleOptionHeaderV2 *>(&header))
        part = *whole;
    else
        static_cast<QStyleOptionHeader &>(part) = header;
    part.rect = headerPart(SE_HeaderLabel, header);
    drawControl(CE_HeaderLabel, &part, painter, widget);
    if (header.sortIndicator != QStyleOptionHeader::None) {
        part.rect = headerPart(SE_HeaderArrow, header);
        drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
    }
    painter->restore();
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
        return 5;
    case PM_HeaderMargin:
        return 8;
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CalmStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons: // the words say it, and those icons are not of ours
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize CalmStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int line = option ? option->fontMetrics.height() : 16;
    if (type == CT_PushButton)
        result = result.expandedTo({ size.width() + 24, line + 14 });
    else if (type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox)
        result.setHeight(qMax(result.height(), line + 12));
    return result;
}

} // namespace views
