# Stands for what CMakeDeps makes of Conan's gumbo-parser.
find_library(fake_conan_gumbo gumbo REQUIRED)
add_library(gumbo-parser::gumbo-parser UNKNOWN IMPORTED)
set_target_properties(gumbo-parser::gumbo-parser PROPERTIES IMPORTED_LOCATION "${fake_conan_gumbo}")
