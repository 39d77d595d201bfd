// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlstoresearch.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

template<typename Id> using Shares = std::array<std::vector<Id>, 2>;

template<typename Id> Shares<Id> sharesOf(const std::vector<Id> &ids)
{
    Shares<Id> shares;
    for (std::size_t from = 0; from < ids.size(); from += SqlStoreSearch::portion) {
        const std::size_t end = std::min(from + SqlStoreSearch::portion, ids.size());
        std::vector<Id> &share = shares[from / SqlStoreSearch::portion % shares.size()];
        share.insert(share.end(), ids.begin() + std::ptrdiff_t(from),
                     ids.begin() + std::ptrdiff_t(end));
    }
    return shares;
}

} // namespace

SqlStoreSearch::SqlStoreSearch(const DatabaseUrl &url, QObject *parent)
    : models::StoreSearch(parent), m_generation(std::make_shared<SearchReader::Generation>(0))
{
    qRegisterMetaType<models::StoreVerdicts>();
    for (auto &reader : m_readers) {
        reader =
                std::make_unique<Worker<SearchReader>>(QStringLiteral("search"), url, m_generation);
        connect(&reader->object(), &SearchReader::judged, this, &SqlStoreSearch::passOn);
        connect(&reader->object(), &SearchReader::failed, this, &SqlStoreSearch::fail);
    }
}

SqlStoreSearch::~SqlStoreSearch()
{
    cancel(); // or the threads would be waited for until they are through
}

void SqlStoreSearch::ask(const models::StoreQuestion &question)
{
    Shares<models::TermId> terms = sharesOf(question.terms);
    Shares<qint64> events = sharesOf(question.events);
    for (std::size_t i = 0; i < m_readers.size(); ++i) {
        models::StoreQuestion share = question;
        share.terms = std::move(terms[i]);
        share.events = std::move(events[i]);
        if (i > 0 && share.isEmpty())
            continue;
        ++m_open[question.number];
        m_readers[i]->call([share = std::move(share),
                            generation = m_generation->load()](SearchReader &reader) mutable {
            reader.ask(std::move(share), generation);
        });
    }
}

void SqlStoreSearch::cancel()
{
    m_open.clear();
    ++*m_generation;
}

void SqlStoreSearch::passOn(const models::StoreVerdicts &verdicts)
{
    const auto open = m_open.find(verdicts.question);
    if (open == m_open.end())
        return;
    models::StoreVerdicts passed = verdicts;
    if (verdicts.last)
        --open->second;
    passed.last = open->second == 0;
    if (passed.last)
        m_open.erase(open);
    emit judged(passed);
}

void SqlStoreSearch::fail(const QString &reason)
{
    if (m_open.empty()) // the other reader has said so
        return;
    cancel();
    emit failed(reason);
}

} // namespace app
