// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <functional>

namespace models {

/// One entry of a list beside a table, in words; one line each.
struct ListLine
{
    QString what;
    QString when;
    QString more;
    qint64 event = 0; ///< to be shown; 0: none
};

/// Lines with the roles of TimelineModel that are made when they are painted, so that thousands
/// cost nothing. GUI thread.
class LinesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using LineOf = std::function<ListLine(int row)>;
    using QAbstractListModel::QAbstractListModel;

    /// `lineOf` is called until the next show(), for rows below `count`.
    void show(int count, const LineOf &lineOf);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    int m_count = 0;
    LineOf m_lineOf;
};

} // namespace models
