// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/baselinereader.h"

#include "models/domain/result.h"

#include <QFile>
#include <QFileInfo>

#include <memory>

namespace app {

namespace {

/// All of a file, in pieces so that a cancelled reading ends soon; a failure in words.
models::Result<QByteArray> readAll(const QString &path, const std::atomic_bool &cancelled)
{
    constexpr qint64 piece = 1024 * 1024;
    const qint64 most = models::BaselineLimits {}.bytes;
    QFile file(path);
    // A pipe or device may never end.
    if (!QFileInfo(path).isFile())
        return models::Failure { BaselineReader::tr("%1 is no file.").arg(path) };
    if (!file.open(QIODevice::ReadOnly))
        return models::Failure {
            BaselineReader::tr("%1 cannot be read: %2").arg(path, file.errorString())
        };
    if (file.size() > most)
        return models::Failure {
            BaselineReader::tr("%1 is larger than %2 MiB.").arg(path).arg(most / 1024 / 1024)
        };
    QByteArray bytes;
    bytes.reserve(qsizetype(file.size()));
    while (!file.atEnd() && !cancelled && bytes.size() <= most) {
        const QByteArray next = file.read(piece);
        if (next.isEmpty())
            break;
        bytes += next;
    }
    if (file.error() != QFileDevice::NoError)
        return models::Failure {
            BaselineReader::tr("%1 cannot be read: %2").arg(path, file.errorString())
        };
    return bytes;
}

} // namespace

void BaselineReader::compare(const QString &file, const models::Boards &boards,
                             const models::DictionaryView &terms)
{
    m_job.start([this, file, boards,
                 terms](const std::atomic_bool &cancelled) -> models::LatestJob::Deliver {
        const auto bytes = readAll(file, cancelled);
        if (!bytes)
            return [this, reason = bytes.error()] { emit failed(reason); };
        const auto result = std::make_shared<models::ComparedBaseline>();
        result->file = QFileInfo(file).fileName();
        result->list = models::readBaseline(bytes.value());
        if (!cancelled) {
            result->found = models::compareBaseline(
                    result->list, boards.issues(),
                    [&terms](models::TermId term) { return QString::fromUtf8(terms.utf8(term)); });
        }
        result->boards = boards;
        return [this, result] { emit compared(result); };
    });
}

} // namespace app
