// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/routes.h"
#include "models/settings/receiversecrets.h"
#include "models/settings/settings.h"

#include <QByteArray>
#include <QString>

namespace app {

/// What the credentials of a request are worth.
enum class Credentials : quint8 {
    Accepted,
    Missing, ///< there are none
    Malformed, ///< a scheme we do not know, or no token after it
    Wrong, ///< well-formed, but not ours
};

/// Compares credentials with the configured secrets: the current one and, until its end date, the
/// one before. Holds hashes, never a secret; compares in a time that depends neither on what was
/// presented nor on which of the two it is. Bearer tokens by RFC 6750 (scheme in any case),
/// Splunk's scheme for HEC senders, the secret in the address for AuthMode::Url. One thread at a
/// time.
class Authenticator final
{
public:
    /// An empty secret admits nobody (but see AuthMode::None), and neither does a previous one
    /// without an end date.
    void configure(models::AuthMode mode, const models::ReceiverSecrets &secrets);

    /// Judges a request for an event route that came at `now`.
    Credentials check(const Target &target, QByteArrayView authorization,
                      models::Instant now) const;

    models::AuthMode mode() const { return m_mode; }

private:
    bool matches(QByteArrayView presented, models::Instant now) const;

    models::AuthMode m_mode = models::AuthMode::Bearer;
    QByteArray m_current; ///< SHA-256 of the secret; empty: nothing matches
    QByteArray m_previous; ///< the same of the one before
    models::Instant m_previousUntil; ///< from then on the previous one admits nobody
};

} // namespace app
