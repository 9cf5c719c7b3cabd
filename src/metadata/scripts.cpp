// Dates in the data of a site's own scripts: asked last, and only where nothing else tells the day.

#include <algorithm>

#include "core/wide_bytes.hpp"
#include "metadata/readers.hpp"
#include "rules/rule_set.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20;  // of all scripts of a page

using ScriptNames = std::vector<std::string_view>;

const ScriptNames& script_names() {
  static const ScriptNames names = [] {
    ScriptNames read;
    for (const rules::EmbeddedFile& file : rules::embedded_files()) {
      if (file.name != "metadata/script_names.tsv") continue;
      for (std::string_view bytes = file.bytes; !bytes.empty();) {
        const std::string_view name = text::take_until(bytes, '\n');
        if (!name.empty() && name.front() != '#') read.push_back(name);
      }
    }
    return read;
  }();
  return names;
}

bool is_name_letter(char c) noexcept {
  return (text::is_ascii_letter(c) || text::is_ascii_digit(c)) || c == '_' || c == '$';
}

/// What is assigned to the name that ends before `at`; empty when nothing is.
std::string_view value_at(std::string_view script, std::size_t at) noexcept {
  const auto skip = [&](std::string_view marks) {
    while (at < script.size() && marks.find(script[at]) != std::string_view::npos) ++at;
  };
  skip("\\\"' ");
  if (at >= script.size() || (script[at] != ':' && script[at] != '=')) return {};
  ++at;
  skip("\\\"' ");
  constexpr std::size_t longest = 40;
  const std::string_view rest = script.substr(at, longest);
  return rest.substr(0, rest.find_first_of("\\\"',;}\n"));
}

/// The day that all places of the name agree on; unknown when they tell several.
Date day_of(const Input& input, std::string_view name) {
  Date day;
  std::size_t read = 0;
  for (std::string_view script : input.page.scripts) {
    script = script.substr(0, most_bytes - std::min(read, most_bytes));
    read += script.size();
    for (std::size_t at = core::find_word(script, name); at != std::string_view::npos;
         at = core::find_word(script, name, at + name.size())) {
      const bool whole = at == 0 || !is_name_letter(script[at - 1]);
      if (!whole || (at + name.size() < script.size() && is_name_letter(script[at + name.size()]))) continue;
      const Date date = machine_date(value_at(script, at + name.size()), input.dates);
      if (!date.known()) continue;
      if (day.known() && (day.year != date.year || day.month != date.month || day.day != date.day)) return {};
      day = day.known() ? day : date;
    }
  }
  return day;
}

/// Whether another source tells the day already.
bool is_told(const Answers& answers) noexcept {
  return std::any_of(answers.begin(), answers.end(), [](const Metadata& answer) { return answer.published.known(); });
}

}  // namespace

void read_scripts(const Input& input, Answers& answers) {
  if (is_told(answers)) return;
  for (const std::string_view name : script_names()) {
    Date& published = answers.of(MetadataSource::script).published;
    published = day_of(input, name);
    if (published.known()) return;
  }
}

}  // namespace pith::metadata
