// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/batchreader.h"

#include "app/store/rowcoder.h"
#include "app/store/sqltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace app {

namespace {

// Stepping over this many unwanted texts costs about as much as seeking the next wanted one.
constexpr models::TermId mostGap = 12;

/// True if it had not been marked.
bool mark(std::vector<bool> &marks, models::TermId id)
{
    if (id >= marks.size())
        marks.resize(std::max<size_t>(size_t(id) + 1, marks.size() * 2));
    if (marks[id])
        return false;
    marks[id] = true;
    return true;
}

} // namespace

bool ShippedTerms::add(models::TermId id)
{
    return mark(m_shipped, id);
}

bool ShippedTerms::addRepeated(models::TermId id)
{
    return !mark(m_seen, id) && mark(m_shipped, id);
}

void ShippedTerms::remove(models::TermId id)
{
    m_shipped[id] = false;
}

BatchReader::BatchReader(const Connection &connection, ShippedTerms &shipped, Texts texts)
    : m_connection(connection), m_shipped(shipped), m_texts(texts),
      m_newer(connection.database(), sqlText(QLatin1String("selectnewer"))),
      m_older(connection.database(), sqlText(QLatin1String("selectolder"))),
      m_repeats(connection.database(), sqlText(QLatin1String("selectrepeats"))),
      m_terms(connection.database(), sqlText(QLatin1String("selectterms"))),
      m_ahead(connection.database(), sqlText(QLatin1String("selecttermsdown")))
{
}

models::Result<models::EventBatch> BatchReader::newer(qint64 afterEvent, qint64 afterRepeat,
                                                      int limit)
{
    const int most = std::clamp(limit, 1, mostRows);
    return inSnapshot([&](models::EventBatch &batch) {
        batch.kind = models::EventBatch::Kind::Newer;
        m_newer.start(afterEvent, most);
        QString failure = readRows<termColumns>(m_newer, batch);
        batch.complete = int(batch.rows.size()) < most;
        if (failure.isEmpty())
            failure = readRepeats(afterRepeat, most, batch);
        return failure;
    });
}

models::Result<models::EventBatch> BatchReader::older(qint64 beforeEvent, int limit)
{
    const int most = std::clamp(limit, 1, mostRows);
    return inSnapshot([&](models::EventBatch &batch) {
        batch.kind = models::EventBatch::Kind::Older;
        const auto next = m_next;
        QString failure = m_next ? readAhead(models::TermId(4 * most), batch) : QString();
        if (failure.isEmpty()) {
            m_older.start(beforeEvent, most);
            failure = readRows<indexTermColumns>(m_older, batch);
        }
        batch.complete = int(batch.rows.size()) < most;
        if (!failure.isEmpty()) {
            m_next = next;
        } else if (!m_next) { // the newest rows are wanted at once, and have the newest texts
            m_next = batch.terms.empty() ? 0 : batch.terms.back().id;
        }
        return failure;
    });
}

template<typename Read> models::Result<models::EventBatch> BatchReader::inSnapshot(Read read)
{
    if (const auto begun = m_connection.run(QStringLiteral("BEGIN")); !begun)
        return models::Failure { begun.error() };
    models::EventBatch batch;
    const QString failure = read(batch);
    (void)m_connection.run(QStringLiteral("COMMIT"));
    if (!failure.isEmpty()) {
        for (const models::Term &term : batch.terms) // nobody got them
            m_shipped.remove(term.id);
        return models::Failure { failure };
    }
    return batch;
}

bool BatchReader::isNeeded(size_t column, models::TermId id)
{
    const bool always = m_texts == Texts::All || column != textColumn;
    return always ? m_shipped.add(id) : m_shipped.addRepeated(id);
}

template<int Terms> QString BatchReader::readRows(Cursor &cursor, models::EventBatch &batch)
{
    batch.rows.reserve(mostRows);
    std::vector<models::TermId> needed;
    while (cursor.next()) {
        const models::EventRow row = Terms == termColumns ? rowAt(cursor) : indexRowAt(cursor);
        for (size_t column = 0; column < size_t(Terms); ++column) {
            const models::TermId id = row.*termMembers[column];
            if (id != 0 && isNeeded(column, id))
                needed.push_back(id);
        }
        batch.rows.push_back(row);
    }
    QString failure = cursor.failure();
    if (failure.isEmpty())
        failure = readTerms(needed, batch);
    if (!failure.isEmpty()) {
        for (const models::TermId id : needed)
            m_shipped.remove(id);
    }
    return failure;
}

QString BatchReader::readRepeats(qint64 afterRepeat, int limit, models::EventBatch &batch)
{
    const bool moreRows = !batch.complete;
    const qint64 lastEvent = batch.rows.empty() ? 0 : batch.rows.back().id;
    m_repeats.start(afterRepeat, limit);
    while (m_repeats.next()) {
        const models::Repeat repeat { m_repeats.integer(0), m_repeats.integer(1),
                                      m_repeats.integer(2) };
        if (moreRows && repeat.event > lastEvent)
            break;
        batch.repeats.push_back(repeat);
    }
    m_repeats.stop();
    batch.complete = batch.complete && int(batch.repeats.size()) < limit;
    return m_repeats.failure();
}

QString BatchReader::readAhead(models::TermId count, models::EventBatch &batch)
{
    if (*m_next == 0)
        return {};
    const models::TermId first = *m_next > count ? *m_next - count + 1 : 1;
    m_ahead.start(first, *m_next);
    while (m_ahead.next()) {
        const QByteArrayView text = m_ahead.view(1);
        const auto id = models::TermId(m_ahead.integer(0));
        if (text.size() <= mostAhead && m_shipped.add(id))
            batch.terms.push_back({ id, text.toByteArray() });
    }
    m_next = first - 1;
    return m_ahead.failure();
}

QString BatchReader::readTerms(std::vector<models::TermId> &needed, models::EventBatch &batch)
{
    std::sort(needed.begin(), needed.end());
    const size_t before = batch.terms.size();
    batch.terms.reserve(before + needed.size());
    for (size_t begin = 0; begin < needed.size();) {
        size_t end = begin + 1;
        while (end < needed.size() && needed[end] - needed[end - 1] <= mostGap)
            ++end;
        const QString failure =
                readTermRange(needed[begin], needed[end - 1], needed, before, batch);
        if (!failure.isEmpty())
            return failure;
        begin = end;
    }
    if (batch.terms.size() - before == needed.size())
        return {};
    return QCoreApplication::translate(
            "app::BatchReader",
            "A text of the database is missing; some events cannot be shown. Restore the database "
            "from a copy.");
}

QString BatchReader::readTermRange(models::TermId first, models::TermId last,
                                   const std::vector<models::TermId> &needed, size_t before,
                                   models::EventBatch &batch)
{
    m_terms.start(first, last);
    while (m_terms.next()) {
        // Both run in the same order, so what is read next is the next that is needed.
        const auto id = models::TermId(m_terms.integer(0));
        const size_t at = batch.terms.size() - before;
        if (at < needed.size() && needed[at] == id)
            batch.terms.push_back({ id, m_terms.bytes(1) });
    }
    return m_terms.failure();
}

} // namespace app
