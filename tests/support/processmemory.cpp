// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/processmemory.h"

#include <QFile>

#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace {

constexpr qint64 piece = 16 * 1024 * 1024;
constexpr qint64 mostMapped = 1LL << 36; ///< larger is the shadow of a sanitizer
constexpr qint64 overlap = 1024; ///< a text may lie across two pieces

QByteArrayList mappings(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/maps").arg(pid));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
}

int openMemory(qint64 pid)
{
    return ::open(qPrintable(QStringLiteral("/proc/%1/mem").arg(pid)), O_RDONLY | O_CLOEXEC);
}

} // namespace

bool ProcessMemory::isReadable() const
{
    const int memory = openMemory(m_pid);
    if (memory >= 0)
        ::close(memory);
    return memory >= 0 && mappings(m_pid).size() > 1;
}

int ProcessMemory::count(const QByteArrayList &texts, QByteArrayList *found) const
{
    const int memory = openMemory(m_pid);
    if (memory < 0)
        return -1;
    int count = 0;
    QByteArray bytes(piece, '\0');
    const QByteArrayList all = mappings(m_pid);
    for (const QByteArray &line : all) { // "from-to rwxp offset device inode path"
        char *rest = nullptr;
        const qint64 from = qint64(std::strtoull(line.constData(), &rest, 16));
        if (*rest != '-')
            continue;
        const qint64 to = qint64(std::strtoull(rest + 1, &rest, 16));
        if (to - from > mostMapped)
            continue;
        for (qint64 at = from; at < to; at += piece - overlap) {
            const qint64 got = ::pread(memory, bytes.data(), size_t(qMin(piece, to - at)), at);
            if (got <= 0) // a page that nobody has touched, or of the system
                continue;
            const QByteArray view = QByteArray::fromRawData(bytes.constData(), got);
            for (const QByteArray &text : texts) {
                for (qsizetype i = view.indexOf(text); i >= 0; i = view.indexOf(text, i + 1)) {
                    ++count;
                    if (found != nullptr && found->size() < 20)
                        found->append(view.mid(qMax<qsizetype>(0, i - 60), 200) + " in "
                                      + line.simplified());
                }
            }
        }
    }
    ::close(memory);
    return count;
}
