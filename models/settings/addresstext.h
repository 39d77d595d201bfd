// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace models {

/// Whether `text` is an IPv4 address: four decimal numbers up to 255 without leading zeros, which
/// some read as octal. Pure.
bool isIpv4(const QString &text);

/// The canonical spelling of an IPv6 address without its zone (RFC 5952); empty where it is none.
/// Pure.
QString canonicalIpv6(const QString &text);

/// Whether `text` is something to listen on: an address, "localhost" or "any". Pure.
bool isListenAddress(const QString &text);

/// Whether a receiver that listens on `text` is reached from this computer alone. Pure.
bool isLoopback(const QString &text);

/// Whether `text` is an address or a network in CIDR notation (RFC 4632, RFC 4291 section 2.3):
/// IPv4 with a prefix of 0 to 32, IPv6 of 0 to 128; no zone, no spaces. Pure.
bool isNetwork(const QString &text);

} // namespace models
