// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// Keeps this process' memory out of core dumps, and other processes of the same user from
/// reading it: what was received and not stored yet, and what no program can wipe (buffers of
/// Qt and OpenSSL), stays with us. Linux alone; elsewhere nothing. Main thread, before secrets
/// are read.
void refuseCoreDumps();

} // namespace app
