// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/issuedelegate.h"

#include "models/items/issuesmodel.h"
#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"

#include <QPainter>

namespace views {

namespace {

using models::IssuesModel;
using Standing = models::TriageJudgement::Standing;

constexpr int padding = 8;

/// Our state: quiet while nobody decided anything, in the colour of warnings where it does not fit
/// to the portal's.
QColor standingColor(const Colors &colors, const QModelIndex &index)
{
    if (!index.data(IssuesModel::ConflictRole).toString().isEmpty())
        return colors.high;
    const auto standing = Standing(index.data(IssuesModel::StandingRole).toInt());
    return standing == Standing::New ? colors.quiet : colors.text;
}

} // namespace

void IssueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    paintGround(*painter, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRect cell = option.rect.adjusted(padding, 0, -padding, 0);
    painter->setFont(option.font);
    painter->setPen(colors.quiet);
    switch (index.column()) {
    case IssuesModel::Title:
        painter->setPen(colors.text);
        return drawLine(*painter, cell, text, Qt::ElideRight);
    case IssuesModel::Level: {
        const auto severity = models::Severity(index.data(IssuesModel::SeverityRole).toInt());
        return drawSeverityWord(*painter, cell, severity, text, severityColor(colors, severity));
    }
    case IssuesModel::PortalStatus: {
        const auto status = models::Status(index.data(IssuesModel::StatusRole).toInt());
        if (status != models::Status::None)
            drawBadge(*painter, cell.adjusted(0, 0, padding / 2, 0), text,
                      statusColor(colors, status));
        return;
    }
    case IssuesModel::OurState:
        painter->setPen(standingColor(colors, index));
        return drawLine(*painter, cell, text, Qt::ElideRight);
    case IssuesModel::AssetName:
        painter->setPen(colors.text);
        return drawLine(*painter, cell, text, Qt::ElideMiddle);
    case IssuesModel::Group:
        return drawLine(*painter, cell, text, Qt::ElideMiddle);
    case IssuesModel::Due:
        if (index.data(IssuesModel::OverdueRole).toBool())
            painter->setPen(colors.urgent);
        return drawLine(*painter, cell, text, Qt::ElideRight);
    case IssuesModel::FirstSeen:
    case IssuesModel::Opened:
    case IssuesModel::Closed:
    case IssuesModel::Age:
    case IssuesModel::TimeToFix:
    case IssuesModel::Reopened:
    case IssuesModel::Regression:
    case IssuesModel::Events:
        return drawFigures(*painter, cell, text);
    default:
        return drawLine(*painter, cell, text, Qt::ElideRight);
    }
}

QSize IssueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int widest = 600;
    const int extra = index.column() == IssuesModel::Level ? severityShapeWidth
            : index.column() == IssuesModel::PortalStatus  ? 14
                                                           : 0;
    const int width =
            figuresWidth(option.fontMetrics, index.data().toString()) + extra + 2 * padding;
    return { qMin(width, widest), option.fontMetrics.height() + 12 };
}

} // namespace views
