# SPDX-License-Identifier: GPL-3.0-or-later
# Runs benchdesktop (PROGRAM) on a small store: every line must be there, with a figure that is no
# zero. The figures of so short a run mean nothing.
execute_process(COMMAND ${PROGRAM} --events 3000 --runs 1 --rate 1000 --seconds 1
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE complaints)
message("${output}${complaints}")
if(NOT result EQUAL 0)
    message(FATAL_ERROR "benchdesktop: ${result}")
endif()
foreach(line
        "start.3k.first ms" "start.3k.all ms" "memory.3k MB" "filter.facet.3k.painted ms"
        "filter.text.3k ms" "filter.text.3k.stored ms" "sort.3k ms" "live.1k.longest ms" "live.1k.rate events/s")
    string(REPLACE " " " [0-9.]*[1-9][0-9.]* " pattern "${line}")
    if(NOT output MATCHES "(^|\n)bench ${pattern}\n")
        message(FATAL_ERROR "Not printed: ${line}")
    endif()
endforeach()
