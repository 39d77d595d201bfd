// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bodycodec.h"

#include "app/store/sqltext.h"
#include "app/store/textsplice.h"

#include <QCoreApplication>

#include <zstd.h>

namespace app {

namespace {

models::Failure damaged()
{
    return models::Failure { QCoreApplication::translate(
            "app::BodyCodec", "The stored body is damaged. Restore the database from a copy.") };
}

constexpr int level = 1;
constexpr unsigned long long mostUnpacked = 256ULL * 1024 * 1024;

template<typename T, size_t (*Free)(T *)> struct Freed
{
    void operator()(T *what) const { Free(what); }
};
template<typename T, size_t (*Free)(T *)> using Owned = std::unique_ptr<T, Freed<T, Free>>;

} // namespace

struct BodyCodec::Contexts
{
    QByteArray dictionary = sqlResource(QLatin1String("bodies1.zdict"));
    Owned<ZSTD_CCtx, ZSTD_freeCCtx> packing { ZSTD_createCCtx() };
    Owned<ZSTD_DCtx, ZSTD_freeDCtx> unpacking { ZSTD_createDCtx() };
    // Made when first needed: a reader never packs.
    Owned<ZSTD_CDict, ZSTD_freeCDict> packed;
    Owned<ZSTD_DDict, ZSTD_freeDDict> unpacked;
};

BodyCodec::BodyCodec() : m_contexts(std::make_unique<Contexts>()) { }

BodyCodec::~BodyCodec() = default;

BodyCodec::Packed BodyCodec::pack(const QByteArray &body, const QByteArray &text)
{
    const auto spliced = spliceOut(body, text);
    if (spliced && spliced->cuts.size() <= 0xffff) {
        QByteArray bytes;
        bytes += char(spliced->cuts.size() >> 8);
        bytes += char(spliced->cuts.size() & 0xff);
        bytes += spliced->cuts;
        bytes += compress(spliced->rest);
        if (bytes.size() < body.size())
            return { 2, bytes };
    }
    const QByteArray bytes = compress(body);
    return bytes.size() < body.size() ? Packed { 1, bytes } : Packed { 0, body };
}

models::Result<QByteArray> BodyCodec::unpack(int codec, const QByteArray &bytes,
                                             const QByteArray &text)
{
    if (codec == 0)
        return bytes;
    if (codec == 1)
        return decompress(bytes);
    if (codec != 2) {
        return models::Failure { QCoreApplication::translate(
                                         "app::BodyCodec",
                                         "The stored body is packed in a way this version does "
                                         "not know (%1). Install the newer version.")
                                         .arg(codec) };
    }
    const qsizetype head = bytes.size() < 2 ? 0 : uchar(bytes[0]) * 256 + uchar(bytes[1]);
    if (bytes.size() < head + 2)
        return damaged();
    const auto rest = decompress(bytes.mid(head + 2));
    if (!rest)
        return models::Failure { rest.error() };
    const auto body = spliceIn(QByteArrayView(bytes).sliced(2, head), rest.value(), text);
    if (!body)
        return damaged();
    return *body;
}

QByteArray BodyCodec::compress(const QByteArray &body)
{
    Contexts &use = *m_contexts;
    if (!use.packed) {
        use.packed.reset(
                ZSTD_createCDict(use.dictionary.constData(), size_t(use.dictionary.size()), level));
        ZSTD_CCtx_setParameter(use.packing.get(), ZSTD_c_dictIDFlag, 0);
        ZSTD_CCtx_refCDict(use.packing.get(), use.packed.get());
    }
    QByteArray bytes(qsizetype(ZSTD_compressBound(size_t(body.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress2(use.packing.get(), bytes.data(), size_t(bytes.size()),
                                       body.constData(), size_t(body.size()));
    // Cannot fail with a buffer of that bound but for want of memory.
    if (ZSTD_isError(size))
        qBadAlloc();
    bytes.truncate(qsizetype(size));
    return bytes;
}

models::Result<QByteArray> BodyCodec::decompress(const QByteArray &bytes)
{
    Contexts &use = *m_contexts;
    if (!use.unpacked) {
        use.unpacked.reset(
                ZSTD_createDDict(use.dictionary.constData(), size_t(use.dictionary.size())));
    }
    const unsigned long long claimed =
            ZSTD_getFrameContentSize(bytes.constData(), size_t(bytes.size()));
    if (claimed > mostUnpacked) // covers unknown and error, which are the largest numbers
        return damaged();
    QByteArray body(qsizetype(claimed), Qt::Uninitialized);
    const size_t size =
            ZSTD_decompress_usingDDict(use.unpacking.get(), body.data(), size_t(body.size()),
                                       bytes.constData(), size_t(bytes.size()), use.unpacked.get());
    if (ZSTD_isError(size) || size != claimed)
        return damaged();
    return body;
}

} // namespace app
