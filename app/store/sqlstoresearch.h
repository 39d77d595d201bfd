// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shared/worker.h"
#include "app/store/searchreader.h"
#include "models/ports/storesearch.h"

namespace app {

/// Looks through the texts and bodies of the store on a thread with a connection of its own, so
/// that a long search keeps nobody else from reading. Texts are read one after the other: an
/// index over them would grow the store beyond its goal and halve the rate of arrival, and the
/// texts of a million events are read in less than 300 ms. GUI thread.
class SqlStoreSearch final : public models::StoreSearch
{
    Q_OBJECT
public:
    explicit SqlStoreSearch(DatabaseUrl url, QObject *parent = nullptr);
    ~SqlStoreSearch() override;

    void ask(const models::StoreQuestion &question) override;
    void cancel() override;

private:
    std::shared_ptr<SearchReader::Generation> m_generation;
    Worker<SearchReader> m_reader;
};

} // namespace app
