// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shared/secretbytes.h"
#include "models/domain/result.h"
#include "models/ports/secretstore.h"

namespace app {

/// Keeps the secret in a file that only its owner can read. A file that others can read is
/// refused rather than used: whoever could read it may have the secret. Blocking file access of
/// a few bytes; answers on the next turn of the event loop.
class FileSecrets final : public models::SecretStore
{
    Q_OBJECT
public:
    explicit FileSecrets(QString path, QObject *parent = nullptr);

    void load() override;
    void save(const QString &secret) override;
    models::SecretPlace place() const override { return models::SecretPlace::File; }
    QString description() const override;

    /// The secret; empty where there is no file yet. For programs without an event loop.
    models::Result<QString> read() const;
    /// The same as bytes that are wiped after use, still with the white space around them.
    models::Result<SecretBytes> readBytes() const;
    /// Replaces the secret as a whole, or leaves the old one.
    models::Result<models::Done> write(const QString &secret) const;
    models::Result<models::Done> write(const SecretBytes &secret) const;
    /// Removes the file; nothing where there is none.
    void remove() const;
    const QString &path() const { return m_path; }

private:
    QString m_path;
};

} // namespace app
