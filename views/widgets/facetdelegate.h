// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/facetlist.h"

#include <QStyledItemDelegate>

namespace views {

/// Paints one value of a facet: box, label, count at the right; "only" in place of the count
/// under the pointer. The whole row toggles; "only", a double click or Enter asks for this value
/// alone. Values without a match are dim and can be chosen all the same. GUI thread.
class FacetDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `shapes`: what the values are, so that they get their shapes.
    FacetDelegate(models::FacetList::Shapes shapes, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

signals:
    void onlyRequested(const QModelIndex &index);

private:
    QRect onlyArea(const QStyleOptionViewItem &option) const;

    models::FacetList::Shapes m_shapes;
    bool m_doubleClicked = false;
};

} // namespace views
