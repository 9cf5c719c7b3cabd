# Finds cmark-gfm, which reads pith's Markdown back in tests, and gives CmarkGfm::CmarkGfm. Debian: libcmark-gfm-dev and
# libcmark-gfm-extensions-dev.
find_path(CmarkGfm_INCLUDE_DIR cmark-gfm-core-extensions.h)
find_library(CmarkGfm_LIBRARY cmark-gfm)
find_library(CmarkGfm_EXTENSIONS cmark-gfm-extensions)
mark_as_advanced(CmarkGfm_INCLUDE_DIR CmarkGfm_LIBRARY CmarkGfm_EXTENSIONS)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(CmarkGfm REQUIRED_VARS CmarkGfm_LIBRARY CmarkGfm_EXTENSIONS CmarkGfm_INCLUDE_DIR)
if(CmarkGfm_FOUND AND NOT TARGET CmarkGfm::CmarkGfm)
  add_library(CmarkGfm::CmarkGfm INTERFACE IMPORTED)
  target_include_directories(CmarkGfm::CmarkGfm INTERFACE "${CmarkGfm_INCLUDE_DIR}")
  target_link_libraries(CmarkGfm::CmarkGfm INTERFACE "${CmarkGfm_EXTENSIONS}" "${CmarkGfm_LIBRARY}")
endif()
