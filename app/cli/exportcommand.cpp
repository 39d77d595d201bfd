// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exportcommand.h"

#include "app/cli/console.h"
#include "app/cli/exportlines.h"
#include "app/cli/loadedstore.h"
#include "app/cli/querytext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <cstdio>

namespace app {

using models::Done;
using models::Failure;
using models::Result;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::ExportCommand", text);
}

/// Standard output, or a file that appears only when it is whole.
class Sink final
{
public:
    Result<Done> open(const QString &path)
    {
        m_path = path;
        if (path.isEmpty())
            return m_out.open(stdout, QIODevice::WriteOnly) ? Result<Done>(Done {})
                                                            : failure(m_out);
        m_file.setFileName(path);
        return m_file.open(QIODevice::WriteOnly) ? Result<Done>(Done {}) : failure(m_file);
    }
    bool write(const QByteArray &bytes)
    {
        return (m_path.isEmpty() ? m_out.write(bytes) : m_file.write(bytes)) == bytes.size();
    }
    Result<Done> finish(bool whole)
    {
        if (m_path.isEmpty())
            return whole && m_out.flush() ? Result<Done>(Done {}) : failure(m_out);
        if (!whole) {
            const Result<Done> why = failure(m_file);
            m_file.cancelWriting();
            return why;
        }
        return m_file.commit() ? Result<Done>(Done {}) : failure(m_file);
    }

private:
    static Result<Done> failure(const QFileDevice &device)
    {
        return Failure { tr("The export cannot be written: %1.").arg(device.errorString()) };
    }

    QString m_path;
    QFile m_out;
    QSaveFile m_file;
};

/// The ids of the events that match, ascending; nothing where all do.
Result<std::optional<std::vector<qint64>>> chosen(EventReader &reader, const models::Filter &filter)
{
    if (filter.isEmpty())
        return std::optional<std::vector<qint64>>();
    const auto store = LoadedStore::load(reader);
    if (!store)
        return Failure { store.error() };
    std::vector<qint64> ids;
    const Result<std::vector<quint32>> rows = store.value()->matching(filter, reader);
    if (!rows)
        return Failure { rows.error() };
    for (const quint32 row : rows.value())
        ids.push_back(store.value()->index().id(row));
    return std::optional(std::move(ids));
}

} // namespace

QString ExportCommand::name() const
{
    return QStringLiteral("export");
}

QString ExportCommand::summary() const
{
    return tr("Writes every event that matches, oldest first.");
}

void ExportCommand::declare(QCommandLineParser &parser) const
{
    declareStore(parser);
    parser.addOptions({
            { QStringLiteral("format"),
              tr("jsonl: one JSON object a line with the event exactly as it came; csv: a sheet."),
              tr("jsonl|csv") },
            { QStringLiteral("query"),
              tr("Only events that match, in the language of the search box, such as "
                 "\"severity>=high status:open\"; query --help explains it. Default: every event."),
              tr("query") },
            { QStringLiteral("output"),
              tr("File to write; it appears when it is whole. Default: standard output."),
              tr("file") },
    });
}

int ExportCommand::run(const QCommandLineParser &parser, const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return wrongUsage(tr("“%1” is not expected here.").arg(arguments.first()));
    const QString format = parser.value(QStringLiteral("format"));
    const bool csv = format == QLatin1String("csv");
    if (!csv && format != QLatin1String("jsonl"))
        return wrongUsage(tr("--format is jsonl or csv."));
    const Result<models::Filter> filter = readEventQuery(parser.value(QStringLiteral("query")));
    if (!filter)
        return wrongUsage(filter.error());
    if (parser.isSet(QStringLiteral("output")) && parser.value(QStringLiteral("output")).isEmpty())
        return wrongUsage(tr("--output needs the name of a file."));
    std::unique_ptr<EventReader> reader;
    if (const int status = openStore(parser, reader); status != exitstatus::done)
        return status;
    const auto ids = chosen(*reader, filter.value());
    if (!ids)
        return failed(ids.error());

    Sink sink;
    if (const Result<Done> opened = sink.open(parser.value(QStringLiteral("output"))); !opened)
        return failed(opened.error());
    bool whole = !csv || sink.write(csvHeader());
    std::size_t at = 0;
    const auto take = [&](const EventReader::Item &item) {
        if (ids.value()) {
            const std::vector<qint64> &list = *ids.value();
            if (at >= list.size())
                return false;
            if (item.row.id != list[at])
                return true;
            ++at;
        }
        whole = whole && sink.write(csv ? csvLine(item) : jsonLine(item));
        return whole;
    };
    const Result<Done> read = reader->forEach(take);
    const Result<Done> written = sink.finish(whole && read);
    if (!read)
        return failed(read.error());
    return written ? exitstatus::done : failed(written.error());
}

} // namespace app
