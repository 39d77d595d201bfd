// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exportedline.h"

#include <QDateTime>

namespace app {

namespace {

/// Steps over the members of the object that a line is.
class Members final
{
public:
    explicit Members(QByteArrayView line) : m_line(line.trimmed())
    {
        m_good = m_line.size() >= 2 && m_line.front() == '{' && m_line.back() == '}';
        m_at = 1;
    }

    /// The next member; false at the end, or when it is not such an object: see good().
    bool next(QByteArrayView &key, QByteArrayView &value)
    {
        skipSpace();
        if (!m_good || m_at >= m_line.size() - 1)
            return false;
        key = string();
        skipSpace();
        m_good = m_good && m_at < m_line.size() && m_line[m_at] == ':';
        ++m_at;
        skipSpace();
        value = m_good ? anyValue() : QByteArrayView();
        skipSpace();
        if (m_at < m_line.size() - 1) {
            m_good = m_good && m_line[m_at] == ',';
            ++m_at;
        }
        return m_good;
    }
    bool good() const { return m_good; }

private:
    void skipSpace()
    {
        while (m_at < m_line.size() && QByteArrayView(" \t\r\n").contains(m_line[m_at]))
            ++m_at;
    }
    /// A string with its quotes.
    QByteArrayView string()
    {
        const qsizetype begin = m_at;
        m_good = m_good && m_at < m_line.size() && m_line[m_at] == '"';
        for (++m_at; m_good && m_at < m_line.size() && m_line[m_at] != '"'; ++m_at)
            m_at += m_line[m_at] == '\\' ? 1 : 0;
        m_good = m_good && m_at < m_line.size();
        ++m_at;
        return m_good ? m_line.sliced(begin, m_at - begin) : QByteArrayView();
    }
    QByteArrayView anyValue()
    {
        const qsizetype begin = m_at;
        qsizetype depth = 0;
        while (m_good && m_at < m_line.size()) {
            const char c = m_line[m_at];
            if (c == '"') {
                string();
                continue;
            }
            if (depth == 0 && (c == ',' || c == '}' || c == ']'))
                break;
            depth += (c == '{' || c == '[') ? 1 : (c == '}' || c == ']') ? -1 : 0;
            ++m_at;
        }
        return m_good ? m_line.sliced(begin, m_at - begin).trimmed() : QByteArrayView();
    }

    QByteArrayView m_line;
    qsizetype m_at = 0;
    bool m_good = true;
};

std::optional<models::Instant> timeOf(QByteArrayView quoted)
{
    const QString text = QString::fromLatin1(quoted.sliced(1).chopped(1));
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    return models::Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace

std::optional<ExportedLine> readExportedLine(const QByteArray &line)
{
    Members members(line);
    QByteArrayView key;
    QByteArrayView value;
    QByteArrayView body;
    QByteArrayView received;
    while (members.next(key, value)) {
        if (key == QByteArrayView("\"event\""))
            return {};
        if (key == QByteArrayView("\"body\""))
            body = value;
        else if (key == QByteArrayView("\"received\""))
            received = value;
    }
    if (!members.good() || !body.startsWith('{') || !received.startsWith('"'))
        return {};
    return ExportedLine { body.toByteArray(), timeOf(received) };
}

} // namespace app
