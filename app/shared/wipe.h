// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace app {

/// Overwrites bytes that held a secret, in a way that no optimiser leaves out, and the vector
/// registers through which they were copied: the dynamic linker saves those on the stack when it
/// binds a function at its first call, and nobody wipes that. x86-64 only. Any thread.
void wipe(void *bytes, qsizetype size);

/// The same for what a byte array holds, which nobody else may share; its size stays.
void wipe(QByteArray &bytes);

/// Appends and leaves no copy behind where the array has to move to get more room. Any thread.
void appendWiping(QByteArray &bytes, QByteArrayView more);

} // namespace app
