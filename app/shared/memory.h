// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// Gives memory that was freed back to the system, where the C library keeps it until told
/// (glibc); else nothing. For after a large piece of work: it takes some milliseconds. Any thread.
void giveMemoryBack();

/// Lets all threads take memory from two pools instead of eight for each core (glibc; else
/// nothing): what one thread read and another one dropped can be used again, which is several
/// megabytes less for a million events. Before the first thread begins.
void shareMemoryPools();

} // namespace app
