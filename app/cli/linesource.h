// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace app {

/// Bounds of a LineSource for files that nobody vouches for.
struct LineBounds
{
    qsizetype longest = 0; ///< bytes of a line; 0: any. With it, a file that is no text is refused
    qsizetype kept = 64 * 1024; ///< bytes returned of a longer one
    std::function<bool()> goOn = [] { return true; }; ///< false: end early; asked now and then
};

/// The lines of several files, one after the other; "-" is standard input. Empty lines are
/// left out. Reads as it goes: files may be larger than memory. Any one thread.
class LineSource final
{
public:
    explicit LineSource(QStringList files, LineBounds bounds = {})
        : m_files(std::move(files)), m_bounds(std::move(bounds))
    {
    }

    /// The next line without its end; nothing at the end or after a failure.
    std::optional<QByteArray> next();
    /// Why reading stopped early, in words; empty: it did not.
    const QString &failure() const { return m_failure; }

    /// Of the line that next() returned last.
    const QString &file() const { return m_name; }
    int fileNumber() const { return m_fileNumber; } ///< from 1
    qint64 lineNumber() const { return m_lineNumber; } ///< from 1, empty ones counted
    bool tooLong() const { return m_tooLong; } ///< only its beginning was returned
    qint64 bytes() const { return m_bytes; } ///< read so far, of all files

private:
    bool openNext();
    bool refuseBinary();
    QByteArray readLine();
    void dropRead();
    bool fill();

    QStringList m_files;
    LineBounds m_bounds;
    std::unique_ptr<QFile> m_file;
    QByteArray m_buffer; // with bounds only
    qsizetype m_start = 0; // of what has not been returned of it
    QString m_name;
    QString m_failure;
    int m_fileNumber = 0;
    qint64 m_lineNumber = 0;
    qint64 m_bytes = 0;
    bool m_tooLong = false;
};

} // namespace app
