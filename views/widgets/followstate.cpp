// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/followstate.h"

#include "views/widgets/colors.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

namespace views {

namespace {
constexpr int sign = 8;
constexpr int gap = 6;
} // namespace

FollowState::FollowState(QWidget *parent) : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    refresh();
}

void FollowState::showFollowing(bool following, models::Instant since)
{
    m_following = following;
    m_since = since;
    refresh();
}

void FollowState::setReceiving(bool receiving)
{
    m_receiving = receiving;
    refresh();
}

void FollowState::refresh()
{
    if (m_following) {
        setText(tr("Following"));
        setToolTip(tr("What is newest comes into sight by itself. Stand still: Space"));
    } else {
        const QDateTime since = QDateTime::fromMSecsSinceEpoch(m_since.time_since_epoch().count());
        const QString time = QLocale().toString(since.time(), QStringLiteral("HH:mm"));
        setText(m_receiving ? tr("Paused at %1 · receiving continues").arg(time)
                            : tr("Paused at %1").arg(time));
        setToolTip(tr("The table stands still because of a selection, of scrolling or of its "
                      "order; nothing is lost. Back to the newest: Space"));
    }
    setAccessibleName(text());
    updateGeometry();
    update();
}

QSize FollowState::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return { metrics.horizontalAdvance(text()) + sign + gap + 8, metrics.height() + 8 };
}

void FollowState::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = underMouse() || hasFocus();
    const QColor &ink = strong ? colors.accent : colors.quiet;
    const QRectF box(4, (height() - sign) / 2.0, sign, sign);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_following ? colors.good : ink);
    if (m_following) {
        painter.drawEllipse(box);
    } else {
        painter.drawRect(QRectF(box.left(), box.top(), 3, sign));
        painter.drawRect(QRectF(box.left() + 5, box.top(), 3, sign));
    }
    painter.setPen(ink);
    painter.drawText(rect().adjusted(4 + sign + gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     text());
}

} // namespace views
