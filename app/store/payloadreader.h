// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/eventreader.h"
#include "models/ports/payloadvalues.h"

#include <QObject>

namespace app {

/// Reads values of bodies on a thread of its own; answers each call by one signal. The store is
/// opened by the first call, and anew after a failure.
class PayloadReader final : public QObject
{
    Q_OBJECT
public:
    explicit PayloadReader(DatabaseUrl url);
    ~PayloadReader() override;

    void read(quint64 request, const QList<qint64> &ids, const QStringList &paths);

signals:
    void done(quint64 request, const models::PayloadTexts &texts, bool failed);

private:
    models::Result<models::PayloadTexts> texts(const QList<qint64> &ids, const QStringList &paths);

    const DatabaseUrl m_url;
    std::unique_ptr<EventReader> m_reader;
};

} // namespace app
