// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/searchreader.h"

#include <QElapsedTimer>

#include <algorithm>

namespace app {

namespace {

// The first rows are wanted at once; later ones need not repaint the screen so often.
constexpr qint64 firstPortion = 15;
constexpr qint64 laterPortion = 60;
// What is judged between two looks at the clock.
constexpr std::size_t mostTerms = 2048;
constexpr std::size_t mostEvents = 256;

template<typename Id>
std::vector<Id> portionOf(const std::vector<Id> &ids, std::size_t from, std::size_t most)
{
    const auto first = ids.begin() + std::ptrdiff_t(from);
    return { first, first + std::ptrdiff_t(std::min(most, ids.size() - from)) };
}

} // namespace

SearchReader::SearchReader(DatabaseUrl url, std::shared_ptr<const Generation> generation)
    : m_url(std::move(url)), m_generation(std::move(generation))
{
}

SearchReader::~SearchReader() = default;

void SearchReader::ask(models::StoreQuestion question, quint64 generation)
{
    Open open;
    open.question = std::move(question);
    open.generation = generation;
    if (stale(open))
        return;
    m_open.push_back(std::move(open));
    if (!m_going) {
        m_going = true;
        QMetaObject::invokeMethod(this, &SearchReader::goOn, Qt::QueuedConnection);
    }
}

void SearchReader::goOn()
{
    m_going = false;
    std::erase_if(m_open, [this](const Open &open) { return stale(open); });
    if (m_open.empty())
        return;
    if (!ready())
        return;
    Open &open = m_open.back();
    models::StoreVerdicts verdicts;
    verdicts.question = open.question.number;
    if (!judgeSome(open, verdicts)) {
        fail(m_session->failure());
        return;
    }
    verdicts.last =
            open.terms == open.question.terms.size() && open.events == open.question.events.size();
    if (!stale(open))
        emit judged(verdicts);
    if (verdicts.last)
        m_open.pop_back();
    if (!m_open.empty()) {
        m_going = true;
        QMetaObject::invokeMethod(this, &SearchReader::goOn, Qt::QueuedConnection);
    }
}

bool SearchReader::judgeSome(Open &open, models::StoreVerdicts &verdicts)
{
    const models::StoreQuestion &question = open.question;
    QElapsedTimer time;
    time.start();
    const qint64 most = open.begun ? laterPortion : firstPortion;
    open.begun = true;
    while (!stale(open) && time.elapsed() < most) {
        if (open.terms < question.terms.size()) {
            const auto part = portionOf(question.terms, open.terms, mostTerms);
            if (!m_session->judgeTerms(part, *question.textTests, verdicts.terms))
                return false;
            open.terms += part.size();
        } else if (open.events < question.events.size()) {
            const auto part = portionOf(question.events, open.events, mostEvents);
            if (!m_session->judgeBodies(part, *question.bodyTests, verdicts.events))
                return false;
            open.events += part.size();
        } else {
            break;
        }
    }
    return true;
}

bool SearchReader::ready()
{
    if (m_session)
        return true;
    auto session = SearchSession::open(m_url);
    if (session && session.value()) {
        m_session = std::move(session.value());
        return true;
    }
    if (!session) {
        fail(session.error());
        return false;
    }
    // A store without events holds nothing of what is asked for.
    std::vector<Open> all;
    all.swap(m_open);
    for (const Open &open : all) {
        models::StoreVerdicts verdicts;
        verdicts.question = open.question.number;
        verdicts.terms.ids = open.question.terms;
        verdicts.events.ids = open.question.events;
        verdicts.last = true;
        emit judged(verdicts);
    }
    return false;
}

// The session is opened anew for the next question: what was wrong may have passed by then.
void SearchReader::fail(const QString &reason)
{
    const auto session = std::move(m_session); // `reason` may be its own
    m_open.clear();
    emit failed(reason);
}

} // namespace app
