// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace models {

/// Where a secret rests.
enum class SecretPlace : quint8 {
    Keychain, ///< the system's secret store
    File, ///< a file only its owner can read
};

/// Keeps the receiver's token. Asynchronous: a keychain may ask the person to unlock it.
/// Called from and answered on the thread it lives on.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Reads the secret; answered by loaded() (empty where there is none yet) or failed().
    virtual void load() = 0;
    /// Keeps the secret; answered by saved() or failed().
    virtual void save(const QString &secret) = 0;
    /// Where a secret saved now would rest; known after the first answer.
    virtual SecretPlace place() const = 0;
    /// The place in words for the person, with the path of a file.
    virtual QString description() const = 0;

signals:
    void loaded(const QString &secret);
    void saved();
    void failed(const QString &reason);
};

} // namespace models
