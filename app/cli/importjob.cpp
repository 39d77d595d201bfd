// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importjob.h"

#include "app/cli/console.h"
#include "app/cli/exportedline.h"
#include "app/cli/linesource.h"

#include <QFileInfo>
#include <QLocale>

#include <cstdio>

namespace app {

using models::Done;
using models::Result;

ImportJob::ImportJob(DatabaseUrl url, QStringList files, bool showProgress)
    : m_url(std::move(url)), m_files(std::move(files)), m_showProgress(showProgress)
{
}

void ImportJob::run()
{
    QString reason = importAll();
    if (m_import) {
        m_stored = m_import->stored();
        m_known = m_import->known();
    }
    m_import.reset(); // closes the store and lets the next one write
    if (reason.isEmpty() && m_stopped)
        reason = tr("The import was stopped; what was stored until then stays. Run it again to go "
                    "on: nothing is doubled.");
    if (reason.isEmpty() && m_bad > 0)
        reason = tr("%1 parts were no events; they are on record as refused.")
                         .arg(QLocale().toString(m_bad));
    emit finished(tr("%1 events imported, %2 were there already, %3 refused")
                          .arg(m_stored)
                          .arg(m_known)
                          .arg(m_bad),
                  reason);
}

QString ImportJob::importAll()
{
    const auto going = [this] { return goOn(); };
    auto import = EventImport::open(m_url, going);
    if (!import)
        return import.error();
    m_import = std::move(import.value());
    m_told.start();
    LineSource source(m_files, { longestLine, 64 * 1024, going });
    int file = 0;
    while (const auto line = source.next()) {
        if (source.fileNumber() != file) {
            file = source.fileNumber();
            const QString name = source.file() == QLatin1String("-")
                    ? tr("standard input")
                    : QFileInfo(source.file()).fileName();
            if (const auto begun = m_import->begin(name); !begun)
                return begun.error();
        }
        if (const auto taken = takeLine(source, *line); !taken)
            return taken.error();
        if (m_bad >= mostBad) {
            (void)m_import->flush();
            return tr("More than %1 parts of it are no events; the import was given up.")
                    .arg(QLocale().toString(mostBad));
        }
        tellProgress(source);
    }
    if (const auto flushed = m_import->flush(); !flushed)
        return flushed.error();
    return source.failure();
}

Result<Done> ImportJob::takeLine(const LineSource &source, const QByteArray &line)
{
    if (source.tooLong()) {
        return refuse(source,
                      tr("longer than %1 MiB; only its beginning is kept")
                              .arg(longestLine / (1024 * 1024)),
                      line);
    }
    models::Instant received = models::now();
    QByteArray body = line;
    if (auto exported = readExportedLine(line)) {
        if (!exported->received)
            return refuse(source, tr("\"received\" is no time"), line);
        received = *exported->received;
        body = std::move(exported->body);
    }
    models::DecodedBody decoded = models::decodeBody(body);
    if (decoded.events.isEmpty())
        return refuse(source, decoded.refused.constFirst().reason, line);
    for (models::Event &event : decoded.events) {
        if (const auto added = m_import->add(std::move(event), received); !added)
            return added;
    }
    for (const models::RefusedPart &part : std::as_const(decoded.refused)) {
        if (const auto refused = refuse(source, part.reason, part.bytes); !refused)
            return refused;
    }
    return Done {};
}

Result<Done> ImportJob::refuse(const LineSource &source, const QString &reason,
                               const QByteArray &bytes)
{
    constexpr qint64 mostSaid = 100;
    ++m_bad;
    if (m_bad <= mostSaid)
        note(tr("%1, line %2: %3").arg(source.file()).arg(source.lineNumber()).arg(reason));
    if (m_bad == mostSaid)
        note(tr("Further ones are only counted."));
    models::RefusedPart part;
    part.reason = tr("line %1: %2").arg(source.lineNumber()).arg(reason);
    part.bytes = bytes;
    return m_import->refuse(std::move(part));
}

void ImportJob::tellProgress(const LineSource &source)
{
    if (!m_showProgress || m_told.elapsed() < 500)
        return;
    m_told.restart();
    const QByteArray text = tr("%1: line %2, %3 MiB read, %4 events imported")
                                    .arg(source.file())
                                    .arg(source.lineNumber())
                                    .arg(source.bytes() / (1024 * 1024))
                                    .arg(m_import->stored())
                                    .toUtf8();
    std::fprintf(stderr, "\r%s\033[K", text.constData());
    std::fflush(stderr);
}

} // namespace app
