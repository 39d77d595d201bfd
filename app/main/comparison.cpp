// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/comparison.h"

#include "views/compare/comparedialog.h"
#include "views/detail/detailpane.h"
#include "views/pages/eventspage.h"

namespace app {

using views::EventsPage;

Comparison::Comparison(const models::EventIndex &index, models::Archive &archive, EventsPage &page,
                       views::DetailPane &detail)
    : m_page(page), m_comparer(index, archive)
{
    connect(&page, &EventsPage::compareRequested, this, &Comparison::compare);
    connect(&detail, &views::DetailPane::compareRequested, &m_comparer,
            &models::EventComparer::compareWithPrevious);
    connect(&m_comparer, &models::EventComparer::compared, this, &Comparison::show);
}

void Comparison::compare(qint64 one, qint64 other)
{
    if (other == 0)
        m_comparer.compareWithPrevious(one);
    else
        m_comparer.compare(one, other);
}

void Comparison::show(const models::EventComparison &comparison)
{
    if (!comparison.problem.isEmpty()) {
        emit said(comparison.problem);
        return;
    }
    if (!m_dialog) {
        m_dialog = new views::CompareDialog(m_page.window());
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &views::CompareDialog::copied, this, &Comparison::said);
        connect(m_dialog, &views::CompareDialog::columnRequested, &m_page,
                &EventsPage::showAsColumn);
    }
    m_dialog->show(comparison);
}

} // namespace app
