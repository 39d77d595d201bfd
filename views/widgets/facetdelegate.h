// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/facetlist.h"

#include <QStyledItemDelegate>

namespace views {

/// Paints one value of a facet: box, label, counts at the right (open of all, 12/40; large ones
/// rounded, whole in the tool tip); "only" in place of the counts under the pointer. An excluded
/// value has a minus in its box and is struck out. The whole row toggles, with Alt, or by the
/// minus key, it excludes; "only", a double click or Enter asks for this value alone. Values
/// without a match are dim and can be chosen all the same. GUI thread.
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
    void excludeRequested(const QModelIndex &index);

private:
    QRect onlyArea(const QStyleOptionViewItem &option) const;
    void drawBox(QPainter &painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const;
    /// Draws the counts at the right and returns how wide they are.
    int drawCounts(QPainter &painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;

    models::FacetList::Shapes m_shapes;
    bool m_doubleClicked = false;
};

/// A number as short as a narrow column needs it: 9,999, then 12k, 1.2M; in the system's
/// language. Pure.
QString shortCount(qint64 count);

} // namespace views
