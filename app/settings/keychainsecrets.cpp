// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/keychainsecrets.h"

#include <QFile>

#include <qt6keychain/keychain.h>

namespace app {

namespace {

QString serviceName()
{
    return QStringLiteral("watchfloor");
}

} // namespace

KeychainSecrets::KeychainSecrets(QString key, FileSecrets &fallback,
                                 std::chrono::milliseconds patience, QObject *parent)
    : SecretStore(parent), m_key(std::move(key)), m_fallback(fallback), m_patience(patience)
{
}

/// Runs a job; one that is still silent after the patience is handled as failed and its late
/// answer dropped.
void KeychainSecrets::start(QKeychain::Job *job, std::function<void()> finished)
{
    job->setAutoDelete(false);
    job->setParent(this);
    job->setInsecureFallback(false);
    job->setKey(m_key);
    auto *const deadline = new QTimer(job);
    deadline->setSingleShot(true);
    const auto once = [this, job, finished = std::move(finished)] {
        disconnect(job, nullptr, this, nullptr);
        finished();
        job->deleteLater();
    };
    connect(deadline, &QTimer::timeout, this, once);
    connect(job, &QKeychain::Job::finished, this, [once, deadline] {
        deadline->disconnect();
        once();
    });
    deadline->start(m_patience);
    job->start();
}

void KeychainSecrets::load()
{
    const models::Result<QString> kept = m_fallback.read();
    if (!kept) {
        emit failed(kept.error());
        return;
    }
    if (!kept.value().isEmpty()) {
        save(kept.value()); // moves it; the file goes when that has worked
        emit loaded(kept.value());
        return;
    }
    auto *const job = new QKeychain::ReadPasswordJob(serviceName());
    start(job, [this, job] { loadFinished(*job); });
}

void KeychainSecrets::loadFinished(const QKeychain::ReadPasswordJob &job)
{
    if (job.error() == QKeychain::NoError && !job.textData().isEmpty()) {
        useKeychain();
        emit loaded(job.textData());
        return;
    }
    if (job.error() == QKeychain::EntryNotFound) {
        emit loaded({});
        return;
    }
    useFile(job.errorString());
    if (QFile::exists(mark()))
        emit failed(tr("The token is in the system's secret store, which cannot be read now (%1). "
                       "Unlock or start it; Watchfloor tries again by itself.")
                            .arg(m_reason));
    else
        emit loaded({});
}

void KeychainSecrets::save(const QString &secret)
{
    const quint64 number = ++m_saves;
    auto *const job = new QKeychain::WritePasswordJob(serviceName());
    job->setTextData(secret);
    start(job, [this, job, secret, number] {
        if (number == m_saves) // else a newer one decides what is kept, and where
            saveFinished(*job, secret);
    });
}

void KeychainSecrets::saveFinished(const QKeychain::Job &job, const QString &secret)
{
    if (job.error() == QKeychain::NoError) {
        useKeychain();
        m_fallback.remove();
        emit saved();
        return;
    }
    useFile(job.errorString());
    const models::Result<models::Done> done = m_fallback.write(secret);
    if (done)
        emit saved();
    else
        emit failed(done.error());
}

void KeychainSecrets::useKeychain()
{
    m_place = models::SecretPlace::Keychain;
    QFile file(mark());
    if (!file.exists() && file.open(QIODevice::WriteOnly))
        file.close();
}

QString KeychainSecrets::mark() const
{
    return m_fallback.path() + QStringLiteral(".in-secret-store");
}

void KeychainSecrets::useFile(const QString &reason)
{
    m_place = models::SecretPlace::File;
    m_reason = reason.isEmpty() ? tr("no answer") : reason;
}

QString KeychainSecrets::description() const
{
    if (m_place == models::SecretPlace::Keychain)
        return tr("in the system's secret store");
    return tr("%1, because the system's secret store cannot be used (%2)")
            .arg(m_fallback.description(), m_reason);
}

} // namespace app
