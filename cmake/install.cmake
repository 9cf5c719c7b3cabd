# Install rules: the library, its headers, a relocatable CMake package and a pkg-config file.
include(CMakePackageConfigHelpers)
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/pith")

install(TARGETS pith EXPORT pithTargets FILE_SET HEADERS)
install(EXPORT pithTargets NAMESPACE pith:: DESTINATION "${package_dir}")

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/pithConfig.cmake.in" "${PROJECT_BINARY_DIR}/pithConfig.cmake"
  INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/pithConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/pithConfig.cmake" "${PROJECT_BINARY_DIR}/pithConfigVersion.cmake"
  "${PROJECT_SOURCE_DIR}/cmake/FindGumbo.cmake" DESTINATION "${package_dir}")

# Relative to the file itself, so that an install that was moved still works.
file(RELATIVE_PATH prefix_from_pc "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")

# What a program has to link beside -lpith. A shared pith brings it along; a static one leaves it to the program, with and
# without --static. Named by pkg-config where that knows it, by file where not.
set(pc_requires "")
set(pc_libs "")
if(NOT BUILD_SHARED_LIBS)
  set(pc_libs " -lstdc++ -lm")
  if("c++" IN_LIST CMAKE_CXX_IMPLICIT_LINK_LIBRARIES)
    set(pc_libs " -lc++ -lm")
  endif()
  find_package(PkgConfig QUIET)
  foreach(module IN ITEMS gumbo=-lgumbo icu-i18n=-licui18n "icu-uc=-licuuc -licudata")
    string(REGEX MATCH "^[^=]+" name "${module}")
    string(REGEX MATCH "[^=]+$" libs "${module}")
    string(MAKE_C_IDENTIFIER "PITH_PC_${name}" found)
    if(PkgConfig_FOUND)
      pkg_check_modules(${found} QUIET ${name})
    endif()
    if(${found}_FOUND)
      string(APPEND pc_requires " ${name}")
    else()
      string(APPEND pc_libs " ${libs}")
    endif()
  endforeach()
endif()
configure_file("${PROJECT_SOURCE_DIR}/cmake/pith.pc.in" "${PROJECT_BINARY_DIR}/pith.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/pith.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
