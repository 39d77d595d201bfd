// SPDX-License-Identifier: GPL-3.0-or-later
// What a ColumnHeader remembers: arrangement and widths.
#include "views/widgets/columnheader.h"

#include <QDataStream>
#include <QIODevice>

namespace views {

namespace {
constexpr quint32 stateMark = 0x57464301; // "WFC", version 1
constexpr int widest = 4000;
} // namespace

QList<ColumnChoice> ColumnHeader::choices() const
{
    QList<ColumnChoice> all;
    for (int visual = 0; visual < qMin(count(), int(m_plan.size())); ++visual) {
        const int column = logicalIndex(visual);
        all += { column, m_wishes[size_t(column)], m_dragged[size_t(column)] };
    }
    return all;
}

void ColumnHeader::setChoices(const QList<ColumnChoice> &choices)
{
    m_laying = true;
    m_wishes.assign(m_plan.size(), Wish::Auto);
    m_dragged.assign(m_plan.size(), 0);
    int visual = 0;
    for (const ColumnChoice &choice : choices) {
        if (choice.column < 0 || choice.column >= qMin(count(), int(m_plan.size())))
            continue;
        moveSection(visualIndex(choice.column), visual++);
        m_wishes[size_t(choice.column)] = choice.wish;
        m_dragged[size_t(choice.column)] = qBound(0, choice.width, widest);
    }
    m_laying = false;
    layOut();
}

QByteArray ColumnHeader::saveColumns() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << stateMark << qint32(m_plan.size());
    for (int visual = 0; visual < int(m_plan.size()); ++visual) {
        const int column = logicalIndex(visual);
        stream << qint32(column) << quint8(m_wishes[size_t(column)])
               << qint32(m_dragged[size_t(column)]);
    }
    return state;
}

bool ColumnHeader::restoreColumns(const QByteArray &state)
{
    struct Place
    {
        qint32 column = -1;
        quint8 wish = 0;
        qint32 dragged = 0;
    };
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 mark = 0;
    qint32 columns = 0;
    stream >> mark >> columns;
    if (mark != stateMark || columns != int(m_plan.size()) || columns != count())
        return false;
    std::vector<Place> places(size_t(columns), Place {});
    std::vector<bool> seen(size_t(columns), false);
    int hidden = 0;
    for (Place &place : places) {
        stream >> place.column >> place.wish >> place.dragged;
        if (stream.status() != QDataStream::Ok || place.column < 0 || place.column >= columns
            || seen[size_t(place.column)] || place.dragged < 0 || place.dragged > widest
            || place.wish > quint8(Wish::Hidden))
            return false;
        seen[size_t(place.column)] = true;
        hidden += place.wish == quint8(Wish::Hidden) ? 1 : 0;
    }
    if (hidden == columns)
        return false;
    m_laying = true;
    for (int visual = 0; visual < columns; ++visual) {
        const Place &place = places[size_t(visual)];
        moveSection(visualIndex(place.column), visual);
        m_wishes[size_t(place.column)] = Wish(place.wish);
        m_dragged[size_t(place.column)] = place.dragged;
    }
    m_laying = false;
    layOut();
    return true;
}

} // namespace views
