// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace app {

/// A secret while it is needed: bytes with one owner, overwritten when it goes. Never a QString,
/// whose copies nobody counts. Any thread, one at a time.
class SecretBytes final
{
public:
    SecretBytes() = default;
    /// Takes bytes that nobody else shares.
    explicit SecretBytes(QByteArray &&bytes) : m_bytes(std::move(bytes)) { }
    SecretBytes(SecretBytes &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) { }
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    QByteArrayView view() const { return m_bytes; }
    bool isEmpty() const { return m_bytes.isEmpty(); }

private:
    QByteArray m_bytes;
};

/// The first `most` bytes of a file, past every buffer of Qt. Fails with the system's words alone.
models::Result<SecretBytes> readSecretBytes(const QString &path, qint64 most);

/// SHA-256 of a secret, 32 bytes; nothing of the secret stays in the hash function's state.
QByteArray secretHash(QByteArrayView secret);

} // namespace app
