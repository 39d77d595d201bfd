// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/wipe.h"

#include <cstring>

#ifndef __GLIBC__
#include <openssl/crypto.h>
#endif

namespace app {

void wipe(void *bytes, qsizetype size)
{
#if defined(__GLIBC__)
    ::explicit_bzero(bytes, size_t(size)); // as fast as memset
#else
    OPENSSL_cleanse(bytes, size_t(size));
#endif
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty())
        wipe(bytes.data(), bytes.size());
}

void appendWiping(QByteArray &bytes, QByteArrayView more)
{
    const qsizetype needed = bytes.size() + more.size();
    if (needed > bytes.capacity()) {
        QByteArray larger;
        larger.reserve(qMax(needed, 2 * bytes.capacity()));
        larger.append(bytes);
        wipe(bytes);
        bytes = std::move(larger);
    }
    bytes.append(more);
}

} // namespace app
