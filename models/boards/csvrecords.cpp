// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/csvrecords.h"

#include <algorithm>

namespace models {

char CsvRecords::separatorOf(QByteArrayView firstLine)
{
    char best = ',';
    qsizetype most = 0;
    for (const char candidate : { ',', ';', '\t' }) {
        const qsizetype count = std::count(firstLine.begin(), firstLine.end(), candidate);
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

void CsvRecords::takeField(QByteArray field, qsizetype mostFields)
{
    if (qsizetype(m_fields.size()) < mostFields)
        m_fields.push_back(std::move(field));
    else
        m_cut = true;
}

bool CsvRecords::next(qsizetype mostFields, qsizetype mostBytes)
{
    m_fields.clear();
    m_cut = false;
    m_line = m_nextLine;
    if (m_at >= m_text.size())
        return false;
    QByteArray field;
    qsizetype kept = 0;
    bool quoted = false;
    bool fresh = true; // nothing of the field has been seen
    const auto keep = [&](char c) {
        if (++kept <= mostBytes)
            field.append(c);
        else
            m_cut = true;
    };
    while (m_at < m_text.size()) {
        const char c = m_text[m_at++];
        if (c == '\n')
            ++m_nextLine;
        if (quoted) {
            if (c != '"') {
                keep(c);
            } else if (m_at < m_text.size() && m_text[m_at] == '"') {
                ++m_at;
                keep(c);
            } else {
                quoted = false;
            }
        } else if (c == '"' && fresh) {
            quoted = true;
            fresh = false;
        } else if (c == m_separator) {
            takeField(std::exchange(field, {}), mostFields);
            fresh = true;
        } else if (c == '\n') {
            break;
        } else if (c != '\r' || m_at >= m_text.size() || m_text[m_at] != '\n') {
            keep(c);
            fresh = false;
        }
    }
    takeField(std::move(field), mostFields);
    return true;
}

} // namespace models
