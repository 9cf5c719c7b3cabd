// In the place of verbs.cpp where simdjson was not found.
#include "pages/pages_verb.hpp"
#include "verb.hpp"

namespace cli {

std::vector<std::unique_ptr<Verb>> make_verbs() {
  std::vector<std::unique_ptr<Verb>> verbs;
  verbs.push_back(std::make_unique<pages::PagesVerb>());
  return verbs;
}

}  // namespace cli
