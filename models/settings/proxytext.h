// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/settings.h"

#include <QString>

namespace models {

/// A program that takes HTTPS from the internet and passes it on to the receiver.
enum class ProxyKind : quint8 { Nginx, Caddy };

/// The host name that stands in the text where the person's own belongs.
inline constexpr char16_t proxyHostName[] = u"events.example.com";

/// Configuration of a reverse proxy on the same machine as the receiver, ready to copy: HTTPS
/// outside, the receiver's paths only, the sender's address in X-Forwarded-For, sizes and times
/// that fit the receiver's limits. Plain ASCII; host name and certificate files are examples to
/// be replaced. `settings.port` should be the port in use: 0 gives a word that no proxy accepts.
/// Nothing of a token or a secret address is in it. Tests run both with the real programs. Pure.
QString proxyText(ProxyKind kind, const ReceiverSettings &settings);

} // namespace models
