// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/dictionary.h"
#include "models/items/eventsmodel.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace models {

/// The rows of a board as a sorted table: keeps the order, and moves, inserts and removes what
/// changed without a reset, so that selection and place stay. Entries are known by their place in
/// the board. What a column shows and sorts by is said by the derived class. GUI thread.
class BoardModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = EventsModel::IdRole, ///< qint64, place in the board + 1: as tables know their rows
        PlaceRole = Qt::UserRole + 200, ///< int, place in the board
        /// QString, what the clipboard gets of a cell where that is not the shown text: the
        /// portal's own word.
        CopyRole,
    };

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    int sortColumn() const { return m_column; }
    Qt::SortOrder sortOrder() const { return m_direction; }
    quint32 placeAt(int row) const { return m_rows[std::size_t(row)]; }
    /// The row that shows a place; -1 where none does.
    int rowOf(quint32 place) const;

    /// Entries of the board, shown or not.
    quint32 size() const { return places(); }
    /// Which entries are shown; empty: all. By a reset.
    void showOnly(const std::function<bool(quint32 place)> &wanted);
    /// What a column holds of an entry, as a facet counts it; 0: nothing. A term in columns of
    /// texts.
    virtual qint64 facetKey(quint32 place, int column) const;
    /// The same in words, alike for all entries with the same key.
    virtual QString facetText(quint32 place, int column) const;
    /// What a search looks at in a column; what facetText() says, unless there is more to find.
    virtual QString searchText(quint32 place, int column) const { return facetText(place, column); }

signals:
    /// Entries of the board changed or came, shown or not.
    void boardChanged();

protected:
    explicit BoardModel(QObject *parent) : QAbstractTableModel(parent) { }

    /// What a column sorts by: a text of the dictionary, or a number.
    struct Key
    {
        qint64 number = 0;
        bool isText = false; ///< the number is a term; the same for all rows of a column
    };
    virtual quint32 places() const = 0;
    virtual bool shows(quint32 place) const;
    virtual Key key(quint32 place, int column) const = 0;
    virtual QVariant cell(quint32 place, int column, int role) const = 0;
    virtual const DictionaryView &terms() const = 0;

    /// These places changed, or are new: what they show, where, and whether. The first ones come by
    /// a reset.
    void update(const std::vector<quint32> &changed);
    /// All rows anew, by a reset: for other keys.
    void rebuild();
    /// The same for another filter: what entries are sorted by stays.
    void filterAnew();

private:
    bool isBefore(quint32 a, quint32 b) const;
    void sortRows(std::vector<quint32> &rows) const;
    void sortNumbers(std::vector<quint32> &rows) const;
    void readKey(quint32 place);
    std::vector<quint32> moved(std::vector<quint32> places) const;
    void takeOut(std::vector<int> rows);
    void insertPlaces(std::vector<quint32> places);
    void reorder(std::vector<quint32> rows);

    std::vector<quint32> m_rows; ///< places in order
    std::vector<qint64> m_keys; ///< by place, as they were when it was put in order
    std::vector<bool> m_shown; ///< by place
    std::function<bool(quint32 place)> m_wanted;
    int m_column = 0;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    bool m_text = false; ///< the keys are terms
};

} // namespace models
