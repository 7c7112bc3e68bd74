# One way to declare the project's libraries, programs and tests, so that all are built by the same rules.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_AUTOUIC ON)
set(CMAKE_AUTOUIC_SEARCH_PATHS ${CMAKE_SOURCE_DIR}/ui)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

function(hekim_rules target)
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_STRICT_ITERATORS
        HEKIM_VERSION="${HEKIM_VERSION}")
    if(MSVC)
        target_compile_options(${target} PRIVATE /W4 /WX /utf-8 /permissive-)
    else()
        target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
            -Woverloaded-virtual -Werror)
        # Programs too, and not -fPIE as CMake has it: official Qt allows no copy relocations, and libraries and programs
        # share precompiled headers. Debian's Qt 6.4 asks for it by itself.
        if(Qt6_VERSION VERSION_GREATER_EQUAL 6.5)
            target_compile_options(${target} PRIVATE -fPIC)
        endif()
    endif()
endfunction()

# Headers that nearly every source includes are read once, by what a target is made of: Core for all of the product's targets,
# those of the window with Widgets; Test and WindowTest for the test programs. Only the preset dev does so
# (CMAKE_DISABLE_PRECOMPILE_HEADERS): every other build sees an include that is missing.
set(hekim_precompiled_links_Core Core)
set(hekim_precompiled_links_Widgets Widgets)
set(hekim_precompiled_links_Test Network Test)
set(hekim_precompiled_links_WindowTest Network Test Widgets)
function(hekim_precompiled target kind)
    string(TOLOWER ${kind} name)
    set(keeper hekim_precompiled_${name})
    if(NOT TARGET ${keeper})
        file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${keeper}.cpp CONTENT "// The compiler wants a source.\n")
        add_library(${keeper} OBJECT ${CMAKE_BINARY_DIR}/${keeper}.cpp)
        list(TRANSFORM hekim_precompiled_links_${kind} PREPEND Qt6:: OUTPUT_VARIABLE links)
        target_link_libraries(${keeper} PRIVATE ${links} tl::expected)
        target_precompile_headers(${keeper} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/precompiled${name}.h)
        hekim_rules(${keeper})
    endif()
    target_precompile_headers(${target} REUSE_FROM ${keeper})
endfunction()

# A folder of src/ as a static library: hekim_library(core SOURCES … LINKS … [PRECOMPILED Widgets]). Its headers are included as
# "core/….h".
function(hekim_library name)
    cmake_parse_arguments(ARG "" "PRECOMPILED" "SOURCES;LINKS" ${ARGN})
    if(NOT ARG_PRECOMPILED)
        set(ARG_PRECOMPILED Core)
    endif()
    add_library(hekim_${name} STATIC ${ARG_SOURCES})
    target_include_directories(hekim_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(hekim_${name} PUBLIC ${ARG_LINKS})
    hekim_rules(hekim_${name})
    hekim_precompiled(hekim_${name} "${ARG_PRECOMPILED}")
endfunction()

# A program: hekim_program(hekim-asistani SOURCES … LINKS … [PRECOMPILED Widgets]), found in bin/ of the build folder.
function(hekim_program name)
    cmake_parse_arguments(ARG "" "PRECOMPILED" "SOURCES;LINKS" ${ARGN})
    if(NOT ARG_PRECOMPILED)
        set(ARG_PRECOMPILED Core)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LINKS})
    hekim_rules(${name})
    hekim_precompiled(${name} "${ARG_PRECOMPILED}")
endfunction()

# What starts a test in an environment of its own.
if(UNIX)
    set(hekim_privately ${CMAKE_SOURCE_DIR}/tests/support/privately.sh)
endif()

# A Qt Test program: hekim_test(tst_name SOURCES … LINKS … [LABELS …] [TIMEOUT seconds] [WINDOW]); WINDOW for one that links
# widgets. Tests find the built programs and the sources through support/places.h.
function(hekim_test name)
    cmake_parse_arguments(ARG "WINDOW" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 60)
    endif()
    set(precompiled Test)
    if(ARG_WINDOW)
        set(precompiled WindowTest)
        list(APPEND ARG_LINKS Qt6::Widgets)
    endif()
    # moc by itself reads the one source that asks for it: CMake's own search would cost each test another target and another
    # source.
    set(CMAKE_AUTOMOC OFF)
    set(CMAKE_AUTORCC OFF)
    set(CMAKE_AUTOUIC OFF)
    hekim_program(${name} SOURCES ${ARG_SOURCES} LINKS ${ARG_LINKS} Qt6::Network Qt6::Test PRECOMPILED ${precompiled})
    qt_generate_moc(${name}.cpp ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc TARGET ${name})
    target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests ${CMAKE_BINARY_DIR}/tests ${CMAKE_CURRENT_BINARY_DIR})
    add_test(NAME ${name} COMMAND ${hekim_privately} $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}")
endfunction()

# Runs an existing test once more as on a Turkish computer, the C library's locale included.
function(hekim_turkish_test name)
    add_test(NAME ${name}.turkish COMMAND ${hekim_privately} $<TARGET_FILE:${name}>)
    get_test_property(${name} TIMEOUT timeout)
    get_test_property(${name} LABELS labels)
    set_tests_properties(${name}.turkish PROPERTIES TIMEOUT "${timeout}" LABELS "${labels}"
        ENVIRONMENT "HEKIM_TEST_LOCALE=tr_TR.UTF-8;LOCPATH=${CMAKE_BINARY_DIR}/locale" FIXTURES_REQUIRED turkish)
endfunction()
