/// extract() and Extractor: a page in, its article out.
///
/// Neither throws anything of its own (std::bad_alloc passes through), prints or aborts; no input is an error.
/// Same input, options and rules give the same Article on every machine.
#pragma once

#include <cstdint>
#include <string_view>

#include <pith/article.hpp>
#include <pith/explain.hpp>
#include <pith/options.hpp>
#include <pith/rules.hpp>

#pragma GCC visibility push(default)
namespace pith {

class SiteMemory;

/// How to read the bytes.
enum class SourceKind : std::uint8_t {
  automatic,  ///< decided from the first kilobytes; a notice says how
  html,
  text,  ///< a scraper already stripped the tags
};

/// The bytes of one page and what is known about them. Views: the caller keeps all of them alive during the
/// call, and only then.
struct Source {
  std::string_view bytes;              ///< as served, any charset
  std::string_view url = {};           ///< absolute; resolves links and helps to judge; may be empty
  std::string_view content_type = {};  ///< the HTTP header's value, such as "text/html; charset=gbk"; may be empty
  SourceKind kind = SourceKind::automatic;
  std::string_view encoding = {};  ///< a charset label that overrules all that the page says; may be empty
  /// When the page was fetched, by the publisher's clock if known; unknown by default. "3 hours ago" counts from it,
  /// and later dates are refused. The library never asks the clock.
  Date fetched_at = {};
};

/// Extracts with one set of rules and options, reusing its memory from page to page.
/// One thread at a time; several extractors may share one Rules. The state it keeps never shows in the
/// answer: a used extractor answers as a fresh one does.
class Extractor {
 public:
  explicit Extractor(Options options = {}, Rules rules = builtin_rules());
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;

  /// Linear in the input's size, apart from what Limits bound.
  [[nodiscard]] Article extract(const Source& source);

  /// The same with what is known of the page's site (site.hpp): lines that other pages of the host have too are judged
  /// down. `memory` may hold the page itself. The page's host is that of `source.url`.
  [[nodiscard]] Article extract(const Source& source, const SiteMemory& memory);

  /// Adds the page to what is known of its site; costs about half an extraction.
  void learn(const Source& source, SiteMemory& memory);

  /// The same run with everything that led to it; slower and larger, for people.
  [[nodiscard]] Explanation explain(const Source& source);
  [[nodiscard]] Explanation explain(const Source& source, const SiteMemory& memory);

  [[nodiscard]] const Options& options() const noexcept;

 private:
  struct State;
  State* state_;  // owned; null when moved from. A unique_ptr would cost every includer <memory>, see Rules
};

/// One page with a fresh Extractor and the built-in rules. For more than a few pages keep an Extractor.
[[nodiscard]] Article extract(const Source& source, const Options& options = {});
[[nodiscard]] Article extract(std::string_view bytes, const Options& options = {});

}  // namespace pith
#pragma GCC visibility pop
