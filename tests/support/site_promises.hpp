/// What load_site_memory() promises of any bytes: a reason, or a memory that can be used, saved and merged.
#pragma once

#include <cstdint>
#include <pith.hpp>
#include <pith/site.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace pith::test {

inline constexpr std::string_view memory_first_line = "pith site memory 1\n";
inline constexpr std::size_t memory_checksum_bytes = 8;

/// Page `number` of a host: lines of its own, and some that all pages have.
inline std::string site_page(int number) {
  const std::string mark = std::to_string(number);
  return "<html><body><nav><p>Home</p><p>News</p></nav><article><h1>Report " + mark + "</h1><p>In village " + mark +
         " the river rose by " + mark + " metres overnight, and people of street " + mark +
         " had to leave their houses before dawn.</p><p>Meet the Weaver family of Hilltop at the spring market for "
         "tea, "
         "they say to all who pass.</p></article></body></html>";
}

/// The bytes with a checksum that fits: so a change is seen by what comes after that check.
inline std::string with_checksum(std::string_view body) {
  std::uint64_t sum = 0xCBF29CE484222325U;
  for (const char c : body) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  std::string out(body);
  for (std::size_t byte = 0; byte < memory_checksum_bytes; ++byte) out += static_cast<char>(sum >> (8 * byte) & 0xFFU);
  return out;
}

/// Empty, or which promise was broken. `was_accepted`: the bytes gave a memory.
inline std::string broken_site_promise(std::string_view bytes, Extractor& extractor, bool& was_accepted) {
  auto loaded = load_site_memory(bytes);
  was_accepted = loaded.has_value();
  if (!loaded) {
    const std::string& reason = loaded.error().message;
    return reason.empty() || reason.find('\n') != std::string::npos ? "refused without one line that says why" : "";
  }
  SiteMemory memory = std::move(loaded).value();
  const std::string saved = memory.save();
  const auto again = load_site_memory(saved);
  if (!again || again.value().save() != saved) return "what is saved is not what is loaded";
  SiteMemory merged;
  merged.merge(memory);
  merged.merge(again.value());
  if (merged.save() != saved) return "merged with itself it is another";
  const std::string page = site_page(1);
  const Source source{.bytes = page, .url = "https://a.example/1", .kind = SourceKind::html};
  const Article article = extractor.extract(source, memory);
  if (extractor.extract(source, merged).blocks.size() != article.blocks.size())
    return "equal memories judge differently";
  const std::size_t pages = memory.pages();
  extractor.learn(source, memory);
  if (memory.pages() < pages) return "learning lost a page";
  const std::size_t hosts = memory.hosts();
  memory.forget("a.example");
  return memory.hosts() + 1 == hosts ? "" : "a forgotten host is still there";
}

}  // namespace pith::test
