// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuejudge.h"
#include "models/index/filtercompleter.h"
#include "models/index/latestjob.h"

#include <QObject>

namespace models {

class IssuesModel;

/// Which issues pass the expression of the search box: works it out on a pool thread, and anew for
/// those that change. Until another expression is worked out, the answers are those of the one
/// before. Keeps the issues as rows, some 35 bytes each, while there is an expression. GUI thread.
class IssueExpression final : public QObject
{
    Q_OBJECT
public:
    /// The model must outlive it.
    explicit IssueExpression(const IssuesModel &model, QObject *parent = nullptr);

    /// Asks by another expression; answered by judged(), at once where it is empty.
    void setFilter(const Filter &filter);
    /// The answers are those of another expression.
    bool isBusy() const { return m_filter != m_judged; }
    /// The clauses that an issue misses; all where that is not known yet.
    ClauseSet missed(quint32 place) const
    {
        if (m_judged.isEmpty())
            return 0;
        return place < m_missed.size() ? m_missed[place] : all;
    }
    /// What counts the values of issues, for a completer.
    FilterCompleter::Counter counter() const;

signals:
    /// The answers are those of the expression that was set last.
    void judged();
    /// For these issues the answers are others than before.
    void judgedAnew(const std::vector<quint32> &places);

private:
    using Rows = std::shared_ptr<const IndexSnapshot>;
    static constexpr ClauseSet all = 0xffff;
    void judgeAll();
    void judgeChanged();
    void take(const Filter &filter, std::vector<ClauseSet> missed, const Rows &rows, bool isNew);
    void noteChanged(const std::vector<quint32> &places);
    void dropRows();

    const IssuesModel &m_model;
    Filter m_filter;
    Filter m_judged; ///< what the answers are of
    std::vector<ClauseSet> m_missed; ///< by place
    Rows m_rows; ///< all issues as they were; null: to be made
    std::vector<quint32> m_stale; ///< changed since
    std::vector<quint32> m_changed; ///< changed since they were judged, or are being judged
    LatestJob m_job;
};

} // namespace models
