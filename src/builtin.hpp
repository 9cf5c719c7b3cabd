/// Built in: the rules and models that the library brings along. One of two files defines these functions. Where the
/// build can run a program that it made, that is what make_builtin.cpp writes: the rules and models as they stand in
/// memory once their files have been read, which takes many times as long as a page does. Else, and in the single file,
/// builtin_files.cpp reads the files in each process.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "model/model.hpp"
#include "rules/rule_set.hpp"

namespace pith {

[[nodiscard]] rules::RuleSet builtin_set();
[[nodiscard]] std::shared_ptr<const model::Model> builtin_html_model();
[[nodiscard]] std::shared_ptr<const model::Model> builtin_text_model();

/// Name and bytes of a file of src/data: "phrases/zh-Hans.tsv", "attributes.tsv", "model_html.tsv".
[[nodiscard]] std::span<const rules::EmbeddedFile> embedded_files() noexcept;  // made by cmake/embed.cmake

inline constexpr std::string_view html_model_file = "model_html.tsv";
inline constexpr std::string_view text_model_file = "model_lines.tsv";

}  // namespace pith
