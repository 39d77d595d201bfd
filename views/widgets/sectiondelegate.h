// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/rowdelegate.h"

class QListView;

namespace models {
class SectionList;
} // namespace models

namespace views {

/// Paints the rows of models::SectionList: headings with their counts; issues with the shape of
/// their level, title and asset. GUI thread.
class SectionDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Makes a list show a models::SectionList. GUI thread.
void setUpSections(QListView &list, models::SectionList &model);

} // namespace views
