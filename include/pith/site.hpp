/// SiteMemory: what a site repeats from page to page: menus, teasers, notices and share bars that no single page gives
/// away.
///
///   pith::SiteMemory memory;
///   for (const auto& page : pages) extractor.learn({.bytes = page.bytes, .url = page.url}, memory);
///   for (const auto& page : pages) use(extractor.extract({.bytes = page.bytes, .url = page.url}, memory));
///
/// A line counts as repeated when other pages of the same host have it too (in HTML: at the same kind of place). Pages
/// that are mostly the same article (another version of a manual, a print view) are no witnesses for each other, and on
/// a page that would lose a third or more of its expected text nothing is done.
///
/// Pages without a URL count as pages of one site.
///
/// Of each host up to 64 pages are kept, as hashes of their lines: those with the smallest hash of their content, which
/// is a fair sample however many pages are learned. So the same set of pages gives the same memory in every order, and
/// learning in shards and merging gives what learning in one gives. A host takes 2 MB at most, as a rule 100 to 300 KB.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <pith/export.h>
#include <pith/result.hpp>

namespace pith {

/// Movable, not copyable: merge into an empty one to copy. Reading (extract, save, hosts) from several threads at once
/// is safe as long as nobody learns, merges or forgets. One that was moved from may only be assigned to or destroyed.
class PITH_API SiteMemory {
 public:
  SiteMemory();
  ~SiteMemory();
  SiteMemory(SiteMemory&& other) noexcept;
  SiteMemory& operator=(SiteMemory&& other) noexcept;
  SiteMemory(const SiteMemory&) = delete;
  SiteMemory& operator=(const SiteMemory&) = delete;

  /// Adds what `other` has learned. Linear in the pages of both.
  void merge(const SiteMemory& other);

  /// Forgets all pages of a host; a crawler that is done with one gets its memory back. The host is that of a URL in
  /// lower case, without "www." and port.
  void forget(std::string_view host);

  [[nodiscard]] std::size_t hosts() const noexcept;
  /// Pages that are kept of all hosts together, 64 a host at most.
  [[nodiscard]] std::size_t pages() const noexcept;

  /// The memory as bytes, the same on every machine; for load_site_memory().
  [[nodiscard]] std::string save() const;

  /// What the stages of the library see: src/site_memory.hpp.
  struct Sites;

 private:
  friend struct SiteMemoryAccess;
  Sites* sites_;  // owned; null when moved from
};

/// Reads what save() wrote. Fails, with the reason, on other versions and on anything that was cut or changed (the
/// bytes carry a checksum); never gives half a memory.
[[nodiscard]] PITH_API Result<SiteMemory> load_site_memory(std::string_view bytes);

}  // namespace pith
