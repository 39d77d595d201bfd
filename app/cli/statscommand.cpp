// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/statscommand.h"

#include "app/cli/console.h"
#include "app/cli/loadedstore.h"
#include "models/index/facetvalues.h"
#include "models/items/eventtext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace app {

using models::EventIndex;
using models::Field;
using models::Result;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::StatsCommand", text);
}

QJsonObject byFacet(const EventIndex &index, Field field)
{
    QJsonObject counts;
    for (const models::FacetValue &value :
         models::facetValues(index, field, index.facets().totals()))
        counts.insert(value.value, qint64(value.total));
    return counts;
}

/// Requests and the events in them. `repeated` counts events, `accepted` and `refused` requests;
/// `imported` are events from files, which are in none of the other counts.
QJsonObject deliveries(const std::vector<EventReader::DeliveryCount> &counts)
{
    qint64 accepted = 0;
    qint64 events = 0;
    qint64 repeated = 0;
    qint64 parts = 0;
    qint64 imported = 0;
    QJsonObject refused;
    for (const EventReader::DeliveryCount &count : counts) {
        if (count.imported) {
            imported += count.events;
            continue;
        }
        events += count.events;
        repeated += count.repeated;
        parts += count.refused;
        if (count.status / 100 == 2) {
            accepted += count.requests;
        } else {
            const qint64 before = refused.value(count.cause).toInteger();
            refused.insert(count.cause, before + count.requests);
        }
    }
    return { { QStringLiteral("accepted"), accepted }, { QStringLiteral("events"), events },
             { QStringLiteral("repeated"), repeated }, { QStringLiteral("refusedParts"), parts },
             { QStringLiteral("refused"), refused },   { QStringLiteral("imported"), imported } };
}

/// Indented lines for people.
void appendText(QByteArray &text, const QJsonObject &object, const QByteArray &indent)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        text.append(indent).append(models::singleLine(it.key()).toUtf8());
        if (it->isObject()) {
            text.append('\n');
            appendText(text, it->toObject(), QByteArray(indent).append("  "));
        } else {
            text.append(": ").append(QByteArray::number(it->toInteger())).append('\n');
        }
    }
}

} // namespace

QString StatsCommand::name() const
{
    return QStringLiteral("stats");
}

QString StatsCommand::summary() const
{
    return tr("Counts events by what they are, and deliveries by what became of them.");
}

void StatsCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addOption({ QStringLiteral("json"), tr("Write JSON.") });
}

int StatsCommand::run(const QCommandLineParser &parser, const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return wrongUsage(tr("“%1” is not expected here.").arg(arguments.first()));
    std::unique_ptr<EventReader> reader;
    if (const int opened = openStore(parser, reader); opened != exitstatus::done)
        return opened;
    const auto store = LoadedStore::load(*reader);
    if (!store)
        return failed(store.error());
    const auto counts = reader->deliveryCounts();
    if (!counts)
        return failed(counts.error());

    const EventIndex &index = store.value()->index();
    const QJsonObject stats {
        { QStringLiteral("events"), qint64(index.rows()) },
        { QStringLiteral("products"), byFacet(index, Field::Product) },
        { QStringLiteral("families"), byFacet(index, Field::Family) },
        { QStringLiteral("types"), byFacet(index, Field::Type) },
        { QStringLiteral("assetGroups"), byFacet(index, Field::Group) },
        { QStringLiteral("severities"), byFacet(index, Field::Severity) },
        { QStringLiteral("statuses"), byFacet(index, Field::Status) },
        { QStringLiteral("deliveries"), deliveries(counts.value()) },
    };
    QByteArray text;
    if (parser.isSet(QStringLiteral("json")))
        text = QJsonDocument(stats).toJson(QJsonDocument::Indented);
    else
        appendText(text, stats, {});
    Output out;
    out.write(text);
    return out.finish() ? exitstatus::done : failed(tr("Standard output is closed or full."));
}

} // namespace app
