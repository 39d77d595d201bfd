// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/facettally.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace models {

class EventIndex;

/// One value of a facet with its counts.
struct FacetValue
{
    QString value; ///< what the filter language calls it
    qsizetype matching = 0; ///< under the filter without this facet's own clauses
    qsizetype open = 0; ///< of those, the open ones
    qsizetype total = 0; ///< in the whole index
    bool selected = false;
    bool excluded = false;
    qint64 number = -1; ///< see FacetTally; -1: occurs nowhere
};

/// Which values of a facet are asked for.
struct FacetAsk
{
    QStringList selected; ///< as Filter::values() returns it
    QStringList excluded; ///< as Filter::excluded() returns it
    QString search; ///< without case and accents, in the text or its label; empty: any
    /// What people see in place of a value, where that is something else.
    std::function<QString(const QString &)> label = {};
    qsizetype most = -1; ///< as many, what is marked among them or beyond; -1: all
};

/// What the filter language calls a number of a facet; -1 and unknown numbers are empty.
QString facetValueName(const EventIndex &index, Field field, qint64 number);

/// The values of a facet for people to choose from: severities, statuses and the team's states
/// by their scale, the last whether they occur or not, all others with most matching first and the
/// empty one last. What is selected or excluded is there in any case, even if it occurs nowhere, so
/// that it can be taken back; of those that a pattern stands for, the first 200. Costs a pass over
/// the values, not over events. GUI thread.
std::vector<FacetValue> facetValues(const EventIndex &index, Field field,
                                    const FacetCounts &matching, const FacetAsk &ask = {});

/// How many values of a facet occur in the index; all there are of Field::Triage.
qsizetype facetSize(const EventIndex &index, Field field);

} // namespace models
