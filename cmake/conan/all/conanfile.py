import os

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, get, rmdir

required_conan_version = ">=2.1"


class PithConan(ConanFile):
    name = "pith"
    description = "The article of a web page, without the boilerplate"
    license = "Apache-2.0"
    url = "https://github.com/conan-io/conan-center-index"
    homepage = "https://github.com/OWNER/pith"
    topics = ("html", "web", "crawler", "boilerplate", "content-extraction", "text-extraction")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "fPIC": [True, False], "tools": [True, False]}
    default_options = {"shared": False, "fPIC": True, "tools": False}
    implements = ["auto_shared_fpic"]

    def layout(self):
        cmake_layout(self, src_folder="src")

    def requirements(self):
        self.requires("gumbo-parser/0.13.2")
        self.requires("icu/77.1")
        if self.options.tools:
            self.requires("brotli/1.1.0")
            self.requires("cli11/2.4.2")
            self.requires("isa-l/2.30.0")
            self.requires("nlohmann_json/3.11.3")
            self.requires("simdjson/3.12.3")
            self.requires("zlib/1.3.1")
            self.requires("zstd/1.5.6")

    def build_requirements(self):
        self.tool_requires("cmake/[>=3.24]")

    def validate(self):
        if self.settings.os == "Windows":
            raise ConanInvalidConfiguration(
                f"{self.ref} is not for Windows: it uses the vector types of GCC and Clang, which MSVC does not have, "
                "and was never built with another compiler there")
        try:
            check_min_cppstd(self, 20)
        except ConanInvalidConfiguration as error:
            raise ConanInvalidConfiguration(f"{error} {self.ref} needs C++20: -s compiler.cppstd=20") from error

    def source(self):
        get(self, **self.conan_data["sources"][self.version], strip_root=True)

    def generate(self):
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["PITH_BUILD_EXAMPLES"] = bool(self.options.tools)
        toolchain.cache_variables["PITH_BUILD_TESTS"] = False
        toolchain.cache_variables["PITH_BUILD_TOOLS"] = False
        toolchain.cache_variables["PITH_INSTALL"] = True
        # A Gumbo of the system ([platform_requires]) is not in the graph.
        toolchain.cache_variables["PITH_GUMBO_FROM_SYSTEM"] = "gumbo-parser" not in self.dependencies
        toolchain.generate()
        CMakeDeps(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        CMake(self).install()
        rmdir(self, os.path.join(self.package_folder, "lib", "cmake"))
        rmdir(self, os.path.join(self.package_folder, "lib", "pkgconfig"))
        rmdir(self, os.path.join(self.package_folder, "share"))

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "pith")
        self.cpp_info.set_property("pkg_config_name", "pith")
        library = self.cpp_info.components["libpith"]
        library.set_property("cmake_target_name", "pith::pith")
        library.set_property("pkg_config_name", "pith")
        library.libs = ["pith"]
        if self.settings.os in ("Linux", "FreeBSD"):
            library.system_libs.append("m")
        self._add(library, "gumbo-parser", ["gumbo-parser::gumbo-parser"], ["gumbo"])
        self._add(library, "icu", ["icu::icu-i18n", "icu::icu-uc", "icu::icu-data"], ["icui18n", "icuuc", "icudata"])
        if self.options.tools:
            command = self.cpp_info.components["command"]
            command.requires = ["libpith"]
            for name in ("brotli", "cli11", "isa-l", "nlohmann_json", "simdjson", "zlib", "zstd"):
                self._add(command, name, [f"{name}::{name}"], [])

    def _add(self, component, dependency, targets, system_libs):
        # Libraries of the system are linked by name.
        if dependency in self.dependencies:
            component.requires.extend(targets)
        else:
            component.system_libs.extend(system_libs)
