#include "plain_text/underline.hpp"

#include <algorithm>

#include "text/sentence.hpp"
#include "text/text.hpp"

namespace pith::plain_text {
namespace {

constexpr std::string_view signs = "=-~^*+";
constexpr std::size_t fewest = 3;
/// A rule across the page is longer than the line above it by more than an author miscounts; so is a short one that
/// parts two paragraphs shorter. CJK characters are two cells wide, and their headings underlined by either count.
constexpr std::size_t slack = 3;
constexpr std::size_t longest_heading = 100;  // characters

}  // namespace

bool underlines(std::string_view line, std::string_view heading) noexcept {
  if (line.size() < fewest || signs.find(line.front()) == std::string_view::npos) return false;
  if (line.find_first_not_of(line.front()) != std::string_view::npos) return false;
  const auto letters = static_cast<std::size_t>(std::count_if(heading.begin(), heading.end(), text::starts_code_point));
  const std::size_t cells = letters + (heading.size() - letters) / 2;  // of three bytes two
  if (letters > longest_heading || text::ends_with_mark(heading, text::not_of_headlines)) return false;
  return line.size() + slack >= letters && line.size() <= cells + slack;
}

}  // namespace pith::plain_text
