# Stands for what vcpkg's port gumbo installs.
find_library(fake_vcpkg_gumbo gumbo REQUIRED)
add_library(unofficial::gumbo::gumbo UNKNOWN IMPORTED)
set_target_properties(unofficial::gumbo::gumbo PROPERTIES IMPORTED_LOCATION "${fake_vcpkg_gumbo}")
