#include "blocks/images.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "text/ascii.hpp"
#include "text/text.hpp"
#include "text/word_lists.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Page;
using page::Tag;

/// Whether the text has a word of the list, in any case, with no letter beside it.
bool has_any_word(std::string_view text, text::WordList list) {
  const auto begins_word = [text](std::size_t at) { return at == 0 || !text::is_ascii_letter(text[at - 1]); };
  const auto stands_apart = [text](std::size_t at, std::string_view word) {
    const std::size_t after = at + word.size();
    return text::starts_with_ignoring_case(text.substr(at), word) &&
           (after == text.size() || !text::is_ascii_letter(text[after]));
  };
  return text::words_of(list).any_at(text, begins_word, stands_apart);
}

/// The entry of a srcset with the greatest width or density.
std::string_view largest_of(std::string_view srcset) {
  std::string_view best;
  float best_size = -1;
  while (!srcset.empty()) {
    srcset = text::trim(srcset);
    while (!srcset.empty() && srcset.front() == ',') srcset.remove_prefix(1);
    srcset = text::trim(srcset);
    // A comma may be part of an address, but not of its end.
    const auto blank = std::find_if(srcset.begin(), srcset.end(), text::is_ascii_space);
    const auto address_end = static_cast<std::size_t>(blank - srcset.begin());
    std::string_view address = srcset.substr(0, address_end);
    srcset.remove_prefix(address_end);
    std::string_view size;
    if (address.ends_with(',')) {
      address.remove_suffix(1);
    } else {
      const std::size_t comma = std::min(srcset.find(','), srcset.size());
      size = text::trim(srcset.substr(0, comma));
      srcset.remove_prefix(comma);
    }
    float value = 0;
    if (!size.empty()) std::from_chars(size.data(), size.data() + size.size() - 1, value);
    if (!address.empty() && value > best_size) {
      best = address;
      best_size = value;
    }
  }
  return best;
}

/// Whether half of the words of a file's name are of those that say that it shows nothing: "blank", "default-image",
/// but not "grey-sweater-3" or "s1". "placeholder" is enough.
bool is_placeholder_name(std::string_view name) {
  const text::Words& empty = text::words_of(text::WordList::placeholder_file);
  if (empty.has(name)) return true;
  std::size_t words = 0;
  std::size_t said = 0;
  std::string word;
  for (std::size_t at = 0; at <= name.size(); ++at) {
    if (at < name.size() && text::is_ascii_letter(name[at])) {
      word += text::to_lower_ascii(name[at]);
      continue;
    }
    if (word == "placeholder") return true;
    if (!word.empty()) ++words;
    if (word.size() > 1 && empty.has(word)) ++said;
    word.clear();
  }
  return said > 0 && 2 * said >= words;
}

/// An address that stands for the image until a script has loaded it.
bool is_placeholder(std::string_view address) {
  if (address.empty() || address.starts_with("data:") || address.starts_with("about:")) return true;
  const std::size_t slash = address.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? address : address.substr(slash + 1);
  return is_placeholder_name(file.substr(0, file.find('.')));
}

bool is_loadable(std::string_view address) {
  return !address.empty() && !address.starts_with("data:") && !address.starts_with("about:") &&
         !address.starts_with("javascript:") && !address.starts_with("blob:");
}

/// In pixels; -1 when not told.
int size_of(const Page& page, std::uint32_t node, AttributeName name) {
  const std::string_view digits = page.attribute(node, name);
  int value = -1;
  if (digits.ends_with('%')) return -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Of the last <source> before the image in its <picture>: the others are for newer browsers.
std::string_view address_in_picture(const Page& page, std::uint32_t image) noexcept {
  constexpr std::uint32_t most_nodes = 64;  // more than a picture has
  const std::uint32_t picture = page.nodes[image].parent;
  if (page.nodes[picture].tag != Tag::picture) return {};
  for (std::uint32_t i = image - 1; i > picture && image - i <= most_nodes; --i) {
    if (page.nodes[i].tag != Tag::source) continue;
    const std::string_view address = largest_of(page.attribute(i, AttributeName::srcset));
    if (is_loadable(address)) return address;
  }
  return {};
}

/// Of an <iframe>, <video> or <audio>.
std::string_view player_address(const Page& page, std::uint32_t embed) noexcept {
  const std::string_view source = text::trim(page.attribute(embed, AttributeName::src));
  const std::string_view lazy = text::trim(page.attribute(embed, AttributeName::lazy_src));
  if (is_loadable(lazy)) return lazy;
  return is_loadable(source) ? source : std::string_view();
}

/// Where the video of that number or name is.
std::string address_of_video(std::string_view id) {
  const bool is_number = std::all_of(id.begin(), id.end(), text::is_ascii_digit);
  return std::string(is_number ? "https://vimeo.com/" : "https://www.youtube.com/watch?v=").append(id);
}

}  // namespace

