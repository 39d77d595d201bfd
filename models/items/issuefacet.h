// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuefilter.h"
#include "models/items/wholefacet.h"

namespace models {

class IssueQuery;

/// "Open", "Overdue", "Back again", … Any thread; translated.
QString issueClassText(IssueClass which);

/// One facet of the issues; several values can be selected or excluded. GUI thread.
class IssueFacet final : public WholeFacet
{
    Q_OBJECT
public:
    using Field = IssueField;

    /// `query` must outlive the facet. One of class, severity, standing and group.
    IssueFacet(IssueQuery &query, Field field, QObject *parent = nullptr);

    QString title() const override;
    QString name() const override;
    Shapes shapes() const override;
    bool excludes() const override { return true; }
    int marks() const override;
    void clear() override;

protected:
    std::vector<FacetEntry> values() const override;
    void apply(const FacetEntry &entry, Gesture gesture) override;
    QString countWords(const FacetEntry &entry) const override;

private:
    FacetEntry entry(qint64 key, const QString &label, qint64 count) const;

    IssueQuery &m_query;
    const Field m_field;
};

} // namespace models
