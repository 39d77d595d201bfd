// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/wipe.h"

#include <cstring>

#ifndef __GLIBC__
#include <openssl/crypto.h>
#endif

namespace app {

namespace {

/// None of them has to be kept over a call (System V ABI of x86-64, 3.2.1).
void clearVectorRegisters()
{
#if defined(__x86_64__) && defined(__GNUC__) && !defined(_WIN32)
    if (__builtin_cpu_supports("avx512f")) {
        // What VZEROALL leaves; copies of the C library prefer just these.
        asm volatile("vpxord %%zmm16, %%zmm16, %%zmm16\n\tvpxord %%zmm17, %%zmm17, %%zmm17\n\t"
                     "vpxord %%zmm18, %%zmm18, %%zmm18\n\tvpxord %%zmm19, %%zmm19, %%zmm19\n\t"
                     "vpxord %%zmm20, %%zmm20, %%zmm20\n\tvpxord %%zmm21, %%zmm21, %%zmm21\n\t"
                     "vpxord %%zmm22, %%zmm22, %%zmm22\n\tvpxord %%zmm23, %%zmm23, %%zmm23\n\t"
                     "vpxord %%zmm24, %%zmm24, %%zmm24\n\tvpxord %%zmm25, %%zmm25, %%zmm25\n\t"
                     "vpxord %%zmm26, %%zmm26, %%zmm26\n\tvpxord %%zmm27, %%zmm27, %%zmm27\n\t"
                     "vpxord %%zmm28, %%zmm28, %%zmm28\n\tvpxord %%zmm29, %%zmm29, %%zmm29\n\t"
                     "vpxord %%zmm30, %%zmm30, %%zmm30\n\tvpxord %%zmm31, %%zmm31, %%zmm31"
                     :
                     :
                     : "memory");
    }
    if (__builtin_cpu_supports("avx"))
        asm volatile("vzeroall" ::
                             : "memory", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6",
                               "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14",
                               "xmm15");
#endif
}

} // namespace

void wipe(void *bytes, qsizetype size)
{
#if defined(__GLIBC__)
    ::explicit_bzero(bytes, size_t(size)); // as fast as memset
#else
    OPENSSL_cleanse(bytes, size_t(size));
#endif
    clearVectorRegisters();
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
