// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/authenticator.h"

#include "app/receiver/httpgrammar.h"
#include "app/shared/secretbytes.h"

namespace app {

namespace {

/// True where both are the same 32 bytes. Looks at all of them, whatever it finds.
bool isSame(const QByteArray &expected, const QByteArray &presented)
{
    const bool isThere = !expected.isEmpty() && expected.size() == presented.size();
    const QByteArray &other = isThere ? expected : presented; // as much work for no secret at all
    unsigned difference = isThere ? 0 : 1;
    for (qsizetype i = 0; i < presented.size(); ++i)
        difference |= unsigned(quint8(other.at(i)) ^ quint8(presented.at(i)));
    return difference == 0;
}

} // namespace

void Authenticator::configure(models::AuthMode mode, const models::ReceiverSecrets &secrets)
{
    m_mode = mode;
    m_current = secrets.current.hash;
    m_previous = secrets.previousUntil ? secrets.previous.hash : QByteArray();
    m_previousUntil = secrets.previousUntil.value_or(models::Instant());
}

bool Authenticator::matches(QByteArrayView presented, models::Instant now) const
{
    // Hashes are compared, so that neither length nor a common start shows in the time. Both
    // always, so that it does not show either which of them it was.
    const QByteArray hash = secretHash(presented);
    const unsigned current = isSame(m_current, hash) ? 1U : 0U;
    const unsigned previous = isSame(m_previous, hash) ? 1U : 0U;
    const unsigned isValid = now < m_previousUntil ? 1U : 0U;
    return (current | (previous & isValid)) != 0;
}

Credentials Authenticator::check(const Target &target, QByteArrayView authorization,
                                 models::Instant now) const
{
    if (m_mode == models::AuthMode::None)
        return Credentials::Accepted;
    if (target.route == Route::Hook)
        return matches(target.secret, now) ? Credentials::Accepted : Credentials::Wrong;
    if (authorization.isEmpty())
        return Credentials::Missing;
    const qsizetype space = authorization.indexOf(' ');
    const QByteArrayView scheme = space < 0 ? authorization : authorization.first(space);
    if (space < 0
        || (!grammar::equalsIgnoringCase(scheme, "bearer")
            && !grammar::equalsIgnoringCase(scheme, "splunk")))
        return Credentials::Malformed;
    const QByteArrayView token = grammar::trimmed(authorization.sliced(space + 1));
    if (!grammar::isVisible(token))
        return Credentials::Malformed;
    return matches(token, now) ? Credentials::Accepted : Credentials::Wrong;
}

} // namespace app
