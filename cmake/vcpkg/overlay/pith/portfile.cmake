# The port of the registry (../../ports/pith), for the source tree that it stands in instead of a release:
#   vcpkg install pith --overlay-ports=/path/to/pith/cmake/vcpkg/overlay
function(vcpkg_from_github)
    cmake_parse_arguments(arg "" "OUT_SOURCE_PATH" "" ${ARGN})
    get_filename_component(source_tree "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../../../.." ABSOLUTE)
    set(${arg_OUT_SOURCE_PATH} "${source_tree}" PARENT_SCOPE)
endfunction()

include("${CMAKE_CURRENT_LIST_DIR}/../../ports/pith/portfile.cmake")
