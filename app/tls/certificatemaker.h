// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tls/hostnames.h"
#include "models/domain/certificateinfo.h"
#include "models/domain/result.h"

#include <QObject>

namespace app {

/// A certificate with its key, in files.
struct MadeCertificate
{
    QString certificateFile; ///< PEM, absolute path
    QString keyFile; ///< PEM, absolute path, only its owner can read it
    models::CertificateInfo info;
};

/// Makes a certificate for this host with one call. Lives on a thread of its own
/// (app/shared/worker.h): it writes to the disk and waits for it.
class CertificateMaker final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Makes a self-signed certificate for these names (see makeSelfSigned()) and writes both
    /// files into `folder`, which is made for its owner alone where it is not there. The files
    /// are new ones, named after the day and the certificate, so that a pair in use stays as it
    /// is; each appears complete, the key first. Fails in words. Blocking; any thread.
    static models::Result<MadeCertificate> make(const QString &folder,
                                                const QStringList &names = hostNames(),
                                                models::Instant now = models::now());

public slots:
    /// The same for this host's names, answered by made() or failed().
    void makeFor(const QString &folder);

signals:
    void made(const QString &certificateFile, const QString &keyFile,
              const models::CertificateInfo &info);
    void failed(const QString &reason);
};

} // namespace app
