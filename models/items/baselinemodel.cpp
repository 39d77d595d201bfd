// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/baselinemodel.h"

#include "models/index/eventindex.h"
#include "models/items/eventtext.h"
#include "models/items/sincemodel.h"

#include <QLocale>

#include <algorithm>

namespace models {

namespace {

SectionList::Row entryRow(const BaselineEntry &entry)
{
    SectionList::Row row;
    row.text = singleLine(entry.title.isEmpty() ? entry.id : entry.title);
    row.more = singleLine(entry.asset);
    row.severity = severityFromWord(entry.severityWord);
    return row;
}

/// Tabs and line ends become spaces, and what a spreadsheet would take for a formula gets a quote
/// before it.
QString cellText(const QString &text)
{
    const QString line = singleLine(text, 1000);
    const bool isFormula = !line.isEmpty() && QStringView(u"=+-@").contains(line.front());
    return isFormula ? QString(u'\'' + line) : line;
}

} // namespace

BaselineModel::BaselineModel(const EventIndex &index, QObject *parent)
    : SectionList(parent), m_index(index)
{
}

void BaselineModel::show(const std::shared_ptr<const ComparedBaseline> &compared)
{
    m_compared = compared;
    const BaselineComparison &found = m_compared->found;
    std::vector<Section> sections;
    Section never { tr("Open there, never received here"), qint64(found.neverReceived.size()), {} };
    for (std::size_t i = 0; i < std::min(found.neverReceived.size(), most); ++i)
        never.rows.push_back(entryRow(m_compared->list.entries[found.neverReceived[i]]));
    sections.push_back(std::move(never));
    const auto add = [&](const QString &title, const std::vector<quint32> &places) {
        Section section { title, qint64(places.size()), {} };
        for (std::size_t i = 0; i < std::min(places.size(), most); ++i)
            section.rows.push_back(issueRow(m_index, m_compared->boards.issues(), places[i]));
        sections.push_back(std::move(section));
    };
    add(tr("Open here, closed there"), found.openHereOnly);
    add(tr("Open there, closed here"), found.closedHereOnly);
    add(tr("Agreed: open on both sides"), found.agreed);
    setSections(sections);
}

QString BaselineModel::summary() const
{
    const QLocale locale;
    const Baseline &list = m_compared->list;
    QStringList sentences { tr("%1: %2 open issues.")
                                    .arg(singleLine(m_compared->file, 120),
                                         locale.toString(qint64(list.entries.size()))) };
    if (list.repeated > 0)
        sentences += tr("%1 came twice.").arg(locale.toString(list.repeated));
    if (list.refused > 0)
        sentences += tr("%1 could not be read.").arg(locale.toString(list.refused));
    for (const Baseline::Problem &problem : list.problems) {
        if (sentences.size() > 5)
            break;
        sentences += problem.line > 0
                ? tr("Line %1: %2").arg(locale.toString(problem.line), singleLine(problem.text))
                : singleLine(problem.text);
    }
    if (list.isCut)
        sentences += tr("The rest of the file was not read.");
    return sentences.join(QLatin1Char('\n'));
}

QString BaselineModel::rowsText() const
{
    QString text =
            QStringList { tr("List"), tr("Id"), tr("Title"), tr("Asset"), tr("Severity") }.join(
                    u'\t')
            + u'\n';
    const auto line = [&text](const QString &list, const QStringList &cells) {
        text += list;
        for (const QString &cell : cells)
            text += u'\t' + cellText(cell);
        text += u'\n';
    };
    for (const std::size_t at : m_compared->found.neverReceived) {
        const BaselineEntry &entry = m_compared->list.entries[at];
        line(tr("never received"), { entry.id, entry.title, entry.asset, entry.severityWord });
    }
    const IssueBoard &board = m_compared->boards.issues();
    const auto add = [&](const QString &list, const std::vector<quint32> &places) {
        for (const quint32 place : places) {
            const IssueFacts &facts = board.facts(place);
            line(list,
                 { m_index.text(board.state(place).subject), m_index.text(facts.title),
                   m_index.text(facts.asset), m_index.text(facts.severityWord) });
        }
    };
    add(tr("open here only"), m_compared->found.openHereOnly);
    add(tr("closed here only"), m_compared->found.closedHereOnly);
    add(tr("agreed"), m_compared->found.agreed);
    return text;
}

} // namespace models
