/// Compiled: the library's own rules and models as they stand in memory once their files have been read, as bytes. A
/// program that the build runs (make_compiled.cpp) reads the files, so that no process has to: that takes many times as
/// long as a page does.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "page/page.hpp"

namespace pith {

struct Compiled {
  std::string_view rules;                  ///< rules::read_compiled_rules()
  std::array<std::string_view, 2> models;  ///< model::read_compiled_model(), by page::PageKind
};

/// What stands in the program. Empty: this build has none, and the files are to be read (rules::embedded_files()). It
/// is for another machine than the one that builds, or of the single file.
[[nodiscard]] Compiled compiled() noexcept;

/// The file with the model for a kind of page.
[[nodiscard]] constexpr std::string_view model_file(page::PageKind kind) noexcept {
  return kind == page::PageKind::html ? "model_html.tsv" : "model_lines.tsv";
}

}  // namespace pith
