// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/filesecrets.h"

#include "app/shared/privatefolder.h"

#include <QFile>
#include <QFileInfo>
#include <QMetaObject>
#include <QSaveFile>

namespace app {

namespace {

constexpr qint64 longestSecret = 4096;
constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

} // namespace

FileSecrets::FileSecrets(QString path, QObject *parent)
    : SecretStore(parent), m_path(std::move(path))
{
}

models::Result<QString> FileSecrets::read() const
{
    const models::Result<SecretBytes> bytes = readBytes();
    if (!bytes)
        return models::Failure { bytes.error() };
    return QString::fromUtf8(bytes.value().view()).trimmed();
}

models::Result<SecretBytes> FileSecrets::readBytes() const
{
    const QFile file(m_path);
    if (!file.exists())
        return SecretBytes();
    if (file.permissions() & others)
        return models::Failure { tr("The token file %1 can be read by others. Make it private "
                                    "(chmod 600) and consider a new token.")
                                         .arg(m_path) };
    models::Result<SecretBytes> bytes = readSecretBytes(m_path, longestSecret);
    if (!bytes)
        return models::Failure {
            tr("The token file %1 cannot be read: %2.").arg(m_path, bytes.error())
        };
    return bytes;
}

models::Result<models::Done> FileSecrets::write(const QString &secret) const
{
    return write(SecretBytes(secret.toUtf8()));
}

models::Result<models::Done> FileSecrets::write(const SecretBytes &secret) const
{
    const auto failed = [this](const QString &why) {
        return models::Failure {
            tr("The token could not be kept in %1: %2. The old one stays.").arg(m_path, why)
        };
    };
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!makePrivateFolder(folder))
        return failed(tr("the folder cannot be made"));
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) // nothing stays in buffers
        return failed(file.errorString());
    const QByteArrayView text = secret.view();
    const bool isWritten = file.setPermissions(ownerOnly)
            && file.write(text.data(), text.size()) == text.size() && file.write("\n") == 1;
    if (!isWritten || !file.commit())
        return failed(file.errorString());
    return models::Done {};
}

void FileSecrets::remove() const
{
    QFile::remove(m_path);
}

void FileSecrets::load()
{
    QMetaObject::invokeMethod(
            this,
            [this] {
                const models::Result<QString> secret = read();
                if (secret)
                    emit loaded(secret.value());
                else
                    emit failed(secret.error());
            },
            Qt::QueuedConnection);
}

void FileSecrets::save(const QString &secret)
{
    QMetaObject::invokeMethod(
            this,
            [this, secret] {
                const models::Result<models::Done> done = write(secret);
                if (done)
                    emit saved();
                else
                    emit failed(done.error());
            },
            Qt::QueuedConnection);
}

QString FileSecrets::description() const
{
    return tr("in the file %1, readable by you alone").arg(m_path);
}

} // namespace app
