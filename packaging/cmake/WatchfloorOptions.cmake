# SPDX-License-Identifier: GPL-3.0-or-later
# Build options and the one target that carries warnings, definitions and hardening.

option(WATCHFLOOR_TESTS "Build the tests and benchmarks" ON)
set(WATCHFLOOR_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize= (address,undefined or thread)")
option(WATCHFLOOR_FUZZ "Build libFuzzer programs (clang only)" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # So that another clone is known again, too; the last is what precompiled headers need.
    set(launcher env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE}")
    set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

add_library(watchfloor_options INTERFACE)
target_include_directories(watchfloor_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(watchfloor_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
    QT_USE_QSTRINGBUILDER QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    WATCHFLOOR_VERSION="${PROJECT_VERSION}")
target_compile_options(watchfloor_options INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wconversion -Wno-sign-conversion -Wimplicit-fallthrough -Wformat=2 -Wundef
    -fstack-protector-strong)
if(WATCHFLOOR_SANITIZE)
    target_compile_options(watchfloor_options INTERFACE
        -fsanitize=${WATCHFLOOR_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(watchfloor_options INTERFACE -fsanitize=${WATCHFLOOR_SANITIZE})
else()
    target_compile_options(watchfloor_options INTERFACE
        $<$<CONFIG:Release,RelWithDebInfo>:-D_FORTIFY_SOURCE=2>)
endif()
target_link_options(watchfloor_options INTERFACE -Wl,-z,relro,-z,now)
if(WATCHFLOOR_FUZZ) # libFuzzer goes by the branches that an input reaches: in the product, not in its target
    target_compile_options(watchfloor_options INTERFACE -fsanitize=fuzzer-no-link)
    target_link_options(watchfloor_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# With Ninja, CMake 3.25 does not run moc again when a file is only added to a target: say that
# the list of files matters. Call it after the target is made.
function(watchfloor_watch_sources target)
    set_property(TARGET ${target} APPEND PROPERTY AUTOGEN_TARGET_DEPENDS
        "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${target}_autogen.dir/AutogenInfo.json")
endfunction()
