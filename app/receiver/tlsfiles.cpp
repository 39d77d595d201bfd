// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/tlsfiles.h"

#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>
#include <QSslSocket>

namespace app {

namespace {

using Problem = models::SettingsProblem;
constexpr qint64 mostBytes = 1024 * 1024;

QSslKey readKey(const QByteArray &pem)
{
    for (const auto algorithm : { QSsl::Ec, QSsl::Rsa }) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

/// Suites of TLS 1.3 are all good; of 1.2 those with ECDHE and GCM or ChaCha20-Poly1305.
QList<QSslCipher> goodCiphers()
{
    QList<QSslCipher> good;
    const auto all = QSslConfiguration::supportedCiphers();
    for (const QSslCipher &cipher : all) {
        const QString name = cipher.name();
        const bool isAead = name.contains(QLatin1String("GCM"))
                || name.contains(QLatin1String("CHACHA20-POLY1305"));
        if (cipher.protocol() == QSsl::TlsV1_3
            || (isAead && name.startsWith(QLatin1String("ECDHE-"))))
            good.append(cipher);
    }
    return good;
}

/// A pipe or a device would make opening wait for ever.
bool isThere(const QString &path)
{
    return QFileInfo(path).isFile() || !QFileInfo::exists(path);
}

} // namespace

std::variant<QSslConfiguration, models::SettingsProblem> TlsFiles::load(
        const models::ReceiverSettings &settings)
{
    const auto certificateProblem = [](const QString &text) {
        return Problem { Problem::Field::Certificate, text };
    };
    const auto keyProblem = [](const QString &text) {
        return Problem { Problem::Field::Key, text };
    };
    if (!QSslSocket::supportsSsl())
        return certificateProblem(tr("This system has no TLS library that Qt can use. Install "
                                     "OpenSSL 3, or clear both files to use plain HTTP."));
    if (settings.certificateFile.isEmpty())
        return certificateProblem(tr("A key needs its certificate. Choose the certificate file."));
    if (settings.keyFile.isEmpty())
        return keyProblem(tr("A certificate needs its private key. Choose the key file."));

    if (!isThere(settings.certificateFile))
        return certificateProblem(tr("%1 is not a file.").arg(settings.certificateFile));
    if (!isThere(settings.keyFile))
        return keyProblem(tr("%1 is not a file.").arg(settings.keyFile));
    QFile certificateFile(settings.certificateFile);
    if (!certificateFile.open(QIODevice::ReadOnly))
        return certificateProblem(
                tr("The certificate file cannot be read: %1.").arg(certificateFile.errorString()));
    const QList<QSslCertificate> chain =
            QSslCertificate::fromData(certificateFile.read(mostBytes), QSsl::Pem);
    if (chain.isEmpty() || chain.first().isNull())
        return certificateProblem(tr("The file holds no certificate in PEM form. Choose the file "
                                     "that begins with BEGIN CERTIFICATE."));

    QFile keyFile(settings.keyFile);
    if (!keyFile.open(QIODevice::ReadOnly))
        return keyProblem(tr("The key file cannot be read: %1.").arg(keyFile.errorString()));
    const QByteArray pem = keyFile.read(mostBytes);
    if (pem.contains("ENCRYPTED"))
        return keyProblem(tr("The private key is encrypted. Choose a file with the key in the "
                             "clear that only you can read."));
    const QSslKey key = readKey(pem);
    if (key.isNull())
        return keyProblem(tr("The file holds no private key in PEM form. Choose an EC or RSA key "
                             "file that begins with BEGIN PRIVATE KEY."));

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setCiphers(goodCiphers());
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

QString TlsFiles::warning(const models::ReceiverSettings &settings)
{
    if (!QFile::permissions(settings.keyFile).testFlag(QFile::ReadOther))
        return {};
    return tr("Every user of this computer can read the private key %1. Make it private "
              "(chmod 600), and consider a new one.")
            .arg(settings.keyFile);
}

} // namespace app
