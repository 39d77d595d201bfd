// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/wipe.h"

#include <openssl/crypto.h>

namespace app {

void wipe(void *bytes, qsizetype size)
{
    OPENSSL_cleanse(bytes, size_t(size));
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
