// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/wholefacet.h"

namespace models {

class BoardQuery;

/// One column of a board as a facet; several values can be selected. GUI thread.
class BoardFacet final : public WholeFacet
{
    Q_OBJECT
public:
    /// `query` must outlive the facet; `name`: a stable word for object names.
    BoardFacet(BoardQuery &query, int column, const QString &name, QObject *parent = nullptr);

    QString title() const override;
    QString name() const override { return m_name; }
    int marks() const override;
    void clear() override;

protected:
    std::vector<FacetEntry> values() const override;
    void apply(const FacetEntry &entry, Gesture gesture) override;
    QString countWords(const FacetEntry &entry) const override;

private:
    FacetEntry entry(qint64 key, const QString &label, int count) const;

    BoardQuery &m_query;
    const int m_column;
    const QString m_name;
};

} // namespace models
