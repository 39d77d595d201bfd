# SPDX-License-Identifier: GPL-3.0-or-later
# Benchmarks: programs that print lines "bench <name> <value> <unit>" and exit with 0.

option(WATCHFLOOR_BENCH "Benchmarks also where WATCHFLOOR_TESTS is off" OFF)

# watchfloor_bench(name [GUI] [SOURCES …] [LIBRARIES …] [ARGS …]): makes `name` part of target bench.
# Without SOURCES the executable `name` exists already. GUI: it, or a program that it starts, opens a
# window; it gets a display of its own when xvfb-run is there. Executables of tests/bench that are
# called bench… and were not registered join without arguments, with GUI if they link Qt Gui. ARGS: its command line; generator expressions are welcome.
function(watchfloor_bench name)
    cmake_parse_arguments(ARG "GUI" "" "SOURCES;LIBRARIES;ARGS" ${ARGN})
    if(ARG_SOURCES)
        add_executable(${name} ${ARG_SOURCES})
    endif()
    if(ARG_LIBRARIES)
        target_link_libraries(${name} PRIVATE ${ARG_LIBRARIES})
    endif()
    set_property(GLOBAL APPEND PROPERTY WATCHFLOOR_BENCHES ${name})
    string(REPLACE ";" " " arguments "${ARG_ARGS}")
    set_property(GLOBAL APPEND PROPERTY WATCHFLOOR_BENCH_CALLS
        "${ARG_GUI}|$<TARGET_FILE:${name}>|${arguments}\n")
endfunction()

# Called once, after all targets exist.
function(watchfloor_bench_target)
    set(folder "${CMAKE_SOURCE_DIR}/tests/bench")
    get_property(benches GLOBAL PROPERTY WATCHFLOOR_BENCHES)
    set(found)
    if(WATCHFLOOR_TESTS OR WATCHFLOOR_BENCH)
        get_property(found DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
    endif()
    foreach(target IN LISTS found)
        get_target_property(type ${target} TYPE)
        if(type STREQUAL "EXECUTABLE" AND target MATCHES "^bench" AND NOT target IN_LIST benches)
            get_target_property(libraries ${target} LINK_LIBRARIES)
            if(libraries MATCHES "watchfloor_views|Qt6::(Gui|Widgets)")
                watchfloor_bench(${target} GUI)
            else()
                watchfloor_bench(${target})
            endif()
        endif()
    endforeach()
    get_property(benches GLOBAL PROPERTY WATCHFLOOR_BENCHES)
    get_property(calls GLOBAL PROPERTY WATCHFLOOR_BENCH_CALLS)
    foreach(bench IN LISTS benches)
        if(NOT TARGET ${bench})
            message(FATAL_ERROR "watchfloor_bench(${bench}): no such executable")
        endif()
    endforeach()
    string(REPLACE "\n;" "\n" calls "${calls}")
    file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/benches.txt" CONTENT "${calls}")
    # The benchmarks start the real programs.
    foreach(program watchfloor watchfloor-cli)
        if(TARGET ${program})
            list(APPEND benches ${program})
        endif()
    endforeach()
    add_custom_target(bench
        COMMAND ${CMAKE_COMMAND} -DCALLS=${CMAKE_BINARY_DIR}/benches.txt
            -P "${CMAKE_SOURCE_DIR}/packaging/cmake/RunBench.cmake"
        DEPENDS ${benches}
        WORKING_DIRECTORY "${CMAKE_BINARY_DIR}"
        USES_TERMINAL VERBATIM
        COMMENT "Benchmarks (some minutes; a machine without other work gives the truest figures)")
endfunction()
