// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare/comparedelegate.h"

#include "models/items/comparemodel.h"
#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"

#include <QPainter>

namespace views {

using models::CompareModel;
using Kind = models::JsonDifference::Kind;

namespace {

constexpr int padding = 8;
constexpr int signWidth = 18;

QChar signOf(Kind kind)
{
    switch (kind) {
    case Kind::Changed:
        return QChar(0x2260); // is not equal
    case Kind::Removed:
        return QChar(0x2212); // minus
    case Kind::Added:
        return u'+';
    case Kind::Equal:
        break;
    }
    return u'=';
}

QColor colorOf(Kind kind, const Colors &colors)
{
    switch (kind) {
    case Kind::Changed:
        return colors.accent;
    case Kind::Removed:
        return colors.urgent;
    case Kind::Added:
        return colors.good;
    case Kind::Equal:
        break;
    }
    return colors.quiet;
}

} // namespace

void CompareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    paintGround(*painter, option, index);
    const auto kind = Kind(index.data(CompareModel::KindRole).toInt());
    const QString text = index.data(Qt::DisplayRole).toString();
    QRect cell = option.rect.adjusted(padding, 0, -padding, 0);
    painter->setFont(option.font);
    if (index.column() == CompareModel::Path) {
        painter->setPen(colorOf(kind, colors));
        drawLine(*painter, cell, QString(signOf(kind)), Qt::ElideNone);
        cell.setLeft(cell.left() + signWidth);
        painter->setPen(kind == Kind::Equal ? colors.quiet : colors.text);
        return drawLine(*painter, cell, text, Qt::ElideMiddle);
    }
    const bool missing = (kind == Kind::Added && index.column() == CompareModel::Left)
            || (kind == Kind::Removed && index.column() == CompareModel::Right);
    painter->setPen(missing || kind == Kind::Equal ? colors.quiet : colors.text);
    drawLine(*painter, cell, text, Qt::ElideRight);
}

} // namespace views
