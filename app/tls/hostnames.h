// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace app {

/// Names and addresses by which this host can be asked for, for a certificate: its host name,
/// with its domain where there is one, "localhost", and the addresses of its interfaces, loopback
/// included. Without link-local ones, which mean nothing without an interface. No name is looked
/// up in the network. At most 64 addresses. Any thread.
QStringList hostNames();

/// Whether a certificate can be made for it: a host name of letters, digits, dots and hyphens
/// (RFC 1123, 2.1) or an IP address. Pure.
bool isHostName(const QString &name);

/// Whether it is an IP address in its usual form; a host may be called "1234", which QHostAddress
/// would read as 0.0.4.210. Pure.
bool isAddress(const QString &name);

} // namespace app
