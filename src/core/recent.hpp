/// Recent: answers to questions about texts that come again and again, as the classes of a page's elements do. The last
/// ones are kept at hand.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace pith::core {

/// The views must live as long as this. `size`: how many answers.
template <typename Answer, std::size_t size = 128>
class Recent {
 public:
  /// ask(text), or what it returned for the same text before. Of an empty text: Answer{}.
  template <typename Ask>
  [[nodiscard]] const Answer& of(std::string_view text, Ask ask) {
    if (text.empty()) return none_;
    Known& known = known_[slot_of(text)];
    if (known.text != text) known = {text, ask(text)};
    return known.answer;
  }

 private:
  struct Known {
    std::string_view text;
    Answer answer{};
  };

  static std::size_t slot_of(std::string_view text) noexcept {
    const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    return (text.size() * 31 + byte(text.size() / 2) * 7U + byte(text.size() - 1) * 3U + byte(0)) % size;
  }

  std::array<Known, size> known_{};
  Answer none_{};
};

}  // namespace pith::core
