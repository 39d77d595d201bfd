// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlpayloadvalues.h"

#include "app/store/payloadreader.h"

namespace app {

SqlPayloadValues::SqlPayloadValues(DatabaseUrl url, QObject *parent)
    : models::PayloadValues(parent), m_reader(QStringLiteral("payloadreader"), std::move(url))
{
    qRegisterMetaType<models::PayloadTexts>();
    connect(&m_reader.object(), &PayloadReader::done, this, &SqlPayloadValues::read);
}

SqlPayloadValues::~SqlPayloadValues() = default;

quint64 SqlPayloadValues::request(const QList<qint64> &ids, const QStringList &paths)
{
    const quint64 number = ++m_last;
    m_reader.call([=](PayloadReader &reader) { reader.read(number, ids, paths); });
    return number;
}

} // namespace app