std::string_view image_address(const Page& page, std::uint32_t image) noexcept {
  const std::string_view source = text::trim(page.attribute(image, AttributeName::src));
  const std::string_view lazy = text::trim(page.attribute(image, AttributeName::lazy_src));
  const std::string_view largest = largest_of(page.attribute(image, AttributeName::srcset));
  if (is_loadable(lazy)) return lazy;
  if (is_loadable(source) && !is_placeholder(source)) return source;
  if (is_loadable(largest)) return largest;
  const std::string_view in_picture = address_in_picture(page, image);
  return in_picture.empty() && is_loadable(source) ? source : in_picture;
}

std::string_view sign_of_image(const Page& page, std::uint32_t image) noexcept {
  constexpr std::size_t longest = 32;  // bytes: of families and flags
  if (!page.has_class(image, text::WordList::sign_class)) return {};
  const std::string_view sign = page.attribute(image, AttributeName::alt);
  if (sign.size() > longest) return {};
  for (std::size_t at = 0; at < sign.size();) {
    const char32_t c = text::next_code_point(sign, at);
    if (c < 0x80 || (text::class_of(c) & text::is_letter) != 0) return {};
  }
  return sign;
}

bool is_image_element(const Page& page, std::uint32_t node) noexcept {
  if (page.nodes[node].tag != Tag::custom) return false;
  const bool has_source =
      page.has_attribute(node, AttributeName::src) || page.has_attribute(node, AttributeName::srcset);
  return has_source && page.has_attribute(node, AttributeName::alt);
}

bool is_content_image(const Page& page, std::uint32_t image) noexcept {
  // Smaller ones are icons and faces.
  constexpr int smallest = 60;
  const int width = size_of(page, image, AttributeName::width);
  const int height = size_of(page, image, AttributeName::height);
  constexpr int large = 300;  // larger than any icon, whatever its class says
  if ((width >= 0 && width < smallest) || (height >= 0 && height < smallest / 2)) return false;
  const bool is_large = width >= large && height >= large / 2;
  const std::string_view address = image_address(page, image);
  if (address.empty() || is_placeholder(address)) return false;
  if (!is_large && has_any_word(page.attribute(image, AttributeName::class_), text::WordList::icon_class)) return false;
  return !has_any_word(address.substr(0, address.find('?')), text::WordList::icon_address);
}

bool leads_to_picture(const Page& page, std::uint32_t image) noexcept {
  static constexpr std::string_view endings[] = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"};
  constexpr int furthest = 4;
  std::uint32_t node = image;
  for (int up = 0; up < furthest && node != 0 && page.nodes[node].tag != Tag::a; ++up) node = page.nodes[node].parent;
  if (page.nodes[node].tag != Tag::a) return false;
  const std::string_view address = page.attribute(node, AttributeName::href);
  const std::string_view path = address.substr(0, std::min(address.find('?'), address.find('#')));
  return std::any_of(std::begin(endings), std::end(endings), [path](std::string_view ending) {
    return path.size() > ending.size() && text::equals_ignoring_case(path.substr(path.size() - ending.size()), ending);
  });
}

std::string embed_address(const Page& page, std::uint32_t embed) {
  const std::string_view id = text::trim(page.attribute(embed, AttributeName::video_id));
  return id.empty() ? std::string(player_address(page, embed)) : address_of_video(id);
}

bool is_content_embed(const Page& page, std::uint32_t embed) noexcept {
  if (!text::trim(page.attribute(embed, AttributeName::video_id)).empty()) return true;
  const std::string_view address = player_address(page, embed);
  if (address.empty()) return false;
  const Tag tag = page.nodes[embed].tag;
  if (tag == Tag::video || tag == Tag::audio) return true;
  return has_any_word(address, text::WordList::player_address) &&
         !has_any_word(address, text::WordList::widget_address);
}

}  // namespace pith::blocks
