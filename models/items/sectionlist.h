// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/severity.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace models {

/// Several kinds of things in one list: a heading for each kind, with how many there are, and below
/// it the first of them. Values are made when the list is set, so a section should hold some
/// hundred rows at most. GUI thread.
class SectionList : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        HeadingRole = Qt::UserRole + 1, ///< bool
        PlaceRole, ///< int, in the board of issues; -1: none
        SeverityRole, ///< int, Severity; where a row has one
        MoreRole, ///< QString: asset; of a heading, how many
    };
    struct Row
    {
        QString text;
        QString more = {};
        std::optional<Severity> severity = {};
        int place = -1; ///< in the board of issues
    };
    struct Section
    {
        QString title;
        qint64 all = 0; ///< of which the first are in `rows`
        std::vector<Row> rows;
    };
    /// So many rows of a section are worth listing; a line says how many more there are.
    static constexpr std::size_t most = 500;

    explicit SectionList(QObject *parent = nullptr) : QAbstractListModel(parent) { }

    void setSections(const std::vector<Section> &sections);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line
    {
        Row row;
        bool isHeading = false;
        bool isRow = false; ///< neither: the line about the others
    };
    std::vector<Line> m_lines;
};

} // namespace models
