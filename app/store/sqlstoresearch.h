// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shared/worker.h"
#include "app/store/searchreader.h"
#include "models/ports/storesearch.h"

#include <array>
#include <map>

namespace app {

/// Looks through the texts and bodies of the store on two threads with connections of their own, so
/// that a long search keeps nobody else from reading. Texts are read one after the other: an
/// index over them would grow the store beyond its goal and halve the rate of arrival, and the
/// texts of a million events are read in less than 300 ms. Each thread takes every second portion
/// of a question, so that what is wanted first comes first. GUI thread.
class SqlStoreSearch final : public models::StoreSearch
{
    Q_OBJECT
public:
    explicit SqlStoreSearch(const DatabaseUrl &url, QObject *parent = nullptr);
    ~SqlStoreSearch() override;

    void ask(const models::StoreQuestion &question) override;
    void cancel() override;

    /// Texts, or bodies, that one thread takes before it is the other's turn.
    static constexpr std::size_t portion = 4096;

private:
    void passOn(const models::StoreVerdicts &verdicts);
    void fail(const QString &reason);

    std::shared_ptr<SearchReader::Generation> m_generation;
    std::map<quint64, int> m_open; ///< by question: parts that have not been answered wholly
    std::array<std::unique_ptr<Worker<SearchReader>>, 2> m_readers;
};

} // namespace app
