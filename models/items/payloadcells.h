// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/payloadvalues.h"

#include <QCache>
#include <QSet>
#include <QTimer>

#include <optional>

namespace models {

/// The texts of columns that show paths of the payload. What is asked for and not here yet is
/// fetched from the store, all that is missing of one paint at once, one request at a time, what
/// was asked for last first. Keeps the events that were shown last, bounded in number and size.
/// GUI thread.
class PayloadCells final : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostEvents = 4096;
    static constexpr qsizetype mostBytes = 8 * 1024 * 1024;

    /// `values` must outlive it.
    explicit PayloadCells(PayloadValues &values, QObject *parent = nullptr);

    const QStringList &paths() const { return m_paths; }
    /// Other paths: what is kept for the old ones goes.
    void setPaths(const QStringList &paths);

    /// The text of an event at a path; nothing where it has to be fetched first, which begins by
    /// this call. Then arrived() says when to ask again.
    std::optional<QString> text(qint64 id, int path);
    /// The same without fetching.
    std::optional<QString> known(qint64 id, int path) const;

    /// Events and bytes that are kept now.
    int events() const { return int(m_kept.size()); }
    qsizetype bytes() const { return m_kept.totalCost(); }

signals:
    /// Texts of these events are here now.
    void arrived(const QList<qint64> &ids);

private:
    void fetch();
    void take(quint64 request, const PayloadTexts &texts, bool failed);

    PayloadValues &m_values;
    QStringList m_paths;
    QCache<qint64, QStringList> m_kept;
    QList<qint64> m_wanted; ///< last asked for at the end
    QSet<qint64> m_waiting; ///< of m_wanted and of what is under way
    QList<qint64> m_underWay;
    quint64 m_request = 0; ///< 0: none under way
    QTimer m_soon; ///< gathers what one paint asks for
    QTimer m_later; ///< after a failure
};

} // namespace models
