// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqljournal.h"

#include "app/store/writer.h"

namespace app {

SqlJournal::SqlJournal(DatabaseUrl url, Writer &writer, QObject *parent)
    : models::Journal(parent), m_writer(writer), m_reader(QStringLiteral("journal"), std::move(url))
{
    qRegisterMetaType<QList<models::Act>>();
    connect(&m_reader.object(), &ActReader::actsRead, this, &SqlJournal::actsRead);
    connect(&m_reader.object(), &ActReader::readFailed, this, &SqlJournal::readFailed);
    // A store of an older version is read only once the writer has brought it up to date.
    connect(&writer, &Writer::opened, this, &SqlJournal::readable);
}

SqlJournal::~SqlJournal() = default;

void SqlJournal::readActs(qint64 after)
{
    m_reader.call([after](ActReader &reader) { reader.read(after); });
}

void SqlJournal::append(const models::Act &act)
{
    QMetaObject::invokeMethod(&m_writer, [writer = &m_writer, act] { writer->appendAct(act); });
}

} // namespace app
