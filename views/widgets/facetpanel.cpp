// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/facetpanel.h"

#include "views/widgets/facetsection.h"

#include <QVBoxLayout>

namespace views {

FacetPanel::FacetPanel(const QList<models::FacetModel *> &facets, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Filter by value"));
    setMinimumWidth(152);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(8, 8, 8, 16);
    column->setSpacing(16);
    for (models::FacetModel *facet : facets) {
        m_sections += new FacetSection(*facet, body);
        column->addWidget(m_sections.constLast());
    }
    column->addStretch(1);
    setWidget(body);
}

} // namespace views
