// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/checks/sourcefile.h"

#include <QStringList>

#include <vector>

namespace checks {

/// A file of C++ has at most 400 lines. Says so for each that has more.
[[nodiscard]] QStringList lengthProblems(const SourceFile &file);

/// The first line (the second after a `#!` or `<?xml`) names the licence, in every file that can
/// carry a comment.
[[nodiscard]] QStringList licenceProblems(const SourceFile &file);

/// Every class, struct and enum at namespace level of a header has a `///` before it.
[[nodiscard]] QStringList docProblems(const SourceFile &file);

/// No paths of one person's machine.
[[nodiscard]] QStringList pathProblems(const SourceFile &file);

/// What the house does without: string connects, nested event loops, sleeps, singletons, proxy
/// models, colours and fonts in models. Tests may use what they measure or drive.
[[nodiscard]] QStringList habitProblems(const SourceFile &file);

/// Qt's HTTP server types stay in one unit (a header and its .cpp) of app/receiver.
[[nodiscard]] QStringList httpProblems(const std::vector<SourceFile> &files);

/// Checks of Qt's version stand only in the files that are named for it; see the list in the .cpp.
[[nodiscard]] QStringList versionProblems(const SourceFile &file);

} // namespace checks
