// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/coredumps.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace app {

void refuseCoreDumps()
{
#ifdef Q_OS_LINUX
    // Not RLIMIT_CORE, which the kernel does not ask where the core goes to a program
    // (systemd-coredump, apport), as it mostly does; and not MADV_DONTDUMP, which would need to
    // know every page. A debugger of the same user is shut out as well; whoever wants one asks.
    ::prctl(PR_SET_DUMPABLE, 0);
#endif
}

} // namespace app
