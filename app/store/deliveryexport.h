// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"
#include "models/domain/result.h"

#include <QSaveFile>

namespace app {

/// A file of request records that is being written: CSV for a name that ends in .csv, else JSON
/// Lines. It appears when it is whole; without finish() nothing of it stays. Heads are in it
/// with their secrets masked, bodies are not. Not thread-safe.
class DeliveryExport final
{
public:
    DeliveryExport(const QString &file, models::DeliveryFilter filter, qint64 newest);

    models::Result<models::Done> open();
    /// False: it could not be written; failure() says why.
    bool add(const models::DeliveryRecord &record, const QByteArray &head);
    models::Result<models::Done> finish();
    models::Failure failure() const;

    const QString &name() const { return m_name; }
    const models::DeliveryFilter &filter() const { return m_filter; }
    qint64 newest() const { return m_newest; } ///< last id that belongs into it
    qint64 reached = 0; ///< ids up to this one are in it

private:
    bool write(const QByteArray &line);

    const QString m_name;
    const models::DeliveryFilter m_filter;
    const qint64 m_newest;
    const bool m_csv;
    QSaveFile m_file;
    bool m_whole = true;
};

} // namespace app
