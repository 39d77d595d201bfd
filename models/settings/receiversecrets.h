// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <optional>

namespace models {

/// The token in what was pasted: without the scheme word ("Bearer", "Splunk", in any case) that
/// help texts print before it, and then without white space around it. What has no such word
/// stays as it is. Pure.
QString bareToken(const QString &pasted);

/// A secret a sender presents: its SHA-256, which is all that verifying needs, and its text only
/// while somebody has to be shown it again.
struct Secret
{
    QString text; ///< empty: not known any more
    QByteArray hash; ///< SHA-256 of the UTF-8 text, 32 bytes; empty: there is no secret

    /// The secret with this text, a scheme word before it taken off (see bareToken()); an empty
    /// text gives none.
    static Secret fromText(const QString &pasted);
    bool isEmpty() const { return hash.isEmpty(); }
    /// The same without its text.
    Secret hidden() const { return { {}, hash }; }
    bool operator==(const Secret &) const = default;
};

/// What the receiver accepts: the current secret and, while a portal is being moved to it, the
/// one before until its end date. What is kept of it is one text (see toText()).
struct ReceiverSecrets
{
    Secret current;
    Secret previous; ///< never with its text: nobody has to see it again
    std::optional<Instant> previousUntil; ///< set exactly where there is a previous one

    /// Only this secret.
    static ReceiverSecrets fromToken(const QString &token);
    /// `fresh` from now on, what was current until `until` as well.
    ReceiverSecrets rotated(const Secret &fresh, Instant until) const;
    /// The form that is kept: the bare token where there is nothing else to keep, else JSON
    /// {"token"|"hash": …, "previous": hash, "until": milliseconds}; hashes in hex.
    QString toText() const;
    /// Reads that form; a text that is not such JSON is a bare token, an empty one no secret.
    static ReceiverSecrets fromText(const QString &text);
    bool operator==(const ReceiverSecrets &) const = default;
};

} // namespace models

Q_DECLARE_METATYPE(models::ReceiverSecrets)
