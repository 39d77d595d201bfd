// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/secretbytes.h"

#include "app/shared/wipe.h"

#include <QFile>

#include <memory>

#include <openssl/evp.h>

namespace app {

SecretBytes::~SecretBytes()
{
    wipe(m_bytes);
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    std::swap(m_bytes, other.m_bytes); // what was here goes, wiped, with the other
    return *this;
}

models::Result<SecretBytes> readSecretBytes(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return models::Failure { file.errorString() };
    QByteArray bytes(most, '\0'); // all the room at once: growing would leave copies
    qint64 size = 0;
    while (size < most) {
        const qint64 got = file.read(bytes.data() + size, most - size);
        if (got <= 0)
            break;
        size += got;
    }
    bytes.truncate(size);
    return SecretBytes(std::move(bytes));
}

QByteArray secretHash(QByteArrayView secret)
{
    // Not QCryptographicHash, which leaves the last block of what it was fed in freed memory and,
    // in 6.4, on the stack; OpenSSL cleanses its own.
    struct Free
    {
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
        void operator()(EVP_MD *function) const { EVP_MD_free(function); }
    };
    // Looked up once: that takes longer than the hashing.
    static const std::unique_ptr<EVP_MD, Free> sha256(EVP_MD_fetch(nullptr, "SHA256", nullptr));
    static thread_local const std::unique_ptr<EVP_MD_CTX, Free> context(EVP_MD_CTX_new());
    QByteArray hash(32, '\0');
    if (EVP_DigestInit_ex(context.get(), sha256.get(), nullptr) != 1
        || EVP_DigestUpdate(context.get(), secret.data(), size_t(secret.size())) != 1
        || EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(hash.data()),
                              nullptr)
                != 1)
        return {}; // no memory: matches nothing
    return hash;
}

} // namespace app
