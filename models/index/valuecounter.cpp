// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/valuecounter.h"

#include "models/index/filterwords.h"
#include "models/index/textcolumn.h"
#include "models/index/textfold.h"

#include <algorithm>

namespace models {

namespace {

using LevelColumn = std::shared_ptr<quint8[]> Segment::*;

/// How often each number stands in a column of levels.
std::array<qint64, 256> levelCounts(const IndexSnapshot &snapshot, LevelColumn column)
{
    std::array<qint64, 256> counts {};
    for (const SegmentView &view : snapshot.segments) {
        const quint8 *const levels = ((*view.segment).*column).get();
        for (quint32 row = 0; row < view.rows; ++row)
            ++counts[levels[row]];
    }
    return counts;
}

template<typename Word>
void addLevels(std::vector<ValueCount> &values, const std::array<qint64, 256> &counts, int levels,
               Word word)
{
    for (int level = 0; level < levels; ++level) {
        if (counts[static_cast<std::size_t>(level)] > 0)
            values.push_back({ word(level), counts[static_cast<std::size_t>(level)] });
    }
}

void addTerms(std::vector<ValueCount> &values, const IndexSnapshot &snapshot, TermColumn column,
              const QString &typed, std::size_t most, const std::atomic_bool &cancelled)
{
    std::vector<quint32> counts(snapshot.terms.end());
    std::vector<quint32> histogram;
    for (const SegmentView &view : snapshot.segments) {
        if (cancelled)
            return;
        const quint32 distinct = view.distinct[static_cast<std::size_t>(column)];
        const Segment::Codes &codes = view.segment->column(column);
        histogram.assign(distinct, 0);
        for (quint32 row = 0; row < view.rows; ++row) {
            if (codes.codes[row] < distinct)
                ++histogram[codes.codes[row]];
        }
        for (quint32 code = 0; code < distinct; ++code) {
            const TermId term = codes.terms[code];
            counts[term < counts.size() ? term : 0] += histogram[code];
        }
    }
    const Needle needle(foldText(typed));
    std::vector<TermId> fitting;
    for (TermId term = typed.isEmpty() ? 0 : 1; term < counts.size() && !cancelled; ++term) {
        if (counts[term] > 0 && (typed.isEmpty() || snapshot.terms.holds(term, needle)))
            fitting.push_back(term);
    }
    const std::size_t size = std::min(most, fitting.size());
    std::partial_sort(fitting.begin(), fitting.begin() + static_cast<std::ptrdiff_t>(size),
                      fitting.end(), [&counts](TermId a, TermId b) {
                          return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
                      });
    for (std::size_t i = 0; i < size; ++i) {
        values.push_back({ literalValue(QString::fromUtf8(snapshot.terms.utf8(fitting[i]))),
                           counts[fitting[i]] });
    }
}

} // namespace

std::vector<ValueCount> countValues(const IndexSnapshot &snapshot, Field field,
                                    const QString &typed, std::size_t most,
                                    const std::atomic_bool &cancelled)
{
    std::vector<ValueCount> values;
    if (field == Field::Severity) {
        addLevels(values, levelCounts(snapshot, &Segment::severities), severityCount,
                  [](int level) { return severityKey(static_cast<Severity>(level)); });
    } else if (field == Field::Status) {
        addLevels(values, levelCounts(snapshot, &Segment::statuses), statusCount,
                  [](int level) { return statusKey(static_cast<Status>(level)); });
    } else if (field == Field::Family) {
        addLevels(values, levelCounts(snapshot, &Segment::families), familyCount,
                  [](int level) { return familyKey(static_cast<Family>(level)); });
    } else if (field == Field::Triage) {
        const QList<FacetCount> &totals = snapshot.totals[static_cast<std::size_t>(field)];
        for (int i = 0; i < standingCount; ++i)
            values.push_back({ standingKey(static_cast<Standing>(i)), totals.value(i).matching });
    } else if (field == Field::Is) {
        const std::array<qint64, 256> statuses = levelCounts(snapshot, &Segment::statuses);
        ValueCount open { stateKey(State::Open), 0 };
        ValueCount closed { stateKey(State::Closed), 0 };
        for (int i = 0; i < statusCount; ++i) {
            const auto status = static_cast<Status>(i);
            open.count += isOpen(status) ? statuses[static_cast<std::size_t>(i)] : 0;
            closed.count += isClosed(status) ? statuses[static_cast<std::size_t>(i)] : 0;
        }
        values = { open, closed };
    }
    if (const auto column = textColumn(field)) {
        std::vector<ValueCount> words;
        addTerms(words, snapshot, *column, typed, most, cancelled);
        for (ValueCount &word : words) {
            // "OPEN" is "open": counted already, with its like.
            const bool level = field == Field::Severity || field == Field::Status;
            const bool known = level
                    && (word.value.isEmpty()
                        || std::any_of(values.begin(), values.end(), [&](const auto &value) {
                               return value.value.compare(word.value, Qt::CaseInsensitive) == 0;
                           }));
            if (!known)
                values.push_back(std::move(word));
        }
    }
    return values;
}

} // namespace models
