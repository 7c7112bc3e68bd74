# What an installation consists of. The launcher is what everybody calls; its companions stand apart, so that nobody
# starts the window in its place (src/launcher/programs.h knows the folder). The training ministry is for vendors as well.

include(GNUInstallDirs)
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # the tests need not be built to install the programs

if(WIN32)
    install(TARGETS hekim-asistani hekim-asistani-setup RUNTIME DESTINATION .)
    if(HEKIM_DESKTOP)
        install(TARGETS hekim-asistani-desktop hekim-asistani-training RUNTIME DESTINATION .)
    endif()
    install(DIRECTORY installer/policy DESTINATION . PATTERN "*.example" EXCLUDE) # for the domain's PolicyDefinitions
    return()
endif()

set(companions ${CMAKE_INSTALL_LIBEXECDIR}/hekim-asistani)
install(TARGETS hekim-asistani RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS hekim-asistani-setup RUNTIME DESTINATION ${companions})
if(HEKIM_DESKTOP)
    install(TARGETS hekim-asistani-desktop hekim-asistani-training RUNTIME DESTINATION ${companions})
    install(TARGETS hekim-asistani-work LIBRARY DESTINATION ${companions})
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/link)
    file(CREATE_LINK ../${companions}/hekim-asistani-training ${CMAKE_BINARY_DIR}/link/hekim-asistani-training SYMBOLIC)
    install(FILES ${CMAKE_BINARY_DIR}/link/hekim-asistani-training DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()

set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES resources/hekim-asistani.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES resources/hekim-asistani.svg DESTINATION ${icons}/scalable/apps)
foreach(size 48 128)
    install(FILES resources/icons/hekim-asistani-${size}.png
        DESTINATION ${icons}/${size}x${size}/apps RENAME hekim-asistani.png)
endforeach()

set(texts ${CMAKE_BINARY_DIR}/share)
configure_file(resources/hekim-asistani.metainfo.xml ${texts}/hekim-asistani.metainfo.xml @ONLY)
install(FILES ${texts}/hekim-asistani.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
foreach(folder man1 tr/man1)
    string(REPLACE man1 "" language ${folder})
    configure_file(resources/man/${language}hekim-asistani.1 ${texts}/${folder}/hekim-asistani.1 @ONLY)
    # -n: without the time, so that the same sources give the same file.
    execute_process(COMMAND gzip -9nf ${texts}/${folder}/hekim-asistani.1 COMMAND_ERROR_IS_FATAL ANY)
    install(FILES ${texts}/${folder}/hekim-asistani.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/${folder})
endforeach()

# The example is no policy: nothing reads it, so an upgrade never asks about a policy that the administrator wrote.
# Where the programs look for it, whatever the prefix.
install(FILES installer/policy/policy.conf.example DESTINATION /etc/hekim-asistani)
