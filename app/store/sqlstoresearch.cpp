// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlstoresearch.h"

namespace app {

SqlStoreSearch::SqlStoreSearch(DatabaseUrl url, QObject *parent)
    : models::StoreSearch(parent), m_generation(std::make_shared<SearchReader::Generation>(0)),
      m_reader(QStringLiteral("search"), std::move(url), m_generation)
{
    qRegisterMetaType<models::StoreVerdicts>();
    connect(&m_reader.object(), &SearchReader::judged, this, &SqlStoreSearch::judged);
    connect(&m_reader.object(), &SearchReader::failed, this, &SqlStoreSearch::failed);
}

SqlStoreSearch::~SqlStoreSearch()
{
    cancel(); // or the thread would be waited for until it is through
}

void SqlStoreSearch::ask(const models::StoreQuestion &question)
{
    m_reader.call([question = models::StoreQuestion(question),
                   generation = m_generation->load()](SearchReader &reader) mutable {
        reader.ask(std::move(question), generation);
    });
}

void SqlStoreSearch::cancel()
{
    ++*m_generation;
}

} // namespace app
