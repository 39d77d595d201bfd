// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace app {

/// Writes a line to standard error and returns exitstatus::failed. Any thread.
int failed(const QString &reason);
/// Writes a line to standard error, points to --help and returns exitstatus::wrongUsage.
int wrongUsage(const QString &reason);
/// Writes a line to standard error that is no failure of the program. Any thread.
void note(const QString &text);
/// Writes a line to standard output at once. False: it cannot be written.
bool printLine(const QString &line);

/// Standard output for more than a line: buffered, and an error shows at the end at the latest.
class Output final
{
public:
    void write(QByteArrayView bytes);
    bool whole() const { return m_whole; } ///< as far as known
    /// Writes what is buffered. False: not everything could be written.
    bool finish();

private:
    bool m_whole = true;
};

} // namespace app
