// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/searchturns.h"

#include <algorithm>
#include <utility>

namespace models {

class SearchTurns::Turn final : public StoreSearch
{
public:
    explicit Turn(SearchTurns &turns) : m_turns(turns) { }
    ~Turn() override { m_turns.leave(*this); }

    void ask(const StoreQuestion &question) override
    {
        if (m_turns.m_current == this) {
            m_turns.forward(question);
            return;
        }
        m_questions.push_back(question);
        m_turns.wait(*this);
    }
    void cancel() override
    {
        m_questions.clear();
        m_turns.leave(*this);
    }
    std::vector<StoreQuestion> takeQuestions() { return std::exchange(m_questions, {}); }

private:
    SearchTurns &m_turns;
    std::vector<StoreQuestion> m_questions; ///< while it waits
};

SearchTurns::SearchTurns(std::unique_ptr<StoreSearch> search, QObject *parent)
    : QObject(parent), m_search(std::move(search))
{
    connect(m_search.get(), &StoreSearch::judged, this, &SearchTurns::take);
    connect(m_search.get(), &StoreSearch::failed, this, &SearchTurns::fail);
}

SearchTurns::~SearchTurns() = default;

std::unique_ptr<StoreSearch> SearchTurns::newSearch()
{
    return std::make_unique<Turn>(*this);
}

void SearchTurns::wait(Turn &turn)
{
    if (std::find(m_waiting.begin(), m_waiting.end(), &turn) == m_waiting.end())
        m_waiting.push_back(&turn);
    goOn();
}

void SearchTurns::forward(const StoreQuestion &question)
{
    m_open.push_back(question.number);
    m_search->ask(question);
}

void SearchTurns::leave(const Turn &turn)
{
    std::erase(m_waiting, &turn);
    if (m_current != &turn)
        return;
    m_current = nullptr;
    m_open.clear();
    m_search->cancel();
    goOn();
}

void SearchTurns::goOn()
{
    if (m_current != nullptr || m_waiting.empty())
        return;
    m_current = m_waiting.front();
    m_waiting.pop_front();
    for (const StoreQuestion &question : m_current->takeQuestions())
        forward(question);
}

void SearchTurns::take(const StoreVerdicts &verdicts)
{
    const auto open = std::find(m_open.begin(), m_open.end(), verdicts.question);
    if (open == m_open.end())
        return; // of a query that has left
    if (verdicts.last)
        m_open.erase(open);
    emit m_current->judged(verdicts); // it may ask on, which is still its turn, or leave
    if (m_current != nullptr && m_open.empty()) {
        m_current = nullptr;
        goOn();
    }
}

void SearchTurns::fail(const QString &reason)
{
    if (m_current == nullptr)
        return;
    m_open.clear();
    emit std::exchange(m_current, nullptr)->failed(reason);
    goOn();
}

} // namespace models
