// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shared/worker.h"
#include "app/store/payloadreader.h"
#include "models/ports/payloadvalues.h"

namespace app {

/// Values of stored bodies for the GUI thread, read on a thread and by a connection of their own,
/// so that a long question to the store keeps no cell waiting.
class SqlPayloadValues final : public models::PayloadValues
{
    Q_OBJECT
public:
    explicit SqlPayloadValues(DatabaseUrl url, QObject *parent = nullptr);
    ~SqlPayloadValues() override;

    quint64 request(const QList<qint64> &ids, const QStringList &paths) override;

private:
    quint64 m_last = 0;
    Worker<PayloadReader> m_reader;
};

} // namespace app
