// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"
#include "models/items/facetlist.h"

#include <vector>

namespace models {

class DeliveryQuery;

/// One facet of the requests. Of results several can be chosen, of peers and causes one; what
/// is chosen stays in the list, whatever its count. GUI thread.
class DeliveryFacet final : public FacetList
{
    Q_OBJECT
public:
    enum class Field : quint8 { Result, Peer, Cause };

    /// `query` must outlive the facet.
    DeliveryFacet(DeliveryQuery &query, Field field, QObject *parent = nullptr);

    QString title() const override;
    Shapes shapes() const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole, AccessibleTextRole, CheckStateRole, MatchingRole; ValueRole is the number of
    /// the DeliveryResult as text, or the peer or cause itself.
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void selectOnly(int row) override;
    void clear() override;
    void sortRows() override;

private:
    struct Value
    {
        QString value;
        qint64 count = 0;
        bool selected = false;
        bool operator==(const Value &) const = default;
    };
    std::vector<Value> wanted() const;
    void refresh();
    QString label(const Value &value) const;
    void select(const Value &value, bool selected, bool only);

    DeliveryQuery &m_query;
    const Field m_field;
    std::vector<Value> m_values;
};

} // namespace models
