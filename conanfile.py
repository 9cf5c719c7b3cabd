# For working on pith: the recipe of Conan's index (cmake/conan), for this source tree instead of a release.
#   conan install . --build=missing -s compiler.cppstd=20 && cmake --preset conan-release
#   conan create . --build=missing -s compiler.cppstd=20
import importlib.util
import os
import re

from conan.tools.cmake import cmake_layout
from conan.tools.files import load

specification = importlib.util.spec_from_file_location(
    "pith_recipe", os.path.join(os.path.dirname(__file__), "cmake", "conan", "all", "conanfile.py"))
recipe = importlib.util.module_from_spec(specification)
specification.loader.exec_module(recipe)


class PithHere(recipe.PithConan):
    exports = "cmake/conan/all/conanfile.py"
    exports_sources = "CMakeLists.txt", "LICENSE", "cmake/*", "include/*", "src/*", "examples/*"

    def set_version(self):
        header = load(self, os.path.join(self.recipe_folder, "include", "pith.hpp"))
        self.version = re.search(r'char version\[\] = "([0-9.]+)"', header).group(1)

    def layout(self):
        cmake_layout(self)

    def source(self):
        pass
