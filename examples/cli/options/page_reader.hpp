/// PageReader: an extractor with what a run knows, and what it learns.
#pragma once

#include <optional>
#include <pith.hpp>
#include <pith/site.hpp>

#include "options/extraction.hpp"
#include "options/sites.hpp"

namespace cli {

/// What all threads of a run read.
struct Knowledge {
  pith::Rules rules = pith::builtin_rules();
  std::optional<pith::SiteMemory> sites;  ///< nothing: --site-memory was not given
};

/// The files of --rules and --site-memory; nothing, after a line on stderr, when one of them is refused.
[[nodiscard]] std::optional<Knowledge> load_knowledge(const ExtractionArguments& arguments);

/// One a thread. What it learns of a page it uses on none: the output of a page depends on no other page of the run.
class PageReader {
 public:
  /// `knowledge` has to outlive this. `learned`: where pages go to; null: nowhere.
  PageReader(const pith::Options& options, const Knowledge& knowledge, pith::SiteMemory* learned);
  /// With other rules; it learns nothing.
  PageReader(const pith::Options& options, const pith::Rules& rules, const Knowledge& knowledge);

  [[nodiscard]] pith::Article extract(const pith::Source& source);
  [[nodiscard]] pith::Explanation explain(const pith::Source& source);
  [[nodiscard]] const pith::Options& options() const noexcept { return extractor_.options(); }

  /// Where the pages to come go to; null: nowhere.
  void learn_into(pith::SiteMemory* learned) noexcept { learned_ = learned; }

 private:
  void learn(const pith::Source& source);

  pith::Extractor extractor_;
  const pith::SiteMemory* sites_;
  pith::SiteMemory* learned_;
};

}  // namespace cli
