// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/keys/keydelegate.h"

#include "views/keys/keysmodel.h"
#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"

#include <QPainter>

namespace views {

namespace {

constexpr int grid = 8;
constexpr int between = 4; ///< caps

bool isCap(const QString &text)
{
    return text != QStringLiteral("…");
}

int capWidth(const QFontMetrics &metrics, const QString &cap)
{
    const int text = metrics.horizontalAdvance(cap);
    return isCap(cap) ? qMax(text + 2 * grid, metrics.height() + between) : text;
}

void paintCaps(QPainter &painter, QRect line, const QStringList &caps, const Colors &colors)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int height = metrics.height() + between;
    QRect box(line.left(), line.top() + (line.height() - height + 1) / 2, 0, height);
    for (const QString &cap : caps) {
        box.setWidth(capWidth(metrics, cap));
        if (isCap(cap)) {
            painter.setPen(colors.quiet);
            painter.setBrush(colors.raised);
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
        painter.setPen(isCap(cap) ? colors.text : colors.quiet);
        painter.drawText(box, Qt::AlignCenter, cap);
        box.moveLeft(box.right() + 1 + between);
    }
}

} // namespace

int KeyDelegate::capsWidth(const QFontMetrics &metrics, const QStringList &caps)
{
    int width = 0;
    for (const QString &cap : caps)
        width += capWidth(metrics, cap) + between;
    return width;
}

void KeyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    const QString text = index.data(Qt::DisplayRole).toString();
    QRect line = option.rect.adjusted(grid, 0, -grid, 0);
    painter->save();
    if (index.data(KeysModel::HeadingRole).toBool()) {
        QFont font = option.font;
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(colors.text);
        line.setBottom(line.bottom() - grid / 2);
        line.setTop(line.bottom() - option.fontMetrics.height());
        drawLine(*painter, line, text, Qt::ElideRight);
    } else {
        paintGround(*painter, option, index);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setFont(option.font);
        paintCaps(*painter, line, index.data(KeysModel::CapsRole).toStringList(), colors);
        line.setLeft(line.left() + m_capsWidth + grid);
        painter->setPen(colors.text);
        drawLine(*painter, line, text, Qt::ElideRight);
    }
    painter->restore();
}

QSize KeyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool heading = index.data(KeysModel::HeadingRole).toBool();
    const bool first = index.row() == 0;
    return { 200, option.fontMetrics.height() + (heading && !first ? 3 * grid : grid + between) };
}

} // namespace views
