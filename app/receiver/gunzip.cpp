// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/gunzip.h"

#include <zlib.h>

namespace app {

Unpacked gunzip(const QByteArray &packed, qsizetype most)
{
    constexpr int gzipOnly = 16 + MAX_WBITS; // the wrapper zlib expects
    z_stream stream {};
    if (inflateInit2(&stream, gzipOnly) != Z_OK)
        return { Unpacked::Outcome::Damaged, {} };
    // zlib's interface is not const, but it does not write to its input.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    Unpacked result;
    result.bytes.resize(qMin<qsizetype>(most + 1, packed.size() * 4 + 1024));
    qsizetype size = 0;
    int status = Z_OK;
    while (status == Z_OK) {
        if (size == result.bytes.size()) {
            if (size > most)
                break;
            result.bytes.resize(qMin<qsizetype>(most + 1, size * 2));
        }
        stream.next_out = reinterpret_cast<Bytef *>(result.bytes.data() + size);
        stream.avail_out = uInt(result.bytes.size() - size);
        status = inflate(&stream, Z_NO_FLUSH);
        size = result.bytes.size() - qsizetype(stream.avail_out);
    }
    const bool whole = status == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    result.bytes.resize(size);
    if (size > most)
        return { Unpacked::Outcome::TooLarge, {} };
    if (!whole)
        return { Unpacked::Outcome::Damaged, {} };
    return result;
}

} // namespace app
