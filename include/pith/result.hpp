/// Result: what the few calls return that a caller can get wrong (loading rules or a model).
/// No page is ever an error: extract() always returns an Article.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include <pith/export.h>

namespace pith {

/// What was wrong with a rules file or model, and where.
struct PITH_API Error {
  std::string message = {};  ///< one line: what was found and what was expected; no trailing newline
  std::uint32_t line = 0;    ///< 1-based line of the given bytes; 0 when the error has no line

  friend bool operator==(const Error&, const Error&) = default;
};

/// Either a value or an Error, as std::expected of C++23 is. Reading the one that is not there is a mistake of the
/// caller (asserted; undefined behaviour without assertions).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}      // NOLINT(google-explicit-constructor): returns read naturally
  Result(Error error) : held_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const noexcept { return held_.index() == 0; }
  [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }

  /// Precondition of these: has_value(). References and pointers live as long as the Result.
  [[nodiscard]] T& value() & noexcept { return *checked(held_); }
  [[nodiscard]] const T& value() const& noexcept { return *checked(held_); }
  [[nodiscard]] T&& value() && noexcept { return std::move(*checked(held_)); }
  [[nodiscard]] T& operator*() & noexcept { return value(); }
  [[nodiscard]] const T& operator*() const& noexcept { return value(); }
  [[nodiscard]] T&& operator*() && noexcept { return std::move(*this).value(); }
  [[nodiscard]] T* operator->() noexcept { return &value(); }
  [[nodiscard]] const T* operator->() const noexcept { return &value(); }

  /// The value, or `otherwise` when there is none.
  [[nodiscard]] T value_or(T otherwise) const& { return has_value() ? value() : std::move(otherwise); }
  [[nodiscard]] T value_or(T otherwise) && { return has_value() ? std::move(value()) : std::move(otherwise); }

  /// Precondition: !has_value().
  [[nodiscard]] const Error& error() const& noexcept {
    assert(!has_value());
    return *std::get_if<1>(&held_);
  }

 private:
  template <typename Held>
  static auto* checked(Held& held) noexcept {
    assert(held.index() == 0);
    return std::get_if<0>(&held);
  }

  std::variant<T, Error> held_;
};

}  // namespace pith
