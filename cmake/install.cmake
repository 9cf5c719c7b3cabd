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
set(cxx_library stdc++)
if("c++" IN_LIST CMAKE_CXX_IMPLICIT_LINK_LIBRARIES)
  set(cxx_library c++)
endif()
configure_file("${PROJECT_SOURCE_DIR}/cmake/pith.pc.in" "${PROJECT_BINARY_DIR}/pith.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/pith.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
