#include "blocks/math_letters.hpp"

#include <array>

#include "blocks/math_symbols.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::blocks {
namespace {

/// A letter or digit, and how it is drawn.
struct DrawnLetter {
  char32_t letter = 0;
  MathFont font = MathFont::none;
};

/// Mathematical letters stand in alphabets one after the other, each for a font.
DrawnLetter drawn_letter(char32_t c) noexcept {
  using enum MathFont;
  constexpr char32_t first_latin = 0x1D400;
  constexpr char32_t first_greek = 0x1D6A8;
  constexpr char32_t first_digit = 0x1D7CE;
  constexpr char32_t past_digits = 0x1D800;
  constexpr char32_t latin_letters = 26;
  constexpr char32_t greek_signs = 58;
  constexpr std::array<MathFont, 13> latin = {bold,       none,          bold_italic, script,     script,
                                              fraktur,    double_struck, fraktur,     sans_serif, sans_serif,
                                              sans_serif, sans_serif,    monospace};
  constexpr std::array<MathFont, 5> greek = {bold, none, bold_italic, bold, bold_italic};
  constexpr std::array<MathFont, 5> digits = {bold, double_struck, sans_serif, sans_serif, monospace};
  // What follows the small omega of each alphabet.
  constexpr std::array<char32_t, 7> variants = {0x2202, 0x03F5, 0x03D1, 0x03F0, 0x03D5, 0x03F1, 0x03D6};
  if (c < first_latin || c >= past_digits) return {c, none};
  if (c >= first_digit) return {U'0' + (c - first_digit) % 10, digits[(c - first_digit) / 10]};
  if (c < first_latin + 2 * latin_letters * latin.size()) {
    const char32_t at = (c - first_latin) % (2 * latin_letters);
    const char32_t letter = at < latin_letters ? U'A' + at : U'a' + (at - latin_letters);
    return {letter, latin[(c - first_latin) / (2 * latin_letters)]};
  }
  if (c < first_greek) return {c, none};
  const char32_t at = (c - first_greek) % greek_signs;
  const MathFont font = greek[(c - first_greek) / greek_signs];
  constexpr char32_t nabla = 25;
  constexpr char32_t small_alpha = 26;
  constexpr char32_t past_omega = 51;
  if (at < nabla) return {0x0391 + at, font};
  if (at == nabla) return {0x2207, font};
  return {at < past_omega ? 0x03B1 + (at - small_alpha) : variants[at - past_omega], font};
}

std::string_view command_of(MathFont font, bool is_ascii) noexcept {
  // The others have no letters but Latin ones.
  if (!is_ascii) return font == MathFont::bold || font == MathFont::bold_italic ? "\\boldsymbol{" : "";
  switch (font) {
    case MathFont::none:
      return "";
    case MathFont::roman:
      return "\\mathrm{";
    case MathFont::bold:
      return "\\mathbf{";
    case MathFont::bold_italic:
      return "\\boldsymbol{";
    case MathFont::double_struck:
      return "\\mathbb{";
    case MathFont::script:
      return "\\mathcal{";
    case MathFont::fraktur:
      return "\\mathfrak{";
    case MathFont::sans_serif:
      return "\\mathsf{";
    case MathFont::monospace:
      return "\\mathtt{";
  }
  return "";
}

bool has_font(char32_t letter) noexcept {
  const auto c = static_cast<char>(letter);
  const bool is_latin = letter < 0x80 && (text::is_ascii_letter(c) || text::is_ascii_digit(c));
  // Greek, and the signs that stand in its alphabets.
  return is_latin || (letter >= 0x0391 && letter <= 0x03F6) || letter == 0x2202 || letter == 0x2207;
}

}  // namespace

MathFont font_of(std::string_view variant) noexcept {
  struct Variant {
    std::string_view name;
    MathFont font;
  };
  using enum MathFont;
  static constexpr Variant variants[] = {{"normal", roman},
                                         {"bold", bold},
                                         {"bold-italic", bold_italic},
                                         {"double-struck", double_struck},
                                         {"script", script},
                                         {"bold-script", script},
                                         {"fraktur", fraktur},
                                         {"bold-fraktur", fraktur},
                                         {"sans-serif", sans_serif},
                                         {"bold-sans-serif", sans_serif},
                                         {"sans-serif-italic", sans_serif},
                                         {"sans-serif-bold-italic", sans_serif},
                                         {"monospace", monospace}};
  for (const Variant& one : variants) {
    if (one.name == variant) return one.font;
  }
  return none;
}

std::string latex_of_signs(std::string_view utf8, MathFont font) {
  std::string out;
  std::string_view open;  // the command whose braces are open
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t begin = at;
    const DrawnLetter drawn = drawn_letter(text::next_code_point(utf8, at));
    const std::string_view bytes = utf8.substr(begin, at - begin);
    std::string character;
    if (at - begin < 4 || drawn.letter >= 0x10000) {
      character = bytes;
    } else {
      text::append_utf8(character, drawn.letter);
    }
    const MathFont own = drawn.font == MathFont::none ? font : drawn.font;
    const bool is_drawn = own != MathFont::none && has_font(drawn.letter);
    const std::string_view command = is_drawn ? command_of(own, drawn.letter < 0x80) : std::string_view();
    if (command != open) {
      if (!open.empty()) out += '}';
      append_latex(out, command);
      open = command;
    }
    if (character.size() == 1 && needs_backslash(character[0])) out += '\\';
    append_latex(out, latex_of_sign(character));
  }
  if (!open.empty()) out += '}';
  return out;
}

}  // namespace pith::blocks
