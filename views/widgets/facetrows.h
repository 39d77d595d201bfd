// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace views {

/// The values of a facet that its section shows: those whose label holds the searched text, or
/// the first few and all chosen ones until all are asked for. In the facet's own order with the
/// empty value at the end, or by the scale of severities, gravest first. Small lists only.
/// GUI thread.
class FacetRows final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Arrangement { Own, BySeverity };
    explicit FacetRows(Arrangement arrangement, QObject *parent = nullptr);

    /// Values shown before "show all".
    static constexpr int few = 8;

    void setSearch(const QString &text);
    void setAll(bool all);
    bool all() const { return m_all; }

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    const bool m_byLevel;
    QString m_search;
    bool m_all = false;
};

} // namespace views
