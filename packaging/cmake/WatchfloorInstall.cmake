# SPDX-License-Identifier: GPL-3.0-or-later
# What an installation holds, and where. Included last: the programs must be known by then.
include(GNUInstallDirs)

set(WATCHFLOOR_APP_ID org.watchfloor.Watchfloor)

# Manual pages and changelogs rest compressed; without a time stamp, so that builds are repeatable.
find_program(GZIP_PROGRAM gzip REQUIRED)
function(watchfloor_install_compressed source name destination)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
    file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/packaging")
    execute_process(COMMAND ${GZIP_PROGRAM} -9nc "${CMAKE_SOURCE_DIR}/${source}"
        OUTPUT_FILE "${CMAKE_BINARY_DIR}/packaging/${name}" COMMAND_ERROR_IS_FATAL ANY)
    install(FILES "${CMAKE_BINARY_DIR}/packaging/${name}" DESTINATION "${destination}")
endfunction()

foreach(program watchfloor watchfloor-cli)
    if(TARGET ${program})
        set_target_properties(${program} PROPERTIES
            RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
        watchfloor_install_compressed(packaging/linux/${program}.1 ${program}.1.gz
            ${CMAKE_INSTALL_MANDIR}/man1)
    endif()
endforeach()

install(FILES packaging/linux/${WATCHFLOOR_APP_ID}.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/linux/${WATCHFLOOR_APP_ID}.metainfo.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES resources/icons/watchfloor.svg RENAME ${WATCHFLOOR_APP_ID}.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES README.md packaging/linux/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
watchfloor_install_compressed(packaging/linux/changelog changelog.Debian.gz ${CMAKE_INSTALL_DOCDIR})

# The unit names the installed program by its full path, as systemd wants it.
set(bindir "${CMAKE_INSTALL_FULL_BINDIR}")
configure_file(packaging/linux/watchfloor.service.in
    "${CMAKE_BINARY_DIR}/packaging/watchfloor.service" @ONLY)
install(FILES "${CMAKE_BINARY_DIR}/packaging/watchfloor.service" DESTINATION lib/systemd/user)
