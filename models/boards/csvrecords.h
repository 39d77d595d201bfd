// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace models {

/// Takes comma-separated values apart (RFC 4180), record by record, whatever they hold: a quote in
/// the middle of a field is a character, a quoted field that is never closed ends with the text.
/// A value; any thread.
class CsvRecords final
{
public:
    /// `separator`: between fields. The text must outlive it.
    CsvRecords(QByteArrayView text, char separator) : m_text(text), m_separator(separator) { }

    /// The separator of a first line: of comma, semicolon and tab the one that is there most.
    static char separatorOf(QByteArrayView firstLine);

    /// The next record; false: there is none. What is beyond `mostFields` or `mostBytes` is
    /// dropped, and isCut() then.
    bool next(qsizetype mostFields, qsizetype mostBytes);
    const std::vector<QByteArray> &fields() const { return m_fields; }
    bool isCut() const { return m_cut; }
    /// The line on which the record began, from 1.
    qint64 line() const { return m_line; }
    /// Bytes that were read.
    qsizetype position() const { return m_at; }

private:
    void takeField(QByteArray field, qsizetype mostFields);

    QByteArrayView m_text;
    char m_separator;
    qsizetype m_at = 0;
    qint64 m_line = 0;
    qint64 m_nextLine = 1;
    std::vector<QByteArray> m_fields;
    bool m_cut = false;
};

} // namespace models
