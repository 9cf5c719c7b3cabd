#include "options/page_reader.hpp"

#include <utility>

namespace cli {

std::optional<Knowledge> load_knowledge(const ExtractionArguments& arguments) {
  Knowledge knowledge;
  auto rules = load_rule_files(arguments.rules);
  if (!rules) return std::nullopt;
  knowledge.rules = std::move(*rules);
  if (arguments.site_memory.empty()) return knowledge;
  knowledge.sites = load_site_memory(arguments.site_memory);
  if (!knowledge.sites) return std::nullopt;
  return knowledge;
}

PageReader::PageReader(const pith::Options& options, const Knowledge& knowledge, pith::SiteMemory* learned)
    : extractor_(options, knowledge.rules), sites_(knowledge.sites ? &*knowledge.sites : nullptr), learned_(learned) {}

PageReader::PageReader(const pith::Options& options, const pith::Rules& rules, const Knowledge& knowledge)
    : extractor_(options, rules), sites_(knowledge.sites ? &*knowledge.sites : nullptr), learned_(nullptr) {}

void PageReader::learn(const pith::Source& source) {
  if (learned_ != nullptr) extractor_.learn(source, *learned_);
}

pith::Article PageReader::extract(const pith::Source& source) {
  learn(source);
  return sites_ == nullptr ? extractor_.extract(source) : extractor_.extract(source, *sites_);
}

pith::Explanation PageReader::explain(const pith::Source& source) {
  learn(source);
  return sites_ == nullptr ? extractor_.explain(source) : extractor_.explain(source, *sites_);
}

}  // namespace cli
