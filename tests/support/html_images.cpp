#include "support/html_images.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>

namespace pith::test {
namespace {

void add_addresses(std::string_view value, bool is_set, Element& image) {
  while (!value.empty()) {
    const std::size_t end = is_set ? value.find(", ") : std::string_view::npos;
    std::string_view one = value.substr(0, end);
    value = end == std::string_view::npos ? std::string_view() : value.substr(end + 2);
    one.remove_prefix(std::min(one.find_first_not_of(" \n\t"), one.size()));
    if (is_set) one = one.substr(0, one.find(' '));
    if (one.starts_with("data:") || one.starts_with("about:")) continue;
    if (const std::string name = file_of(one); !name.empty()) image.addresses.push_back(name);
  }
}

bool is_small(const GumboElement& element) {
  for (const char* const name : {"width", "height"}) {
    const std::string_view told = attribute(element, name);
    // Icons, and logos in a row of them.
    constexpr int smallest = 60;
    if (!told.empty() && !told.ends_with('%') && std::atoi(std::string(told).c_str()) < smallest) return true;
  }
  return false;
}

/// An icon, a logo, ...; drawings are nearly always that.
bool is_sign(const GumboElement& element, const Element& image) {
  std::string named = lower(std::string(attribute(element, "src")).append(" ").append(attribute(element, "class")));
  for (const std::string& file : image.addresses) named += " " + lower(file);
  static constexpr std::string_view words[] = {"icon",  "logo", "avatar", "badge", "pixel",
                                               "emoji", ".svg", "blank.", "spacer"};
  return std::any_of(std::begin(words), std::end(words),
                     [&named](std::string_view word) { return named.find(word) != std::string::npos; });
}

bool is_other_address(std::string_view name) {
  return (name.starts_with("data-") || name.starts_with("nitro-")) && !name.ends_with("sizes") &&
         (name.find("src") != std::string_view::npos || name.find("original") != std::string_view::npos ||
          name.find("lazy") != std::string_view::npos);
}

}  // namespace

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* const found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

void read_image(const GumboElement& element, Element& image) {
  image.detail = without_space(attribute(element, "alt"));
  const std::string_view source = attribute(element, "src");
  bool has_other = false;
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& one = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    const std::string_view name = one.name;
    const bool is_set = name.find("srcset") != std::string_view::npos;
    if (!is_set && name != "src" && !is_other_address(name)) continue;
    add_addresses(one.value, is_set, image);
    has_other = has_other || (name != "src" && !image.addresses.empty());
  }
  const bool is_stand_in = source.empty() || source.starts_with("data:") || !attribute(element, "data-src").empty() ||
                           !attribute(element, "data-original").empty() || !attribute(element, "data-lazy-src").empty();
  image.is_lazy = has_other && is_stand_in;
  image.is_content = !is_small(element) && !is_sign(element, image);
}

}  // namespace pith::test
