#include "pages/inputs.hpp"

#include "files/read_file.hpp"
#include "files/say.hpp"

namespace pages {
namespace {

constexpr std::size_t max_list_bytes = std::size_t{1} << 30U;

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::optional<std::vector<std::string>> read_list(const std::string& name) {
  const cli::FileBytes file = cli::read_whole_file(name, max_list_bytes);
  std::string_view text = file.bytes;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  if (file.error.empty()) return split_list(text);
  cli::say("cannot read " + name + ": " + file.error);
  return std::nullopt;
}

bool add_listed(const std::string& list, const std::string& url, std::vector<PageInput>& out) {
  const auto lines = read_list(list);
  if (!lines) return false;
  for (const std::string& line : *lines) {
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos)
      out.push_back({line, url});
    else
      out.push_back({line.substr(tab + 1), line.substr(0, tab)});
  }
  return true;
}

bool set_urls(const std::string& list, std::vector<PageInput>& out) {
  auto urls = read_list(list);
  if (!urls) return false;
  while (urls->size() > out.size() && urls->back().empty()) urls->pop_back();
  if (urls->size() != out.size()) {
    const auto count = [](std::size_t number, const std::string& what) {
      return std::to_string(number) + " " + what + (number == 1 ? "" : "s");
    };
    cli::say(list + " has " + count(urls->size(), "line") + " for " + count(out.size(), "page"));
    return false;
  }
  for (std::size_t i = 0; i < out.size(); ++i) out[i].url = (*urls)[i];
  return true;
}

}  // namespace

std::vector<std::string> split_list(std::string_view text) {
  const char separator = text.find('\0') == std::string_view::npos ? '\n' : '\0';
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (separator == '\n' && line.ends_with('\r')) line.remove_suffix(1);
    out.emplace_back(line);
  }
  return out;
}

std::optional<std::vector<PageInput>> list_inputs(const Arguments& arguments) {
  std::vector<PageInput> inputs;
  for (const std::string& name : arguments.inputs) inputs.push_back({name, arguments.url});
  const bool has_list = !arguments.files_from.empty();
  if (has_list && !add_listed(arguments.files_from, arguments.url, inputs)) return std::nullopt;
  if (inputs.empty() && !has_list) inputs.push_back({"-", arguments.url});
  if (!arguments.urls_from.empty() && !set_urls(arguments.urls_from, inputs)) return std::nullopt;
  return inputs;
}

}  // namespace pages
