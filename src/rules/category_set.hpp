/// CategorySet: some of the categories, as one number.
#pragma once

#include <cstdint>
#include <initializer_list>

#include <pith/article.hpp>

namespace pith::rules {

class CategorySet {
 public:
  constexpr CategorySet() = default;
  constexpr CategorySet(std::initializer_list<Category> categories) noexcept {
    for (const Category category : categories) add(category);
  }
  constexpr void add(Category category) noexcept { bits_ |= bit_of(category); }
  [[nodiscard]] constexpr bool has(Category category) const noexcept { return (bits_ & bit_of(category)) != 0; }

 private:
  static constexpr std::uint32_t bit_of(Category category) noexcept {
    return std::uint32_t{1} << static_cast<unsigned>(category);
  }
  static_assert(static_cast<unsigned>(Category::other) < 32, "Category::other is the last");

  std::uint32_t bits_ = 0;
};

}  // namespace pith::rules
