// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/filesecrets.h"
#include "models/ports/secretstore.h"

#include <QTimer>

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
class ReadPasswordJob;
} // namespace QKeychain

namespace app {

/// Keeps the secret in the system's secret store through QtKeychain (Secret Service, KWallet);
/// in a file where none is running. A secret in that file is the newest there is: it is used and
/// moves to the secret store as soon as there is one. A store that does not answer in time counts
/// as not running, so that nobody has to unlock one for the receiver to start; but once it has
/// held the secret (a mark beside the file says so) load() fails rather than let a new secret take
/// the old one's place, which would lock the portal out. GUI thread.
class KeychainSecrets final : public models::SecretStore
{
    Q_OBJECT
public:
    /// `key` names the secret inside the service "watchfloor"; one per data folder.
    KeychainSecrets(QString key, FileSecrets &fallback, std::chrono::milliseconds patience,
                    QObject *parent = nullptr);

    void load() override;
    /// Of several saves under way the last one counts; it alone is answered.
    void save(const QString &secret) override;
    models::SecretPlace place() const override { return m_place; }
    QString description() const override;

private:
    void start(QKeychain::Job *job, std::function<void()> finished);
    void loadFinished(const QKeychain::ReadPasswordJob &job);
    void saveFinished(const QKeychain::Job &job, const QString &secret);
    void useFile(const QString &reason);
    void useKeychain();
    QString mark() const;

    QString m_key;
    FileSecrets &m_fallback;
    std::chrono::milliseconds m_patience;
    models::SecretPlace m_place = models::SecretPlace::Keychain;
    QString m_reason; // why the file is used
    quint64 m_saves = 0; // how many were asked for; only the last one counts
};

} // namespace app
