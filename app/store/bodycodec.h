// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

#include <memory>

namespace app {

/// Packs event bodies for the store. Codec numbers are stored and never change their meaning:
/// 0 is the bytes as they are, 1 is one zstd frame (RFC 8878) with the dictionary
/// resources/sql/bodies1.zdict. Not thread-safe: one object a thread.
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

    /// The smaller of the two forms; unpack() yields the same bytes again.
    Packed pack(const QByteArray &body);

    /// Fails on an unknown codec, on damage and on a frame that claims over 256 MiB.
    models::Result<QByteArray> unpack(int codec, const QByteArray &bytes);

private:
    struct Contexts;
    std::unique_ptr<Contexts> m_contexts;
};

} // namespace app
