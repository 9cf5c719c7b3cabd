// Writes the source file with the built-in rules and models as they stand in memory (builtin.hpp). Run by the build, on
// the machine that builds; not part of the library.
//   pith_make_builtin FILE.cpp
#include <algorithm>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

#include "builtin.hpp"
#include "rules/compiled_rules.hpp"

namespace {

constexpr std::string_view begin = R"(// Made by src/make_builtin.cpp. Do not edit.
#include <cstdint>

#include "builtin.hpp"
#include "rules/compiled_rules.hpp"

namespace pith {
namespace {

)";

constexpr std::string_view end = R"(}  // namespace

rules::RuleSet builtin_set() {
  return rules::read_compiled_rules(rules_bytes());
}

std::shared_ptr<const model::Model> builtin_html_model() {
  return model::read_compiled_model(html_model_bytes());
}

std::shared_ptr<const model::Model> builtin_text_model() {
  return model::read_compiled_model(text_model_bytes());
}

}  // namespace pith
)";

void write(std::string_view text, std::FILE* out) {
  std::fwrite(text.data(), 1, text.size(), out);
}

/// A function of that name. The bytes as numbers, for compilers limit the length of a text.
void write_bytes(const char* name, const std::string& bytes, std::FILE* out) {
  std::fprintf(out, "constexpr std::uint64_t %s_data[] = {\n", name);
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
    std::fprintf(out, "0x%" PRIX64 "U,%s", number, at % 64 == 56 ? "\n" : " ");
  }
  std::fprintf(out,
               "};\nstd::string_view %s() noexcept {\n  return {reinterpret_cast<const char*>(%s_data), %zu};\n}\n\n",
               name, name, bytes.size());
}

bool write_source(std::FILE* out) {
  write(begin, out);
  write_bytes("rules_bytes", pith::rules::compile_rules(pith::builtin_set()), out);
  write_bytes("html_model_bytes", pith::model::compile_model(*pith::builtin_html_model()), out);
  write_bytes("text_model_bytes", pith::model::compile_model(*pith::builtin_text_model()), out);
  write(end, out);
  return std::ferror(out) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: pith_make_builtin FILE.cpp\n", stderr);
    return 2;
  }
  // Under another name until it is whole: a build that was stopped must not go on with half of it.
  const std::string unfinished = std::string(argv[1]) + ".new";
  std::FILE* const out = std::fopen(unfinished.c_str(), "wb");
  const bool is_whole = out != nullptr && write_source(out);
  const bool is_closed = out != nullptr && std::fclose(out) == 0;
  if (is_whole && is_closed && std::rename(unfinished.c_str(), argv[1]) == 0) return 0;
  std::fprintf(stderr, "pith_make_builtin: cannot write %s\n", argv[1]);
  return 1;
}
