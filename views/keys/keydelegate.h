// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/rowdelegate.h"

namespace views {

/// Paints the rows of KeysModel: headings, and lines with the caps of their keys in a column of its
/// own before what they do. GUI thread.
class KeyDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

    /// The column of the caps, in pixels.
    void setCapsWidth(int width) { m_capsWidth = width; }
    /// What the caps of a line take, in pixels.
    static int capsWidth(const QFontMetrics &metrics, const QStringList &caps);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_capsWidth = 0;
};

} // namespace views
