// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace models {
class FacetModel;
}

namespace views {

class FacetSection;

/// The facets of a page below each other, each with its values and counts. GUI thread.
class FacetPanel final : public QScrollArea
{
    Q_OBJECT
public:
    /// The models must outlive the panel.
    explicit FacetPanel(const QList<models::FacetModel *> &facets, QWidget *parent = nullptr);

    const QList<FacetSection *> &sections() const { return m_sections; }
    QSize sizeHint() const override { return { 216, 400 }; }

private:
    QList<FacetSection *> m_sections;
};

} // namespace views
