// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/textfold.h"
#include "models/items/boardmodel.h"

#include <QHash>
#include <QSet>

namespace models {

class BoardKeeper;
class EventIndex;

/// A board whose rows can be searched, and narrowed by facets: what each facet of a row is, and
/// which texts are searched, is said by the derived class. Some thousand rows: all are gone through
/// at each change. GUI thread.
class FilteredBoard : public BoardModel
{
    Q_OBJECT
public:
    enum BoardRole {
        FigureRole = Qt::UserRole + 250, ///< bool: a number or a time
        LevelRole, ///< int, Severity, where a cell has one
    };
    /// How often each value of a facet occurs under the text and the other facets.
    using Counts = QHash<qint64, int>;

    virtual int facets() const = 0;
    /// For people, and a stable word for object names.
    virtual QString facetTitle(int facet) const = 0;
    virtual QString facetName(int facet) const = 0;
    virtual QString valueLabel(int facet, qint64 value) const = 0;

    /// A part of what is searched, without case and accents; empty: any.
    const QString &text() const { return m_text; }
    void setText(const QString &text);
    /// The values of a facet that are shown; empty: all.
    const QSet<qint64> &chosen(int facet) const { return m_chosen[std::size_t(facet)]; }
    void setChosen(int facet, const QSet<qint64> &values);
    bool isFiltered() const;
    void clearFilter();
    const Counts &counts(int facet) const { return m_counts[std::size_t(facet)]; }
    int all() const { return int(places()); }

signals:
    /// Text or chosen values; the rows are those of the new filter.
    void filterChanged();
    void countsChanged();

protected:
    FilteredBoard(BoardKeeper &keeper, const EventIndex &index, QObject *parent);

    virtual qint64 facetValue(quint32 place, int facet) const = 0;
    virtual bool holds(quint32 place, const Needle &needle) const = 0;
    bool shows(quint32 place) const final;
    const DictionaryView &terms() const final;
    /// The same as update() and rebuild(), with the counts.
    void updateRows(const std::vector<quint32> &changed);
    void rebuildRows();

    BoardKeeper &m_keeper;
    const EventIndex &m_index;

private:
    void change();
    void count();
    /// The facet that alone hides a row: facets() where none does, -1 where it stays hidden.
    int hiding(quint32 place) const;

    QString m_text;
    Needle m_needle { QByteArray() };
    std::vector<QSet<qint64>> m_chosen; ///< by facet
    std::vector<Counts> m_counts; ///< by facet
};

} // namespace models
