// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/index/indexsnapshot.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <optional>

namespace models {

/// All events in memory, as columns: append-only, in segments that never move. Rows are known
/// by their position (0, 1, … in the order in which they were appended, which is not that of
/// arrival: old events are loaded after new ones). GUI thread; other threads read a snapshot().
class EventIndex final : public QObject
{
    Q_OBJECT
public:
    explicit EventIndex(QObject *parent = nullptr);
    ~EventIndex() override;

    /// Takes over terms, rows and repeats, then says appended() and repeated(). A row whose id
    /// is there already is left out, so a batch that is read twice does no harm.
    void append(const EventBatch &batch);
    /// The same without a word: announce() tells of it later, of several batches at once.
    void add(const EventBatch &batch);
    void announce();
    /// Texts that no row has, for text() and terms().
    void learn(const std::vector<Term> &terms);

    quint32 rows() const { return m_rows; }
    IndexSnapshot snapshot() const;

    /// Where an event stands; nothing where it is not loaded.
    std::optional<quint32> positionOf(qint64 id) const;
    /// Values of one row; `position` < rows().
    qint64 id(quint32 position) const;
    Instant received(quint32 position) const;
    Instant time(quint32 position) const;
    Severity severity(quint32 position) const;
    Status status(quint32 position) const;
    Family family(quint32 position) const;
    TermId term(TermColumn column, quint32 position) const;
    EventRow row(quint32 position) const;

    /// A text of the dictionary, decoded; empty for 0 and for a term that is not there.
    QString text(TermId term) const;
    QString text(TermColumn column, quint32 position) const { return text(term(column, position)); }
    const DictionaryView &terms() const { return m_dictionary.view(); }

    /// How often an event came, 1 = once; also for events that are not loaded.
    int deliveries(qint64 id) const;
    /// Latest arrival of the event at a position.
    Instant lastReceived(quint32 position) const;

    /// Which events were read; none at first.
    const IdSet &read() const { return m_read; }
    void setRead(const IdSet &read);
    bool isRead(quint32 position) const { return m_read.contains(id(position)); }

    /// What the team decided about subjects; null at first: nothing. As for isRead(), the index
    /// only keeps it, so that filters judge by it and facets count it.
    const std::shared_ptr<const Standings> &standings() const { return m_standings; }
    void setStandings(std::shared_ptr<const Standings> standings);

    /// The values of the facets by number, and how often each occurs in all rows.
    const FacetTally &facets() const { return m_facets; }

    /// Largest id that is loaded; 0 where nothing is.
    qint64 newestId() const { return m_order.empty() ? 0 : m_order.highest(); }

signals:
    /// Rows [first, first + count) are new.
    void appended(quint32 first, quint32 count);
    /// These events came again; their deliveries() have changed. Loaded events only.
    void repeated(const QList<quint32> &positions);
    void readChanged();
    void standingsChanged();

private:
    struct Repeated
    {
        int count = 0;
        qint64 last = 0;
        qint64 newestRepeat = 0;
    };
    const Segment &segmentOf(quint32 position) const;
    std::vector<SegmentView> segments() const;

    Dictionary m_dictionary;
    std::vector<SegmentView> m_sealed;
    SegmentWriter m_writer;
    IdOrder m_order;
    FacetTally m_facets;
    QHash<qint64, Repeated> m_repeats;
    IdSet m_read;
    std::shared_ptr<const Standings> m_standings;
    QList<quint32> m_touched; ///< came again, and nobody knows yet
    quint32 m_rows = 0;
    quint32 m_announced = 0; ///< rows that appended() told of
};

} // namespace models
