// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

namespace models {

/// One facet as a checkable list: label, counts, check state. What a check does is the matter of
/// the facet. Rows keep their order while the pointer may be over them: it changes on
/// sortRows(). GUI thread.
class FacetList : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    enum Role {
        ValueRole = Qt::UserRole + 1, ///< QString
        MatchingRole, ///< qlonglong
        TotalRole, ///< qlonglong; invalid where only matches are known
    };
    /// Whose shapes stand before the labels.
    enum class Shapes : quint8 { None, Severities, Results };

    virtual QString title() const = 0;
    virtual Shapes shapes() const { return Shapes::None; }
    /// Selects only this value, or any when it was the only one.
    virtual void selectOnly(int row) = 0;
    /// Selects any.
    virtual void clear() = 0;
    /// Puts the rows in order, most matching first.
    virtual void sortRows() = 0;
};

} // namespace models
