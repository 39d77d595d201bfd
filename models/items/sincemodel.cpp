// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/sincemodel.h"

#include "models/index/eventindex.h"
#include "models/items/eventtext.h"

#include <algorithm>

namespace models {

SectionList::Row issueRow(const EventIndex &index, const IssueBoard &board, quint32 place)
{
    const IssueFacts &facts = board.facts(place);
    return { singleLine(index.text(facts.title)), singleLine(index.text(facts.asset)),
             facts.severity, int(place) };
}

SinceModel::SinceModel(const EventIndex &index, QObject *parent)
    : SectionList(parent), m_index(index)
{
}

void SinceModel::show(const Boards &boards, const SinceLeft &since)
{
    m_boards = boards;
    m_since = since;
    std::vector<Section> sections;
    const auto add = [&](const QString &title, const std::vector<quint32> &places) {
        Section section { title, qint64(places.size()), {} };
        for (std::size_t i = 0; i < std::min(places.size(), most); ++i)
            section.rows.push_back(issueRow(m_index, boards.issues(), places[i]));
        sections.push_back(std::move(section));
    };
    add(tr("New"), since.fresh);
    add(tr("More severe"), since.worse);
    add(tr("Open again"), since.reopened);
    add(tr("Now overdue"), since.overdue);
    add(tr("Overdue before, and not a word since"), since.silent);
    add(tr("Fixed"), since.resolved);
    add(tr("Accepted or closed otherwise"), since.accepted);
    setSections(sections);
}

QString SinceModel::markdown() const
{
    return sinceLeftMarkdown(m_since, m_boards.issues(),
                             [this](TermId term) { return m_index.text(term); });
}

QString SinceModel::html() const
{
    return sinceLeftHtml(m_since, m_boards.issues(),
                         [this](TermId term) { return m_index.text(term); });
}

} // namespace models
