// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/decoder.h"
#include "testpaths.h"

#include <QFile>

namespace tests {

/// A file of tests/data/samples.
inline QByteArray sample(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/samples/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("sample is missing");
    return file.readAll();
}

/// The one event of a body; where there is not just one, an event whose title says so.
inline models::Event only(const QByteArray &body)
{
    const models::DecodedBody decoded = models::decodeBody(body);
    if (decoded.events.size() != 1 || !decoded.refused.isEmpty()) {
        models::Event none;
        none.title = QStringLiteral("events %1, refused %2: %3")
                             .arg(decoded.events.size())
                             .arg(decoded.refused.size())
                             .arg(decoded.refused.value(0).reason);
        return none;
    }
    return decoded.events.first();
}

/// Seconds since the epoch.
inline models::Instant seconds(qint64 value)
{
    return models::Instant(std::chrono::seconds(value));
}

} // namespace tests
