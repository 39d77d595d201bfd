// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/authenticator.h"

#include "app/receiver/httpgrammar.h"

#include <QCryptographicHash>

namespace app {

namespace {

QByteArray hashOf(QByteArrayView text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(text);
    return hash.result();
}

} // namespace

void Authenticator::configure(models::AuthMode mode, const models::ReceiverSecrets &secrets)
{
    m_mode = mode;
    m_hash = secrets.current.hash;
}

bool Authenticator::matches(QByteArrayView presented) const
{
    // Hashes are compared, so that neither length nor a common start shows in the time.
    const QByteArray other = hashOf(presented);
    if (m_hash.size() != other.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < other.size(); ++i)
        difference |= unsigned(quint8(m_hash.at(i)) ^ quint8(other.at(i)));
    return difference == 0;
}

Credentials Authenticator::check(const Target &target, QByteArrayView authorization) const
{
    if (m_mode == models::AuthMode::None)
        return Credentials::Accepted;
    if (target.route == Route::Hook)
        return matches(target.secret) ? Credentials::Accepted : Credentials::Wrong;
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
    return matches(token) ? Credentials::Accepted : Credentials::Wrong;
}

} // namespace app
