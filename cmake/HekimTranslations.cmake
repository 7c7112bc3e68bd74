# The translations as a resource under :/i18n, in the object library hekim_translations. Objects are linked only into
# those who name the library themselves, so each program does: hekim_program(… LINKS hekim_translations).
# Qt's own texts (buttons of file choosers and message boxes) come along, so that no program depends on where Qt was
# installed.

set(hekim_ts ${CMAKE_SOURCE_DIR}/translations/hekim-asistani_tr.ts ${CMAKE_SOURCE_DIR}/translations/hekim-asistani_en.ts)
set(hekim_i18n ${CMAKE_BINARY_DIR}/i18n)

set_source_files_properties(${hekim_ts} PROPERTIES OUTPUT_LOCATION ${hekim_i18n})
qt_add_translation(hekim_qm ${hekim_ts})

set(hekim_qrc "<RCC>\n    <qresource prefix=\"/i18n\">\n")
foreach(file ${hekim_qm})
    get_filename_component(name ${file} NAME)
    string(APPEND hekim_qrc "        <file alias=\"${name}\">${file}</file>\n")
endforeach()
get_target_property(hekim_qmake Qt6::qmake IMPORTED_LOCATION)
execute_process(COMMAND ${hekim_qmake} -query QT_INSTALL_TRANSLATIONS
    OUTPUT_VARIABLE hekim_qt_translations OUTPUT_STRIP_TRAILING_WHITESPACE)
foreach(name qtbase_tr.qm qtbase_en.qm)
    if(EXISTS ${hekim_qt_translations}/${name})
        string(APPEND hekim_qrc "        <file alias=\"${name}\">${hekim_qt_translations}/${name}</file>\n")
    else()
        message(FATAL_ERROR "Qt's own translation ${name} is missing (Debian: qt6-translations-l10n).")
    endif()
endforeach()
string(APPEND hekim_qrc "    </qresource>\n</RCC>\n")
file(CONFIGURE OUTPUT ${hekim_i18n}/translations.qrc CONTENT "${hekim_qrc}" @ONLY)

qt_add_resources(hekim_translations_sources ${hekim_i18n}/translations.qrc)
add_library(hekim_translations OBJECT ${hekim_translations_sources})
target_link_libraries(hekim_translations PRIVATE Qt6::Core)

# ninja update_translations: collects the texts of the sources anew. English is the sources' own language and holds the
# plural forms only. No line numbers: they would change with every edit.
add_custom_target(update_translations
    COMMAND Qt6::lupdate -silent -locations none -no-obsolete
        ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/ui -ts ${CMAKE_SOURCE_DIR}/translations/hekim-asistani_tr.ts
    COMMAND Qt6::lupdate -silent -locations none -no-obsolete -pluralonly
        ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/ui -ts ${CMAKE_SOURCE_DIR}/translations/hekim-asistani_en.ts
    COMMENT "Collecting the texts to translate"
    VERBATIM)
