// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"

#include <QWidget>

namespace views {

/// A filter's clauses as chips, each with a cross that drops it. GUI thread.
class ChipRow final : public QWidget
{
    Q_OBJECT
public:
    explicit ChipRow(QWidget *parent = nullptr);

    /// Shows the clauses of `filter`; an empty filter shows none.
    void showFilter(const models::Filter &filter);
    /// Shows clauses of another kind of filter.
    void showClauses(const QStringList &clauses);

signals:
    /// The person dropped a clause; what remains.
    void filterRequested(const models::Filter &filter);
    /// The person dropped a clause, by its place.
    void dropRequested(int clause);
    /// The person asks what can be done with a clause (right click, menu key).
    void menuRequested(const QString &clause, const QPoint &globalPosition);

private:
    QList<models::Filter> m_remains; ///< by clause; empty for another kind of filter
};

} // namespace views
