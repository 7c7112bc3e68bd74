# Which version this is. VERSION in CMakeLists.txt names the last release; what was built after it carries the number of
# commits since and the commit itself. Development builds say the bare version: else every commit would build all anew.
# `./dev package` hands in what cmake/version.sh says.

set(HEKIM_VERSION "${PROJECT_VERSION}" CACHE STRING "Version that the programs name, e.g. 0.1.0 or 0.1.0+12.g3a9a4cc")

# The day of the last commit (or of SOURCE_DATE_EPOCH), for the man page and the metadata: the same at every build of it.
set(HEKIM_RELEASE_EPOCH "$ENV{SOURCE_DATE_EPOCH}")
if(HEKIM_RELEASE_EPOCH STREQUAL "")
    execute_process(COMMAND git -C ${CMAKE_SOURCE_DIR} log -1 --format=%ct
        OUTPUT_VARIABLE HEKIM_RELEASE_EPOCH OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(HEKIM_RELEASE_EPOCH STREQUAL "")
    set(HEKIM_RELEASE_EPOCH 0)
endif()
execute_process(COMMAND ${CMAKE_COMMAND} -E env SOURCE_DATE_EPOCH=${HEKIM_RELEASE_EPOCH}
    ${CMAKE_COMMAND} -P ${CMAKE_CURRENT_LIST_DIR}/releasedate.cmake
    ERROR_VARIABLE HEKIM_RELEASE_DATE ERROR_STRIP_TRAILING_WHITESPACE)
