// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/deliveryexport.h"

#include "app/cli/csvtext.h"
#include "app/cli/isotime.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

namespace {

QString resultKey(models::DeliveryResult result)
{
    switch (result) {
    case models::DeliveryResult::Accepted:
        return QStringLiteral("accepted");
    case models::DeliveryResult::Repeated:
        return QStringLiteral("repeated");
    case models::DeliveryResult::Partly:
        return QStringLiteral("partly");
    case models::DeliveryResult::Refused:
        break;
    }
    return QStringLiteral("refused");
}

QByteArray csvHead()
{
    return csvRecord({ QStringLiteral("id"), QStringLiteral("received"), QStringLiteral("peer"),
                       QStringLiteral("path"), QStringLiteral("status"), QStringLiteral("result"),
                       QStringLiteral("cause"), QStringLiteral("size"), QStringLiteral("events"),
                       QStringLiteral("repeated"), QStringLiteral("refused"),
                       QStringLiteral("count"), QStringLiteral("took_microseconds"),
                       QStringLiteral("imported"), QStringLiteral("head") });
}

QByteArray csvLine(const models::DeliveryRecord &record, const QByteArray &head)
{
    return csvRecord({ QString::number(record.id), QString::fromLatin1(isoTime(record.received)),
                       record.peer, record.path, QString::number(record.status),
                       resultKey(record.result()), record.cause, QString::number(record.size),
                       QString::number(record.events), QString::number(record.repeated),
                       QString::number(record.refused), QString::number(record.count),
                       record.took ? QString::number(record.took->count()) : QString(),
                       record.imported ? QStringLiteral("true") : QStringLiteral("false"),
                       QString::fromUtf8(head) });
}

QByteArray jsonLine(const models::DeliveryRecord &record, const QByteArray &head)
{
    QJsonObject object {
        { QStringLiteral("id"), record.id },
        { QStringLiteral("received"), QString::fromLatin1(isoTime(record.received)) },
        { QStringLiteral("peer"), record.peer },
        { QStringLiteral("path"), record.path },
        { QStringLiteral("status"), record.status },
        { QStringLiteral("result"), resultKey(record.result()) },
        { QStringLiteral("cause"), record.cause },
        { QStringLiteral("size"), record.size },
        { QStringLiteral("events"), record.events },
        { QStringLiteral("repeated"), record.repeated },
        { QStringLiteral("refused"), record.refused },
        { QStringLiteral("count"), record.count },
        { QStringLiteral("imported"), record.imported },
        { QStringLiteral("head"), QString::fromUtf8(head) },
    };
    if (record.took)
        object.insert(QStringLiteral("took_microseconds"), qint64(record.took->count()));
    return QJsonDocument(object).toJson(QJsonDocument::Compact).append('\n');
}

} // namespace

DeliveryExport::DeliveryExport(const QString &file, models::DeliveryFilter filter, qint64 newest)
    : m_name(file), m_filter(std::move(filter)), m_newest(newest),
      m_csv(file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)), m_file(file)
{
}

models::Result<models::Done> DeliveryExport::open()
{
    if (!m_file.open(QIODevice::WriteOnly) || (m_csv && !write(csvHead())))
        return failure();
    return models::Done {};
}

bool DeliveryExport::add(const models::DeliveryRecord &record, const QByteArray &head)
{
    return m_whole && write(m_csv ? csvLine(record, head) : jsonLine(record, head));
}

bool DeliveryExport::write(const QByteArray &line)
{
    m_whole = m_whole && m_file.write(line) == line.size();
    return m_whole;
}

models::Result<models::Done> DeliveryExport::finish()
{
    if (m_whole && m_file.commit())
        return models::Done {};
    return failure();
}

models::Failure DeliveryExport::failure() const
{
    return { QCoreApplication::translate("app::DeliveryExport",
                                         "The file %1 cannot be written (%2); nothing of it was "
                                         "kept. Choose another place or free some space.")
                     .arg(m_name, m_file.errorString()) };
}

} // namespace app
