// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventrow.h"

#include <QHash>
#include <QString>

/// Makes batches for an index as a store would: realistic events whose texts repeat, newest last.
/// The same calls give the same events, but for the clock they end at.
class SampleEvents
{
public:
    /// One event as a test wants it; what is empty is left empty.
    struct Wanted
    {
        QString title;
        QString severityWord = QStringLiteral("IMPORTANT");
        QString statusWord = QStringLiteral("OPEN");
        QString group = QStringLiteral("CA Business Unit");
        QString asset = QStringLiteral("gumtree.com.au");
        QString product = QStringLiteral("API_SECURE");
        QString type = QStringLiteral("API_SECURE__POLICY_VIOLATION_OPENED");
    };

    /// `count` events of every kind, some of them repeated.
    models::EventBatch realistic(int count);
    models::EventBatch one(const Wanted &wanted);
    /// `count` urgent or harmless events that have just come.
    models::EventBatch arriving(int count, int urgent);

    /// `count` events of as many assets, some with long names, with all that assets have.
    models::EventBatch manyAssets(int count);

    qint64 lastId() const { return m_id; }
    /// The next event gets the id after this one, so that there is room for older ones.
    void goOnAfter(qint64 id) { m_id = id; }

private:
    models::TermId term(const QString &text);
    models::EventRow row(const Wanted &wanted, qint64 time);
    models::EventBatch take(std::vector<models::EventRow> rows);

    QHash<QString, models::TermId> m_terms;
    std::vector<models::Term> m_fresh;
    qint64 m_id = 0;
};
