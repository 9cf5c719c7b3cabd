#include "rules/compiled_rules.hpp"

#include <memory>
#include <utility>

#include "core/archive.hpp"
#include "rules/phrase_index.hpp"

namespace pith::rules {

std::string compile_rules(const RuleSet& set) {
  core::ArchiveWriter archive;
  archive.add(set);
  archive.add(*set.phrase_index);
  return archive.bytes();
}

RuleSet read_compiled_rules(std::string_view bytes) {
  RuleSet set;
  core::ArchiveReader archive(bytes);
  archive.read(set);
  auto index = std::make_shared<PhraseIndex>();
  archive.read(*index);
  set.phrase_index = std::move(index);
  return set;
}

}  // namespace pith::rules
