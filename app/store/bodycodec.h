// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

#include <memory>

namespace app {

/// Packs event bodies for the store. Codec numbers are stored and never change their meaning:
/// 0 is the bytes as they are; 1 is one zstd frame (RFC 8878) with the dictionary
/// resources/sql/bodies1.zdict; 2 is two bytes of length (high first), as many bytes of cuts
/// (textsplice.h), and a frame as in 1 of the body without the texts that the dictionary of the
/// store holds anyway. Not thread-safe: one object a thread.
class BodyCodec final
{
public:
    struct Packed
    {
        int codec = 0;
        QByteArray bytes;
    };

    BodyCodec();
    ~BodyCodec();
    BodyCodec(const BodyCodec &) = delete;
    BodyCodec &operator=(const BodyCodec &) = delete;

    /// The smallest form; unpack() with the same text yields the same bytes again. `text` is the
    /// event's text for search (UTF-8), as it is stored beside the body.
    Packed pack(const QByteArray &body, const QByteArray &text);

    /// Fails on an unknown codec, on damage and on a body of over 256 MiB.
    models::Result<QByteArray> unpack(int codec, const QByteArray &bytes, const QByteArray &text);

private:
    QByteArray compress(const QByteArray &body);
    models::Result<QByteArray> decompress(const QByteArray &bytes);

    struct Contexts;
    std::unique_ptr<Contexts> m_contexts;
};

} // namespace app
