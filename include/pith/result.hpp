/// Result: the answer of the few calls a caller can get wrong (loading rules or a model).
/// No page is ever an error: extract() always answers with an Article.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#pragma GCC visibility push(default)
namespace pith {

/// What was wrong with a rules file or model, and where.
struct Error {
  std::string message;     ///< one line: what was found and what was expected; no trailing newline
  std::uint32_t line = 0;  ///< 1-based line of the given bytes; 0 when the error has no line
};

/// Either a value or an Error. Reading the one that is not there is a mistake of the caller (asserted).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}      // NOLINT(google-explicit-constructor): returns read naturally
  Result(Error error) : held_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool has_value() const noexcept { return held_.index() == 0; }
  [[nodiscard]] explicit operator bool() const noexcept { return has_value(); }

  /// Precondition: has_value().
  [[nodiscard]] const T& value() const& noexcept {
    assert(has_value());
    return *std::get_if<0>(&held_);
  }
  [[nodiscard]] T&& value() && noexcept {
    assert(has_value());
    return std::move(*std::get_if<0>(&held_));
  }

  /// Precondition: !has_value().
  [[nodiscard]] const Error& error() const& noexcept {
    assert(!has_value());
    return *std::get_if<1>(&held_);
  }

 private:
  std::variant<T, Error> held_;
};

}  // namespace pith
#pragma GCC visibility pop
