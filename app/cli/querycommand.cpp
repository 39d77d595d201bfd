// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/querycommand.h"

#include "app/cli/console.h"
#include "app/cli/isotime.h"
#include "app/cli/issuelines.h"
#include "app/cli/loadedissues.h"
#include "app/cli/querytext.h"
#include "models/index/filterhelp.h"
#include "models/items/eventtext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

using models::EventIndex;
using models::Result;
using models::TermColumn;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::QueryCommand", text);
}

QString wordOr(const QString &word, QLatin1String key)
{
    return word.isEmpty() ? QString(key) : word;
}

QString severity(const EventIndex &index, quint32 row)
{
    return wordOr(index.text(TermColumn::SeverityWord, row),
                  models::severityKey(index.severity(row)));
}

QString status(const EventIndex &index, quint32 row)
{
    return wordOr(index.text(TermColumn::StatusWord, row), models::statusKey(index.status(row)));
}

QString textLine(const EventIndex &index, quint32 row)
{
    const QStringList cells { QString::number(index.id(row)),
                              QString::fromLatin1(isoTime(index.time(row))),
                              severity(index, row),
                              status(index, row),
                              index.text(TermColumn::Type, row),
                              index.text(TermColumn::Group, row),
                              index.text(TermColumn::Asset, row),
                              index.text(TermColumn::Title, row) };
    QStringList shown;
    for (const QString &cell : cells)
        shown.append(models::singleLine(cell));
    return shown.join(QLatin1Char('\t'));
}

QByteArray jsonObject(const EventIndex &index, quint32 row)
{
    const auto text = [&](TermColumn column) { return index.text(column, row); };
    const QJsonObject object {
        { QStringLiteral("id"), index.id(row) },
        { QStringLiteral("received"), QString::fromLatin1(isoTime(index.received(row))) },
        { QStringLiteral("lastReceived"), QString::fromLatin1(isoTime(index.lastReceived(row))) },
        { QStringLiteral("deliveries"), index.deliveries(index.id(row)) },
        { QStringLiteral("time"), QString::fromLatin1(isoTime(index.time(row))) },
        { QStringLiteral("family"), models::familyKey(index.family(row)) },
        { QStringLiteral("product"), text(TermColumn::Product) },
        { QStringLiteral("type"), text(TermColumn::Type) },
        { QStringLiteral("subject"), text(TermColumn::Subject) },
        { QStringLiteral("severity"), models::severityKey(index.severity(row)) },
        { QStringLiteral("severityWord"), text(TermColumn::SeverityWord) },
        { QStringLiteral("status"), models::statusKey(index.status(row)) },
        { QStringLiteral("statusWord"), text(TermColumn::StatusWord) },
        { QStringLiteral("title"), text(TermColumn::Title) },
        { QStringLiteral("asset"), text(TermColumn::Asset) },
        { QStringLiteral("assetGroup"), text(TermColumn::Group) },
        { QStringLiteral("policy"), text(TermColumn::Policy) },
        { QStringLiteral("actor"), text(TermColumn::Actor) },
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

enum class Form : quint8 { Lines, Count, Json };

/// Ends a command that has written all it has to say.
int finished(Output &out)
{
    return out.finish() ? exitstatus::done : failed(tr("Standard output is closed or full."));
}

int answerEvents(const models::Filter &filter, Form form, EventReader &reader)
{
    const auto store = LoadedStore::load(reader);
    if (!store)
        return failed(store.error());
    const EventIndex &index = store.value()->index();
    const Result<std::vector<quint32>> matching = store.value()->matching(filter, reader);
    if (!matching)
        return failed(matching.error());
    const std::vector<quint32> &rows = matching.value();
    const bool json = form == Form::Json;
    Output out;
    if (form == Form::Count)
        out.write(QByteArray::number(qsizetype(rows.size())).append('\n'));
    if (json)
        out.write("[");
    for (std::size_t i = 0; form != Form::Count && i < rows.size(); ++i) {
        if (json)
            out.write((i == 0 ? QByteArray("\n") : QByteArray(",\n"))
                              .append(jsonObject(index, rows[i])));
        else
            out.write(textLine(index, rows[i]).toUtf8().append('\n'));
    }
    if (json)
        out.write("\n]\n");
    return finished(out);
}

int answerIssues(const models::Filter &filter, Form form, const models::OverduePolicy &policy,
                 EventReader &reader)
{
    const auto issues = LoadedIssues::load(reader);
    if (!issues)
        return failed(issues.error());
    const models::IssueGround ground = issues.value()->ground(policy, models::now());
    const std::vector<quint32> places = models::matchingIssues(filter, ground);
    Output out;
    if (form == Form::Count)
        out.write(QByteArray::number(qsizetype(places.size())).append('\n'));
    for (std::size_t i = 0; form != Form::Count && i < places.size(); ++i) {
        const QByteArray line =
                form == Form::Json ? issueJson(ground, places[i]) : issueLine(ground, places[i]);
        out.write(line);
        out.write("\n");
    }
    return finished(out);
}

} // namespace

QString QueryCommand::name() const
{
    return QStringLiteral("query");
}

QString QueryCommand::summary() const
{
    return tr("Shows the events or issues that match, oldest first, in the language of the search "
              "box.");
}

void QueryCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addPositionalArgument(
            QStringLiteral("query"),
            tr("Such as: severity>=high group:\"Retail Banking\" -status:fixed certificate. "
               "After -- where it begins with a minus. \"\" matches every event. With is:issue in "
               "it, such as is:issue is:overdue, it asks for issues in their current state."),
            tr("QUERY"));
    parser.addOptions({
            { QStringLiteral("count"), tr("Only say how many match.") },
            { QStringLiteral("json"),
              tr("Write a JSON array, one event a line; of issues one JSON object a line.") },
    });
}

QString QueryCommand::furtherHelp() const
{
    return models::filterHelp();
}

int QueryCommand::run(const QCommandLineParser &parser, const QStringList &arguments)
{
    if (arguments.isEmpty())
        return wrongUsage(tr("Say what to look for; \"\" matches everything."));
    const bool count = parser.isSet(QStringLiteral("count"));
    const bool json = parser.isSet(QStringLiteral("json"));
    if (count && json)
        return wrongUsage(tr("Either --count or --json."));
    const Form form = count ? Form::Count : json ? Form::Json : Form::Lines;
    const Result<Query> query = readQuery(arguments.join(QLatin1Char(' ')));
    if (!query)
        return wrongUsage(query.error());
    std::unique_ptr<EventReader> reader;
    if (const int opened = openStore(parser, reader); opened != exitstatus::done)
        return opened;
    if (query.value().scope == models::FilterScope::Events)
        return answerEvents(query.value().filter, form, *reader);
    const Result<models::Settings> settings = keptSettings(parser);
    if (!settings)
        return failed(settings.error());
    return answerIssues(query.value().filter, form, settings.value().overdue, *reader);
}

} // namespace app
