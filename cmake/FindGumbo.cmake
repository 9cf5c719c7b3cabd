# Finds Gumbo wherever it came from and gives Gumbo::Gumbo: vcpkg's unofficial-gumbo, Conan's gumbo-parser, pkg-config
# (Debian, Homebrew), then plain files. Installed beside the package's config, so that consumers of a static pith link.
# Under the toolchain of vcpkg or Conan the last two, which find the system's, are not tried: mixing their headers and
# libraries with the system's goes wrong late and oddly. PITH_GUMBO_FROM_SYSTEM=ON tries them all the same.
if(TARGET Gumbo::Gumbo)
  set(Gumbo_FOUND TRUE)
  return()
endif()

# The packages that ship a CMake config, in the order they are tried: package, then the target it makes.
set(Gumbo_TARGET "")
foreach(candidate IN ITEMS unofficial-gumbo=unofficial::gumbo::gumbo gumbo-parser=gumbo-parser::gumbo-parser gumbo=gumbo::gumbo)
  string(REGEX MATCH "^[^=]+" package "${candidate}")
  string(REGEX MATCH "[^=]+$" target "${candidate}")
  find_package(${package} CONFIG QUIET)
  if(TARGET ${target})
    set(Gumbo_TARGET ${target})
    break()
  endif()
endforeach()

set(Gumbo_TRY_SYSTEM ON)
if(NOT PITH_GUMBO_FROM_SYSTEM AND (DEFINED VCPKG_TARGET_TRIPLET OR CMAKE_TOOLCHAIN_FILE MATCHES "conan_toolchain" OR
   CMAKE_PROJECT_TOP_LEVEL_INCLUDES MATCHES "conan_provider"))
  set(Gumbo_TRY_SYSTEM OFF)
endif()

if(NOT Gumbo_TARGET AND Gumbo_TRY_SYSTEM)
  find_package(PkgConfig QUIET)
  if(PkgConfig_FOUND)
    pkg_check_modules(PITH_GUMBO QUIET IMPORTED_TARGET GLOBAL gumbo)
    if(TARGET PkgConfig::PITH_GUMBO)
      set(Gumbo_TARGET PkgConfig::PITH_GUMBO)
    endif()
  endif()
endif()

if(NOT Gumbo_TARGET AND Gumbo_TRY_SYSTEM)
  find_path(Gumbo_INCLUDE_DIR gumbo.h)
  find_library(Gumbo_LIBRARY gumbo)
  mark_as_advanced(Gumbo_INCLUDE_DIR Gumbo_LIBRARY)
  if(Gumbo_INCLUDE_DIR AND Gumbo_LIBRARY)
    add_library(pith_gumbo_files UNKNOWN IMPORTED)
    set_target_properties(pith_gumbo_files PROPERTIES
      IMPORTED_LOCATION "${Gumbo_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${Gumbo_INCLUDE_DIR}")
    set(Gumbo_TARGET pith_gumbo_files)
  endif()
endif()

include(FindPackageHandleStandardArgs)
set(Gumbo_REASON "no library gumbo (Debian: libgumbo-dev, Homebrew: gumbo-parser)")
if(NOT Gumbo_TRY_SYSTEM)
  set(Gumbo_REASON "vcpkg or Conan has no Gumbo here (gumbo, gumbo-parser), PITH_GUMBO_FROM_SYSTEM=ON takes the system's")
endif()
find_package_handle_standard_args(Gumbo REQUIRED_VARS Gumbo_TARGET REASON_FAILURE_MESSAGE "${Gumbo_REASON}")
if(Gumbo_FOUND)
  add_library(Gumbo::Gumbo INTERFACE IMPORTED)
  set_property(TARGET Gumbo::Gumbo PROPERTY INTERFACE_LINK_LIBRARIES ${Gumbo_TARGET})
endif()
