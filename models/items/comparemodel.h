// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jsondiff.h"
#include "models/domain/textdiff.h"

#include <QAbstractTableModel>

namespace models {

/// Paths of two bodies with both values side by side: those that differ, and those that are equal
/// if they are asked for. Words only. GUI thread.
class CompareModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Path, Left, Right, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of JsonDifference::Kind
        WholeTextRole, ///< QString, the value as it came
    };

    explicit CompareModel(QObject *parent = nullptr);

    void show(const QList<JsonDifference> &all);
    void setShowsEqual(bool shows);
    bool showsEqual() const { return m_showsEqual; }
    qsizetype equalCount() const { return m_equal; }
    qsizetype differentCount() const { return m_all.size() - m_equal; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const JsonDifference &at(int row) const { return m_all.at(m_rows.at(row)); }
    /// The differing parts of both values of a row; bounded like textDifference().
    TextDifference parts(int row) const;
    /// What differs as text: a line a path, the left value after “-”, the right one after “+”.
    QString text() const;

private:
    void fillRows();

    QList<JsonDifference> m_all;
    QList<qsizetype> m_rows; ///< of m_all
    qsizetype m_equal = 0;
    bool m_showsEqual = false;
};

} // namespace models
