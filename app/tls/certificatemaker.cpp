// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tls/certificatemaker.h"

#include "app/shared/privatefolder.h"
#include "app/tls/certificatefacts.h"
#include "app/tls/selfsigned.h"

#include <QDateTime>
#include <QDir>
#include <QSaveFile>
#include <QSslCertificate>

namespace app {

namespace {

/// An empty text, or why the file is not there. Written beside it and renamed, so that a file of
/// this name is a whole one.
QString writeWhole(const QString &path, const QByteArray &bytes, QFile::Permissions permissions)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(permissions) // before the first byte is in it
        || file.write(bytes) != bytes.size() || !file.commit())
        return file.errorString();
    return {};
}

/// receiver-2026-11-24-1a2b3c4d5e6f: the day for people, the fingerprint because there may be
/// several on a day.
QString baseName(const models::CertificateInfo &info, models::Instant now)
{
    const QDateTime day = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).toUTC();
    const QString mark = info.fingerprint.left(17).remove(QLatin1Char(':')).toLower();
    return QStringLiteral("receiver-%1-%2").arg(day.date().toString(Qt::ISODate), mark);
}

} // namespace

models::Result<MadeCertificate> CertificateMaker::make(const QString &folder,
                                                       const QStringList &names,
                                                       models::Instant now)
{
    const models::Result<PemPair> pair = makeSelfSigned(names, now);
    if (!pair)
        return models::Failure { pair.error() };
    if (folder.isEmpty() || !makePrivateFolder(folder))
        return models::Failure { tr("The folder %1 for the certificate could not be made. Is the "
                                    "folder above it there, and may you write to it?")
                                         .arg(folder) };
    MadeCertificate made;
    made.info = certificateInfo(QSslCertificate(pair.value().certificate, QSsl::Pem));
    const QDir target(QDir(folder).absolutePath());
    const QString base = baseName(made.info, now);
    made.keyFile = target.filePath(QString(base + QLatin1String(".key")));
    made.certificateFile = target.filePath(QString(base + QLatin1String(".crt")));
    constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    QString problem = writeWhole(made.keyFile, pair.value().key, ownerOnly);
    if (problem.isEmpty()) {
        problem = writeWhole(made.certificateFile, pair.value().certificate,
                             ownerOnly | QFile::ReadGroup | QFile::ReadOther);
        if (!problem.isEmpty())
            QFile::remove(made.keyFile); // nobody needs a key without its certificate
    }
    if (!problem.isEmpty())
        return models::Failure {
            tr("The certificate could not be written to %1: %2.").arg(folder, problem)
        };
    return made;
}

void CertificateMaker::makeFor(const QString &folder)
{
    const models::Result<MadeCertificate> result = make(folder);
    if (!result)
        emit failed(result.error());
    else
        emit made(result.value().certificateFile, result.value().keyFile, result.value().info);
}

} // namespace app
