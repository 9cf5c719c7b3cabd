#include "html/attributes.hpp"

#include <algorithm>
#include <array>

#include "html/entities.hpp"
#include "page/page_builder.hpp"

namespace pith::html {
namespace {

// Head elements and formatting elements are read in full; real ones have fewer than ten.
constexpr std::size_t max_named = 64;

constexpr std::uint32_t hash_begin = 2166136261U;
constexpr std::uint32_t mix(std::uint32_t hash, char letter) noexcept {
  return (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
}

}  // namespace

std::string_view local_name(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 5> prefixed = {"xlink:href", "xlink:role", "xlink:title", "xlink:type",
                                                        "xml:lang"};
  const auto matches = [name](std::string_view row) { return text::equals_ignoring_case(name, row); };
  return std::any_of(prefixed.begin(), prefixed.end(), matches) ? name.substr(name.find(':') + 1) : name;
}

void name_attributes(std::string_view html, const TagToken& tag, core::Arena& storage,
                     std::vector<NamedAttribute>& out) {
  out.clear();
  std::size_t position = tag.name_end;
  AttributeToken token;
  while (out.size() < max_named && next_attribute(html, position, token)) {
    const std::string_view name = page::lowered(token.name, storage);
    if (std::any_of(out.begin(), out.end(), [&](const NamedAttribute& other) { return other.name == name; })) continue;
    out.push_back({name, decode_references(token.value, ReferencePlace::attribute, storage)});
  }
}

std::uint32_t attributes_hash(std::string_view html, const TagToken& tag, core::Arena& storage) {
  std::uint32_t sum = 0;
  std::size_t position = tag.name_end;
  AttributeToken token;
  std::array<std::uint32_t, max_named> seen{};  // hashes of names: of one name the first counts
  std::size_t count = 0;
  std::uint32_t begin = hash_begin;
  while (next_attribute(html, position, token)) {
    std::uint32_t hash = begin;
    for (const char letter : token.name) hash = mix(hash, text::to_lower_ascii(letter));
    begin = hash_begin;
    const auto seen_end = seen.begin() + static_cast<std::ptrdiff_t>(count);
    if (std::find(seen.begin(), seen_end, hash) != seen_end) {
      // Gumbo does not forget the repeated name before it has read a value: it puts the next name after it.
      if (token.value.data() == nullptr) begin = hash;
      continue;
    }
    if (count < seen.size()) seen[count++] = hash;
    hash = mix(hash, '=');
    for (const char letter : decode_references(token.value, ReferencePlace::attribute, storage)) {
      hash = mix(hash, letter);
    }
    sum += hash ^ (hash >> 15);
  }
  return sum == 0 ? 1 : sum;
}

void append_hash(std::uint32_t hash, std::string& out) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += " h=";
  for (unsigned shift = 32; shift > 0; shift -= 4) out += digits[(hash >> (shift - 4)) & 15U];
}

}  // namespace pith::html
