// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"
#include "models/items/wholefacet.h"

namespace models {

class DeliveryQuery;

/// One facet of the requests. Of results several can be chosen, of peers and causes one; what
/// is chosen stays in the list, whatever its count. ValueRole is the number of the
/// DeliveryResult as text, or the peer or cause itself. GUI thread.
class DeliveryFacet final : public WholeFacet
{
    Q_OBJECT
public:
    enum class Field : quint8 { Result, Peer, Cause };

    /// `query` must outlive the facet.
    DeliveryFacet(DeliveryQuery &query, Field field, QObject *parent = nullptr);

    /// Gestures on a value (ValueRole) that need not be among the rows.
    bool isChosen(const QString &value) const;
    void choose(const QString &value, bool only = false);
    void release(const QString &value);
    QString labelOf(const QString &value) const;

    QString title() const override;
    QString name() const override;
    Shapes shapes() const override;
    int marks() const override;
    void clear() override;

protected:
    std::vector<FacetEntry> values() const override;
    bool keepsEmpty() const override { return false; }
    void apply(const FacetEntry &entry, Gesture gesture) override;
    QString countWords(const FacetEntry &entry) const override;

private:
    FacetEntry entry(const QString &value, qint64 count, bool selected) const;

    DeliveryQuery &m_query;
    const Field m_field;
};

} // namespace models
