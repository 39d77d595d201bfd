// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTest>

/// An HTTPS client that lets the test's event loop run while it waits.
class HttpSecureClient final
{
public:
    explicit HttpSecureClient(quint16 port, QSsl::SslProtocol protocol = QSsl::SecureProtocols)
    {
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setProtocol(protocol);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        (void)QTest::qWaitFor(
                [this] {
                    return socket.isEncrypted()
                            || socket.state() == QAbstractSocket::UnconnectedState;
                },
                60'000); // a bound on hanging, not on speed
    }
    QByteArray ask(const QByteArray &request)
    {
        socket.write(request);
        QByteArray bytes;
        (void)QTest::qWaitFor(
                [&] {
                    bytes += socket.readAll();
                    return bytes.endsWith('}');
                },
                60'000); // a bound on hanging, not on speed
        return bytes;
    }
    /// SHA-256 of the certificate it was shown, as models::CertificateInfo has it.
    QString fingerprint() const
    {
        const QSslCertificate shown = socket.peerCertificate();
        return QString::fromLatin1(shown.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    }

    QSslSocket socket;
};
