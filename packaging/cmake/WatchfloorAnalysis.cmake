# SPDX-License-Identifier: GPL-3.0-or-later
# Targets that look at the sources: `format` writes, `tidy` and `clazy` report and fail.

file(GLOB_RECURSE sources CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}"
    models/*.h models/*.cpp app/*.h app/*.cpp views/*.h views/*.cpp tests/*.h tests/*.cpp)

find_program(CLANG_FORMAT NAMES clang-format-14 clang-format)
if(CLANG_FORMAT)
    add_custom_target(format COMMAND ${CLANG_FORMAT} -i ${sources}
        WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}" VERBATIM)
endif()

# The checks are chosen in .clang-tidy. About ten seconds a file: more than an hour of one processor for
# the whole tree. What moc makes has to be there before.
find_program(RUN_CLANG_TIDY NAMES run-clang-tidy-14 run-clang-tidy)
if(RUN_CLANG_TIDY)
    add_custom_target(tidy
        COMMAND ${CMAKE_COMMAND} "-DFROM=${CMAKE_BINARY_DIR}/compile_commands.json"
            "-DTO=${CMAKE_BINARY_DIR}/tidy/compile_commands.json"
            -P "${CMAKE_SOURCE_DIR}/packaging/cmake/TidyCommands.cmake"
        COMMAND ${RUN_CLANG_TIDY} -quiet -p "${CMAKE_BINARY_DIR}/tidy"
            "^${CMAKE_SOURCE_DIR}/(models|app|views)/"
        WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}" USES_TERMINAL VERBATIM)
    add_dependencies(tidy watchfloor_models watchfloor_app watchfloor_views watchfloor_desktop
        watchfloor watchfloor-cli)
endif()
