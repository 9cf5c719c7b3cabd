// Writes the source file that defines compiled(). Run by the build, on the machine that builds; not part of the
// library.
//   pith_compile FILE.cpp
#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

#include "compiled.hpp"
#include "measure/measure.hpp"
#include "model/model.hpp"
#include "rules/compiled_rules.hpp"
#include "rules/rule_set.hpp"

namespace {

/// The model in one of the embedded files; empty when there is no good one.
std::string compile_model_file(std::string_view name) {
  for (const pith::rules::EmbeddedFile& file : pith::rules::embedded_files()) {
    if (file.name != name) continue;
    const auto model = pith::model::load_model(file.bytes, pith::measure::feature_sets());
    if (model) return pith::model::compile_model(*model.value());
    std::fprintf(stderr, "%.*s:%u: %s\n", static_cast<int>(name.size()), name.data(), model.error().line,
                 model.error().message.c_str());
  }
  return {};
}

/// As numbers: compilers limit the length of a text.
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

void write_source(const std::array<std::string, 3>& parts, std::FILE* out) {
  std::fputs(
      "// Made by src/make_compiled.cpp. Do not edit.\n"
      "#include <cstdint>\n\n#include \"compiled.hpp\"\n\nnamespace pith {\nnamespace {\n\n",
      out);
  write_bytes("rules", parts[0], out);
  write_bytes("html_model", parts[1], out);
  write_bytes("text_model", parts[2], out);
  std::fputs(
      "}  // namespace\n\nCompiled compiled() noexcept {\n  return {rules(), {html_model(), text_model()}};\n}\n\n"
      "}  // namespace pith\n",
      out);
}

}  // namespace

int main(int argc, char** argv) {
  using pith::page::PageKind;
  static_assert(static_cast<int>(PageKind::html) == 0 && static_cast<int>(PageKind::text) == 1);
  if (argc != 2) {
    std::fputs("usage: pith_compile FILE.cpp\n", stderr);
    return 2;
  }
  const std::array<std::string, 3> parts = {pith::rules::compile_rules(pith::rules::read_embedded_rules()),
                                            compile_model_file(pith::model_file(PageKind::html)),
                                            compile_model_file(pith::model_file(PageKind::text))};
  if (parts[1].empty() || parts[2].empty()) return 1;
  // Under another name until it is whole: a build that was stopped must not go on with half of it.
  const std::string unfinished = std::string(argv[1]) + ".new";
  std::FILE* out = std::fopen(unfinished.c_str(), "wb");
  bool done = out != nullptr;
  if (done) {
    write_source(parts, out);
    done = std::ferror(out) == 0;
    done = std::fclose(out) == 0 && done;
  }
  if (done && std::rename(unfinished.c_str(), argv[1]) == 0) return 0;
  std::fprintf(stderr, "pith_compile: cannot write %s\n", argv[1]);
  return 1;
}
