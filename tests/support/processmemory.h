// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>

/// What a core dump of a running process would hold: all of its memory, looked
/// through for texts. Linux (proc(5)); needs the right to trace the process.
class ProcessMemory final
{
public:
    explicit ProcessMemory(qint64 pid) : m_pid(pid) { }

    /// False: the system does not let us read it.
    bool isReadable() const;
    /// How often any of the texts is in it, with what is around the first few of them in `found`.
    int count(const QByteArrayList &texts, QByteArrayList *found = nullptr) const;

private:
    qint64 m_pid;
};
