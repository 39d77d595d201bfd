// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/storelookup.h"

#include <algorithm>
#include <atomic>

namespace models {

namespace {

/// No two questions have the same: what is on its way to one lookup is no answer for another
/// that asks the same store later.
quint64 newNumber()
{
    static std::atomic<quint64> last { 0 };
    return ++last;
}

} // namespace

StoreLookup::StoreLookup(StoreSearch *search, QObject *parent) : QObject(parent), m_search(search)
{
    if (search == nullptr)
        return;
    m_answers = std::make_shared<const StoreAnswers>();
    connect(search, &StoreSearch::judged, this, &StoreLookup::take);
    connect(search, &StoreSearch::failed, this, &StoreLookup::fail);
}

void StoreLookup::begin(const Filter &filter)
{
    if (m_search == nullptr)
        return;
    drop();
    m_answers = std::make_shared<const StoreAnswers>(filter);
    m_stopped = false;
    m_failure.clear();
    emit changed();
}

void StoreLookup::ask(StoreQuestion question)
{
    if (!isWanted() || question.isEmpty())
        return;
    if (m_open.empty()) {
        m_asked = 0;
        m_judged = 0;
    }
    question.number = newNumber();
    m_open.push_back(question.number);
    m_asked += question.terms.size() + question.events.size();
    m_search->ask(question);
    emit changed();
}

void StoreLookup::drop()
{
    if (m_open.empty())
        return;
    m_open.clear();
    m_search->cancel();
}

void StoreLookup::stop()
{
    drop();
    m_stopped = true;
    emit changed();
}

void StoreLookup::resume()
{
    m_stopped = false;
    m_failure.clear();
    emit changed();
}

double StoreLookup::progress() const
{
    if (m_asked == 0)
        return 1;
    return static_cast<double>(std::min(m_judged, m_asked)) / static_cast<double>(m_asked);
}

void StoreLookup::take(const StoreVerdicts &verdicts)
{
    const auto open = std::find(m_open.begin(), m_open.end(), verdicts.question);
    if (open == m_open.end())
        return; // of a filter that is gone
    m_judged += verdicts.terms.ids.size() + verdicts.events.ids.size();
    if (verdicts.last)
        m_open.erase(open);
    auto grown = std::make_shared<StoreAnswers>(*m_answers);
    grown->add(verdicts);
    m_answers = std::move(grown);
    emit answered();
    emit changed();
}

void StoreLookup::fail(const QString &reason)
{
    if (m_open.empty())
        return;
    m_open.clear();
    m_stopped = true;
    m_failure = reason;
    emit changed();
}

} // namespace models
