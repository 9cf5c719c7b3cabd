/// extract() and Extractor: a page in, its article out.
///
/// Neither throws anything of its own (std::bad_alloc passes through), prints or aborts; no input is an error.
/// Same input, options and rules give the same Article on every machine.
#pragma once

#include <string_view>

#include <pith/export.h>
#include <pith/article.hpp>
#include <pith/explain.hpp>
#include <pith/options.hpp>
#include <pith/rules.hpp>
#include <pith/source.hpp>

namespace pith {

class SiteMemory;

/// Extracts with one set of rules and options, reusing its memory from page to page.
/// One thread at a time; several extractors may share one Rules. The state it keeps never shows in what it returns: a
/// used extractor and a fresh one give equal articles. One that was moved from may only be assigned to or destroyed.
class PITH_API Extractor {
 public:
  explicit Extractor(Options options = {}, Rules rules = builtin_rules());
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;

  /// The article of a page. Linear in the input's size, apart from what Limits bound.
  [[nodiscard]] Article extract(const Source& source);
  /// Of bytes about which nothing else is known.
  [[nodiscard]] Article extract(std::string_view bytes);

  /// The same with what is known of the page's site (site.hpp): lines that other pages of the host have too get lower
  /// scores. `memory` may hold the page itself. The page's host is that of `source.url`.
  [[nodiscard]] Article extract(const Source& source, const SiteMemory& memory);

  /// Adds the page to what is known of its site; costs about half an extraction.
  void learn(const Source& source, SiteMemory& memory);

  /// The same run with everything that led to it; slower and larger, for people.
  [[nodiscard]] Explanation explain(const Source& source);
  [[nodiscard]] Explanation explain(std::string_view bytes);
  [[nodiscard]] Explanation explain(const Source& source, const SiteMemory& memory);

  [[nodiscard]] const Options& options() const noexcept;
  /// For the pages to come; so each may have a max_work of its own.
  void set_limits(const Limits& limits) noexcept;

 private:
  struct State;
  State* state_;  // owned; null when moved from. A unique_ptr would cost every includer <memory>, see Rules
};

/// The same for one page, by a fresh Extractor with the built-in rules. For more than a few pages keep an Extractor.
[[nodiscard]] PITH_API Article extract(const Source& source, const Options& options = {});
[[nodiscard]] PITH_API Article extract(std::string_view bytes, const Options& options = {});

}  // namespace pith
