# SPDX-License-Identifier: GPL-3.0-or-later
# Precompiled headers: most of the time of a build goes into reading Qt's headers again and again.
# Off by default, on in the presets but dev-clazy, which builds without and so finds an include that is
# missing.
option(WATCHFLOOR_PCH "Precompile the headers of Qt" OFF)

# watchfloor_precompile(target header…): what each source of the target may as well have read.
function(watchfloor_precompile target)
    if(WATCHFLOOR_PCH)
        target_precompile_headers(${target} PRIVATE ${ARGN})
        # What ccache needs, to know what a precompiled header stands for.
        target_compile_options(${target} PRIVATE -fpch-preprocess)
    endif()
endfunction()

# watchfloor_precompile_as(target other): those of the other target, made once for both. Definitions
# that the headers look at (Qt's of its modules) have to be the same in both.
function(watchfloor_precompile_as target other)
    if(WATCHFLOOR_PCH)
        target_precompile_headers(${target} REUSE_FROM ${other})
        target_compile_options(${target} PRIVATE -fpch-preprocess)
    endif()
endfunction()
