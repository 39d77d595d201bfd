# SPDX-License-Identifier: GPL-3.0-or-later
# The .deb, made by `cpack` in a build folder. One package for both programs: they share all but the
# window, and who installs the collector alone on a server loses some megabytes, not safety.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME watchfloor)
set(CPACK_PACKAGE_VENDOR "Watchfloor")
set(CPACK_PACKAGE_CONTACT "Watchfloor developers <watchfloor@watchfloor.invalid>")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop monitor for application-security events")
set(CPACK_PACKAGE_DESCRIPTION
"Receives the webhook events of an application-security portal (policy
violations, mobile findings, assets, user events), keeps every one before
it is acknowledged, and shows them live in a table with facets, search and
a detail pane from which links open in the browser.
.
watchfloor is the desktop program with the receiver inside;
watchfloor-cli is the same receiver, and export, query and statistics,
without a screen.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins, found at run time only, so dpkg-shlibdeps cannot see them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, qt6-qpa-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "xdg-utils, gnome-keyring | kwalletmanager | keepassxc")
