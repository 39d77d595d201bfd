// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/severity.h"
#include "views/widgets/rowdelegate.h"

#include <vector>

namespace views {

/// How the cells of a column look.
struct CellLook
{
    enum class Kind : quint8 {
        Quiet, ///< elided in the middle
        Strong, ///< the same in the colour of text
        Figures, ///< right-aligned numbers and times
        Count, ///< the number with shape and colour of `severity`
        Mark, ///< a badge in the colour of warnings
    };
    Kind kind = Kind::Quiet;
    models::Severity severity = models::Severity::Unrated;
};

/// Paints the cells of a board by the looks of its columns. GUI thread.
class BoardDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    /// One look for each column.
    explicit BoardDelegate(std::vector<CellLook> looks, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const std::vector<CellLook> m_looks;
};

} // namespace views
