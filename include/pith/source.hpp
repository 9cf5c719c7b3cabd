/// Source: the bytes of one page, and what is known about them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <pith/export.h>
#include <pith/article.hpp>
#include <pith/names.hpp>

namespace pith {

/// How to read the bytes.
enum class SourceKind : std::uint8_t {
  automatic,  ///< decided from the first kilobytes; a notice says how
  html,
  text,  ///< a scraper already stripped the tags
};
[[nodiscard]] PITH_API const char* name_of(SourceKind kind) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<SourceKind> from_name(std::string_view name) noexcept;

/// The kind of page, where the caller knows it: from a feed, a site map, its own list of boards. It is believed against
/// the signs on the page. `article`: comments and cards go, and the verdict is never `listing`. `forum`: posts and
/// comments are the text. `product`, `documentation`: as for pages that show by themselves that they are such.
/// `listing`: nothing is taken away because it would stand beside an article.
enum class Expect : std::uint8_t { automatic, article, forum, product, listing, documentation };
[[nodiscard]] PITH_API const char* name_of(Expect kind) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<Expect> from_name(std::string_view name) noexcept;

/// A std::string_view that cannot be made from a temporary std::string, which would be gone when it is read. A string
/// literal, a named string and any std::string_view convert to it; it converts to std::string_view. Trivial to copy.
class PITH_API View {
 public:
  constexpr View() noexcept = default;
  constexpr View(std::string_view text PITH_LIFETIMEBOUND) noexcept : text_(text) {}  // NOLINT(*-explicit-*): a view
  constexpr View(const char* text PITH_LIFETIMEBOUND) noexcept : text_(text) {}       // NOLINT(*-explicit-*)
  View(const std::string& text PITH_LIFETIMEBOUND) noexcept : text_(text) {}          // NOLINT(*-explicit-*)
  View(const std::string&&) = delete;  ///< give the string a name that lives until after the call
  View(std::nullptr_t) = delete;

  constexpr operator std::string_view() const noexcept { return text_; }  // NOLINT(*-explicit-*)

 private:
  std::string_view text_;
};

/// The bytes of one page. The caller keeps alive what the members view during the call, and only then.
///
///     extractor.extract({.bytes = body, .url = "https://herald.example/a", .content_type = "text/html"})
///
/// An aggregate and not a class with constructors, because four of its members are text: named in the call, they cannot
/// be mistaken for each other. Every member has an initializer, so that leaving some out is no warning (g++ and clang++
/// with -Wextra); that none can view a temporary is the members' affair.
struct PITH_API Source {
  View bytes = {};         ///< as served, any charset
  View url = {};           ///< absolute; resolves links (up to 4,096 bytes), tells forums and products; may be empty
  View content_type = {};  ///< the HTTP header's value, such as "text/html; charset=gbk"; may be empty
  SourceKind kind = SourceKind::automatic;
  View encoding = {};  ///< a charset label that overrules all that the page says; may be empty
  /// When the page was fetched, by the publisher's clock if known; unknown by default. "3 hours ago" counts from it,
  /// and later dates are refused. The library never asks the clock.
  Date fetched_at = {};
  Expect expect = Expect::automatic;
  /// The headline, where the caller knows it, from a feed or a link's text; may be empty. The block that shows it is
  /// the headline; where none does, it changes nothing.
  View known_title = {};
};

}  // namespace pith
