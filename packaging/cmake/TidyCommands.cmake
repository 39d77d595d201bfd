# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DFROM=… -DTO=… -P TidyCommands.cmake: the compile commands without precompiled headers. Those
# that GCC made are an error to clang-tidy, which takes each for its own.
file(READ "${FROM}" commands)
string(REGEX REPLACE " -(Winvalid-pch|fpch-preprocess|include [^ ]*/cmake_pch\\.hxx)" "" commands "${commands}")
file(WRITE "${TO}" "${commands}")
