#include "rules/compiled_rules.hpp"

#include <memory>
#include <utility>

#include "core/archive.hpp"
#include "rules/phrase_trie.hpp"

namespace pith::rules {

std::string compile_rules(const RuleSet& set) {
  core::ArchiveWriter archive;
  archive.add(set);
  archive.add(*set.trie);
  return archive.bytes();
}

RuleSet read_compiled_rules(std::string_view bytes) {
  RuleSet set;
  core::ArchiveReader archive(bytes);
  archive.read(set);
  auto trie = std::make_shared<PhraseTrie>();
  archive.read(*trie);
  set.trie = std::move(trie);
  return set;
}

}  // namespace pith::rules
