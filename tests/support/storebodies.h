// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/delivery.h"

#include <QByteArray>
#include <QStringList>

#include <random>

/// Makes event bodies of 1.5–2 kB as the portal sends them: some 300 rule types whose texts
/// repeat, a fifth of the events with a text of their own, 60 asset groups, 5,000 assets. The
/// same seed gives the same bytes. Test and benchmark data only.
class StoreBodies final
{
public:
    explicit StoreBodies(quint64 seed = 1);

    QByteArray next();
    /// A delivery of the next body, numbered.
    models::Delivery nextDelivery();

private:
    QByteArray uuid();
    QByteArray words(int count);
    QByteArray date();
    qint64 below(qint64 bound) { return qint64(m_random() % quint64(bound)); }

    struct Rule
    {
        QByteArray type;
        QByteArray description;
        QByteArray recommendation;
        QByteArray relevance;
    };
    struct Asset
    {
        QByteArray id;
        QByteArray name;
        int group = 0;
    };
    std::mt19937_64 m_random;
    QList<Rule> m_rules;
    QList<QByteArray> m_groups;
    QList<QByteArray> m_groupIds;
    QList<Asset> m_assets;
    QList<QByteArray> m_subjects; // of events that another will resolve
    quint64 m_count = 0;
};

/// The delivery of a request body, decoded as the receiver does it.
models::Delivery storeDelivery(const QByteArray &body, quint64 number = 1);
