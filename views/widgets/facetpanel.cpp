// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/facetpanel.h"

#include "models/items/facetlist.h"
#include "views/widgets/facetsection.h"

#include <QVBoxLayout>

#include <chrono>

namespace views {

FacetPanel::FacetPanel(const QString &name, const QList<models::FacetList *> &facets,
                       QWidget *parent)
    : QScrollArea(parent), m_models(facets)
{
    setObjectName(name);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Filter by value"));
    setMinimumWidth(152);
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(8, 8, 8, 16);
    column->setSpacing(12);
    for (models::FacetList *facet : facets) {
        m_sections += new FacetSection(*facet, body);
        m_sections.constLast()->foldAction().setObjectName(name % u'.' % facet->name());
        column->addWidget(m_sections.constLast());
        const auto later = [this] {
            if (!m_rest.isActive())
                m_rest.start();
        };
        connect(facet, &QAbstractItemModel::dataChanged, this, later);
        connect(facet, &QAbstractItemModel::rowsInserted, this, later);
    }
    column->addStretch(1);
    setWidget(body);
    m_rest.setSingleShot(true);
    m_rest.setInterval(std::chrono::milliseconds(400));
    connect(&m_rest, &QTimer::timeout, this, &FacetPanel::sort);
    sort();
}

void FacetPanel::leaveEvent(QEvent *event)
{
    QScrollArea::leaveEvent(event);
    m_rest.start();
}

void FacetPanel::sort()
{
    if (underMouse())
        return;
    for (models::FacetList *facet : m_models)
        facet->sortRows();
}

} // namespace views
