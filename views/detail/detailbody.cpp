// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/detailbody.h"

#include "views/detail/detaillinks.h"
#include "views/detail/factgrid.h"
#include "views/detail/textblock.h"
#include "views/widgets/plaintext.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace views {
namespace {

constexpr int grid = 8;
constexpr int headingGap = grid + grid / 2;

} // namespace

DetailBody::DetailBody(QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Details"));

    auto *content = new QWidget(this);
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(2 * grid, grid, 2 * grid, 2 * grid);
    m_rows->setSpacing(grid / 2);
    m_pinnedHeading = addHeading(tr("Pinned"));
    m_pinned = new FactGrid(content);
    m_pinned->setObjectName(QStringLiteral("detailPane.pinned"));
    connect(m_pinned, &FactGrid::valueMenuRequested, this, &DetailBody::valueMenuRequested);
    m_rows->addWidget(m_pinned);
    showPinned({});
    using models::Event;
    addSection(tr("What to do"), QStringLiteral("detailPane.recommendation"),
               &Event::recommendation);
    addSection(tr("Description"), QStringLiteral("detailPane.description"), &Event::description);
    addSection(tr("Additional information"), QStringLiteral("detailPane.additionalInformation"),
               &Event::additionalInformation);
    addSection(tr("Exception"), QStringLiteral("detailPane.exception"),
               &Event::exceptionExplanation);
    m_factsHeading = addHeading(tr("Facts"));
    m_facts = new FactGrid(content);
    m_facts->setObjectName(QStringLiteral("detailPane.facts"));
    connect(m_facts, &FactGrid::valueMenuRequested, this, &DetailBody::valueMenuRequested);
    m_rows->addWidget(m_facts);
    m_linksHeading = addHeading(tr("Links"));
    m_linksHeading->setContentsMargins(0, headingGap, 0, 0);
    m_links = new DetailLinks(content);
    m_rows->addWidget(m_links);
    m_rows->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

QLabel *DetailBody::addHeading(const QString &text)
{
    QLabel *heading = plainLabel(text, this);
    QFont semibold = heading->font();
    semibold.setWeight(QFont::DemiBold);
    heading->setFont(semibold);
    m_rows->addWidget(heading);
    return heading;
}

void DetailBody::addSection(const QString &heading, const QString &name,
                            QString models::Event::*field)
{
    Section section { addHeading(heading), new TextBlock(this), field };
    section.text->setObjectName(name);
    section.text->setAccessibleName(heading);
    section.heading->setBuddy(section.text);
    m_rows->addWidget(section.text);
    m_sections.push_back(section);
}

void DetailBody::showPinned(const QList<Fact> &facts)
{
    m_pinned->show(facts);
    m_pinned->setVisible(!facts.isEmpty());
    m_pinnedHeading->setVisible(!facts.isEmpty());
}

void DetailBody::show(const models::StoredEvent &stored, const models::LinkPolicy &policy,
                      bool same)
{
    bool first = m_pinned->isHidden();
    for (const Section &section : m_sections) {
        const QString text = sectionText(stored.event.*section.field);
        section.text->setText(text);
        section.heading->setVisible(!text.isEmpty());
        section.text->setVisible(!text.isEmpty());
        section.heading->setContentsMargins(0, first ? 0 : headingGap, 0, 0);
        first = first && text.isEmpty();
    }
    m_factsHeading->setContentsMargins(0, first ? 0 : headingGap, 0, 0);
    m_facts->show(facts(stored));
    m_links->show(stored.event.links, stored.event.family, policy);
    m_linksHeading->setVisible(m_links->count() > 0);
    m_links->setVisible(m_links->count() > 0);
    if (!same)
        verticalScrollBar()->setValue(0);
}

} // namespace views
