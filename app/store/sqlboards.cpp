// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlboards.h"

namespace app {

SqlBoards::SqlBoards(DatabaseUrl url, QObject *parent)
    : models::BoardSource(parent), m_reader(QStringLiteral("boards"), std::move(url))
{
    qRegisterMetaType<models::BoardsUpdate>();
    BoardReader &reader = m_reader.object();
    connect(&reader, &BoardReader::progress, this, &SqlBoards::progress);
    connect(&reader, &BoardReader::updated, this, &SqlBoards::updated);
    connect(&reader, &BoardReader::failed, this, &SqlBoards::failed);
}

SqlBoards::~SqlBoards() = default;

void SqlBoards::start()
{
    m_reader.call([](BoardReader &reader) { reader.start(); });
}

void SqlBoards::noticeGrowth()
{
    m_reader.call([](BoardReader &reader) { reader.noticeGrowth(); });
}

} // namespace app
