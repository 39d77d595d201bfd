// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringList>

#include <memory>
#include <optional>

namespace app {

/// The lines of several files, one after the other; "-" is standard input. Empty lines are
/// left out. Reads as it goes: files may be larger than memory. Any one thread.
class LineSource final
{
public:
    explicit LineSource(QStringList files) : m_files(std::move(files)) { }

    /// The next line without its end; nothing at the end or after a failure.
    std::optional<QByteArray> next();
    /// Why reading stopped early, in words; empty: it did not.
    const QString &failure() const { return m_failure; }

private:
    bool openNext();

    QStringList m_files;
    std::unique_ptr<QFile> m_file;
    QString m_failure;
};

} // namespace app
