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
    endif()
endfunction()

# A folder of src/ as a static library: hekim_library(core SOURCES … LINKS …). Its headers are included as "core/….h".
function(hekim_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_library(hekim_${name} STATIC ${ARG_SOURCES})
    target_include_directories(hekim_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(hekim_${name} PUBLIC ${ARG_LINKS})
    hekim_rules(hekim_${name})
endfunction()

# A program: hekim_program(hekim-asistani SOURCES … LINKS …), found in bin/ of the build folder.
function(hekim_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE ${ARG_LINKS})
    hekim_rules(${name})
endfunction()

# A Qt Test program: hekim_test(tst_name SOURCES … LINKS … [LABELS …] [TIMEOUT seconds]).
# Tests find the built programs through HEKIM_BIN and the sources through HEKIM_SOURCE.
function(hekim_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 60)
    endif()
    hekim_program(${name} SOURCES ${ARG_SOURCES} LINKS ${ARG_LINKS} Qt6::Test)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_compile_definitions(${name} PRIVATE
        HEKIM_BIN="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}" HEKIM_SOURCE="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}")
endfunction()
