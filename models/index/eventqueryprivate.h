// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/latestjob.h"
#include "models/index/roworder.h"
#include "models/index/rowruns.h"
#include "models/index/scan.h"
#include "models/index/storelookup.h"

namespace models {

/// What an EventQuery holds, and how rows come to be shown (eventqueryflow.cpp). For its own two
/// files only. GUI thread.
struct EventQuery::Private
{
    EventQuery *q;
    EventIndex &index;
    Filter filter; ///< wanted; shown once the scan is done
    Order order; ///< likewise
    IdSet read; ///< as it was when the filter was asked

    // What is shown, always all of it by one filter and one order.
    std::shared_ptr<RowMatcher> matcher = std::make_shared<RowMatcher>(Filter(), now());
    Order shownOrder;
    std::vector<quint32> rows;
    FacetCounts matching;
    quint32 tested = 0; ///< rows of the index that have been judged

    std::shared_ptr<Ranks> ranks = std::make_shared<Ranks>();
    Instant judgedAt = now(); ///< ages are counted back from there
    StoreLookup lookup;
    LatestJob job;
    bool changing = false; ///< filter or order are not those of what is shown
    bool answered = false; ///< the store said something since the last scan began
    bool taking = false; ///< what it said before is being taken over
    quint32 searched = 0; ///< rows of the index that were there when the search began
    bool questionDue = false; ///< all rows have to be looked through for what to ask the store

    Private(EventQuery *query, EventIndex &events, StoreSearch *search)
        : q(query), index(events), lookup(search)
    {
    }

    void change();
    void goOn();
    void startScan();
    void startQuestion();
    void deliver(const std::shared_ptr<RowMatcher> &newMatcher, Order newOrder, ScanResult &&result,
                 quint32 scanned);
    void takeAnswer();
    void takeAppended();
    void takeStandings();
    RowOrder shownBefore() const // while a scan runs, the ranks are its own
    {
        return { index, shownOrder, job.busy() ? nullptr : ranks.get() };
    }
    std::vector<quint32> judgeFrom(quint32 first);
    void askFrom(quint32 first);
    void insert(const RowRuns &runs);
    void touch(const QList<quint32> &positions);
};

} // namespace models
