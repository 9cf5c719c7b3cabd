#include "batch/batch_verb.hpp"
#include "filter/filter_verb.hpp"
#include "pages/pages_verb.hpp"
#include "verb.hpp"

namespace cli {

std::vector<std::unique_ptr<Verb>> make_verbs() {
  std::vector<std::unique_ptr<Verb>> verbs;
  verbs.push_back(std::make_unique<pages::PagesVerb>());
  verbs.push_back(std::make_unique<filter::FilterVerb>());
  verbs.push_back(std::make_unique<batch::BatchVerb>());
  return verbs;
}

}  // namespace cli
