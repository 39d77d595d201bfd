// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/payloadreader.h"

#include "models/domain/payloadpath.h"

namespace app {

namespace {

/// All values of a path, a line each, bounded.
QString joined(QByteArrayView body, const QString &path)
{
    constexpr qsizetype most = models::PayloadValues::longestText;
    return models::valuesAt(body, path).join(QLatin1Char('\n')).left(most);
}

} // namespace

PayloadReader::PayloadReader(DatabaseUrl url) : m_url(std::move(url)) { }

PayloadReader::~PayloadReader() = default;

void PayloadReader::read(quint64 request, const QList<qint64> &ids, const QStringList &paths)
{
    const auto found = texts(ids, paths);
    if (!found)
        m_reader.reset(); // what was wrong may have passed by the next call
    emit done(request, found ? found.value() : models::PayloadTexts(), !found);
}

models::Result<models::PayloadTexts> PayloadReader::texts(const QList<qint64> &ids,
                                                          const QStringList &paths)
{
    if (!m_reader) {
        auto opened = EventReader::open(m_url);
        if (!opened)
            return models::Failure { opened.error() };
        m_reader = std::move(opened.value());
    }
    models::PayloadTexts found;
    for (const qint64 id : ids.first(qMin<qsizetype>(ids.size(), models::PayloadValues::mostIds))) {
        const auto body = m_reader->body(id);
        if (!body)
            return models::Failure { body.error() };
        if (body.value().isEmpty())
            continue;
        QStringList values;
        for (const QString &path : paths)
            values += joined(body.value(), path);
        found.insert(id, values);
    }
    return found;
}

} // namespace app
