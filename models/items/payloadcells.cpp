// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/payloadcells.h"

#include <algorithm>

namespace models {

using namespace std::chrono_literals;

namespace {

/// More than a screen: what has been scrolled past need not be fetched any more.
constexpr qsizetype mostWanted = 512;

qsizetype sizeOf(const QStringList &texts)
{
    constexpr qsizetype overhead = 96;
    qsizetype size = overhead;
    for (const QString &text : texts)
        size += qsizetype(sizeof(QString)) + 2 * text.size();
    return size;
}

} // namespace

PayloadCells::PayloadCells(PayloadValues &values, QObject *parent)
    : QObject(parent), m_values(values), m_kept(mostBytes)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    m_later.setSingleShot(true);
    m_later.setInterval(2s);
    connect(&m_soon, &QTimer::timeout, this, &PayloadCells::fetch);
    connect(&m_later, &QTimer::timeout, this, &PayloadCells::fetch);
    connect(&values, &PayloadValues::read, this, &PayloadCells::take);
}

void PayloadCells::setPaths(const QStringList &paths)
{
    if (paths == m_paths)
        return;
    m_paths = paths;
    m_kept.clear();
    m_wanted.clear();
    m_waiting.clear();
    m_underWay.clear();
    m_request = 0; // its answer is about other paths
    m_soon.stop();
    m_later.stop();
}

std::optional<QString> PayloadCells::known(qint64 id, int path) const
{
    const QStringList *const texts = m_kept.object(id);
    if (texts == nullptr || path < 0 || path >= texts->size())
        return {};
    return texts->at(path);
}

std::optional<QString> PayloadCells::text(qint64 id, int path)
{
    std::optional<QString> found = known(id, path);
    if (found || m_paths.isEmpty() || m_waiting.contains(id))
        return found;
    m_waiting.insert(id);
    m_wanted.append(id);
    if (m_wanted.size() > mostWanted)
        m_waiting.remove(m_wanted.takeFirst());
    if (m_request == 0 && !m_soon.isActive() && !m_later.isActive())
        m_soon.start();
    return found;
}

void PayloadCells::fetch()
{
    if (m_request != 0 || m_wanted.isEmpty())
        return;
    const qsizetype count = std::min<qsizetype>(m_wanted.size(), PayloadValues::mostIds);
    m_underWay = m_wanted.last(count);
    m_wanted.remove(m_wanted.size() - count, count);
    m_request = m_values.request(m_underWay, m_paths);
}

void PayloadCells::take(quint64 request, const PayloadTexts &texts, bool failed)
{
    if (request == 0 || request != m_request)
        return;
    m_request = 0;
    const QList<qint64> asked = std::exchange(m_underWay, {});
    if (failed) {
        m_wanted += asked;
        m_later.start();
        return;
    }
    for (const qint64 id : asked) {
        m_waiting.remove(id);
        // An event that is not there reads as one that has nothing at these paths.
        QStringList found = texts.value(id);
        while (found.size() < m_paths.size())
            found += QString();
        const qsizetype size = std::max(sizeOf(found), mostBytes / mostEvents);
        m_kept.insert(id, new QStringList(std::move(found)), size);
    }
    fetch(); // before anyone hears of the answer and asks for more
    emit arrived(asked);
}

} // namespace models
