// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/boards.h"
#include "models/boards/sinceleft.h"

#include <QAbstractListModel>

#include <vector>

namespace models {

class EventIndex;

/// What changed between two moments as one list: a heading for each kind, with how many there are,
/// and below it the issues, the most severe first. GUI thread.
class SinceModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        HeadingRole = Qt::UserRole + 1, ///< bool
        PlaceRole, ///< int, in the board of issues; -1: none
        SeverityRole, ///< int, Severity; of issues only
        MoreRole, ///< QString: asset, or how many
    };
    /// So many issues of a kind are listed; a line says how many more there are.
    static constexpr int most = 500;

    /// `index` must outlive the model.
    explicit SinceModel(const EventIndex &index, QObject *parent = nullptr);

    /// `since` as sinceLeft() made it of these boards.
    void show(const Boards &boards, const SinceLeft &since);
    bool isEmpty() const { return m_since.isEmpty(); }
    /// The whole to hand over.
    QString markdown() const;
    QString html() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        int kind = 0;
        int place = -1; ///< -1: a heading
        int left = 0; ///< more of this kind than are listed: the line that says so
    };
    QVariant ofHeading(const Row &row, int role) const;
    QVariant ofIssue(const Row &row, int role) const;
    const std::vector<quint32> &places(int kind) const;

    const EventIndex &m_index;
    Boards m_boards;
    SinceLeft m_since;
    std::vector<Row> m_rows;
};

} // namespace models
