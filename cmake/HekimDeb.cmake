# The package for Debian 12 and Pardus 23, made by CPack: cpack -G DEB. The dependencies are computed from what the
# programs link; beside them only what they start or what works better when it is there.

if(WIN32)
    return()
endif()

set(CPACK_PACKAGE_NAME hekim-asistani)
set(CPACK_PACKAGE_VERSION ${HEKIM_VERSION})
set(CPACK_PACKAGE_CONTACT "Hekim Asistani <hekim-asistani@noreply.invalid>" CACHE STRING "Maintainer of the packages")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop assistant for physicians in Turkish clinics")
set(CPACK_PACKAGE_DESCRIPTION
    "One click in the hospital information system opens the patient's report
form of the Ministry of Health, with the doctor logged in. Every patient
has a tab and a browser profile of its own, and nothing of a page stays on
the computer.")
set(CPACK_STRIP_FILES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS OFF)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "ca-certificates, xdg-utils") # xdg-open starts browsers and signing programs
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "desktop-file-utils, gnome-keyring | kwalletmanager | keepassxc, libgl1-mesa-dri, qt6-wayland, qt6-xdgdesktopportal-platformtheme")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    ${CMAKE_SOURCE_DIR}/installer/linux/debian/conffiles ${CMAKE_SOURCE_DIR}/installer/linux/debian/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_VERBATIM_VARIABLES ON)

# Debian's own papers: the copyright file, and the changes as this version's one line.
set(debian ${CMAKE_BINARY_DIR}/debian)
execute_process(COMMAND date -u -R -d @${HEKIM_RELEASE_EPOCH}
    OUTPUT_VARIABLE HEKIM_RELEASE_TIME OUTPUT_STRIP_TRAILING_WHITESPACE)
configure_file(installer/linux/debian/changelog ${debian}/changelog @ONLY)
execute_process(COMMAND gzip -9nf ${debian}/changelog COMMAND_ERROR_IS_FATAL ANY)
install(FILES ${debian}/changelog.gz installer/linux/debian/copyright
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/hekim-asistani)

include(CPack)
