// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// Gives memory that was freed back to the system, where the C library keeps it until told
/// (glibc); else nothing. For after a large piece of work: it takes some milliseconds. Any thread.
void giveMemoryBack();

} // namespace app
