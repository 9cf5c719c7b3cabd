// Dates in the data of a site's own scripts: asked last, and only where nothing else tells the day.

#include <algorithm>

#include "core/wide_bytes.hpp"
#include "metadata/readers.hpp"
#include "metadata/words.hpp"
#include "rules/rule_set.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::metadata {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20;  // of all scripts of a page

using ScriptNames = std::vector<std::string_view>;

/// In the order they are trusted in.
const ScriptNames& script_names() {
  static const ScriptNames names = [] {
    ScriptNames read;
    for (const rules::EmbeddedFile& file : metadata_files()) {
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

/// What the places of one name tell.
struct NamedDay {
  Date day;                  ///< unknown: none of them tells one
  bool is_disputed = false;  ///< they tell several
};

/// The value of the name that begins at `at` joins the days that were told before.
void add_day(const Input& input, std::string_view script, std::size_t at, std::string_view name, NamedDay& told) {
  const std::size_t end = at + name.size();
  if (end < script.size() && is_name_letter(script[end])) return;
  const Date date = machine_date(value_at(script, end), input.dates);
  if (!date.known()) return;
  const bool is_same = told.day.year == date.year && told.day.month == date.month && told.day.day == date.day;
  told.is_disputed = told.is_disputed || (told.day.known() && !is_same);
  if (!told.day.known()) told.day = date;
}

/// Adds the days of the names that begin with the two bytes `head`: one search for all of them.
void add_days(const Input& input, std::string_view script, std::string_view head, std::vector<NamedDay>& told) {
  const ScriptNames& names = script_names();
  for (std::size_t at = core::find_pair(script, 0, head[0], head[1]); at < script.size();
       at = core::find_pair(script, at + 1, head[0], head[1])) {
    if (at > 0 && is_name_letter(script[at - 1])) continue;  // within a name
    for (std::size_t k = 0; k < names.size(); ++k) {
      if (script.substr(at).starts_with(names[k])) add_day(input, script, at, names[k], told[k]);
    }
  }
}

/// What the scripts tell, by name.
std::vector<NamedDay> days_of_scripts(const Input& input) {
  const ScriptNames& names = script_names();
  std::vector<NamedDay> told(names.size());
  std::size_t read = 0;
  for (std::string_view script : input.page.scripts) {
    script = script.substr(0, most_bytes - std::min(read, most_bytes));
    read += script.size();
    for (auto name = names.begin(); name != names.end(); ++name) {
      const std::string_view head = name->substr(0, 2);
      const bool is_first = std::none_of(names.begin(), name, [head](auto other) { return other.starts_with(head); });
      if (is_first) add_days(input, script, head, told);
    }
  }
  return told;
}

/// Whether another source tells the day already.
bool is_told(const Answers& answers) noexcept {
  return std::any_of(answers.begin(), answers.end(), [](const Metadata& answer) { return answer.published.known(); });
}

}  // namespace

void read_scripts(const Input& input, Answers& answers) {
  if (input.page.scripts.empty() || is_told(answers)) return;
  for (const NamedDay& told : days_of_scripts(input)) {
    if (!told.day.known() || told.is_disputed) continue;
    answers.of(MetadataSource::script).published = told.day;
    return;
  }
}

}  // namespace pith::metadata
