#include <algorithm>
#include <cassert>

#include "builtin.hpp"
#include "measure/measure.hpp"

namespace pith {
namespace {

std::shared_ptr<const model::Model> model_of(std::string_view name) {
  const auto files = embedded_files();
  const auto file = std::find_if(files.begin(), files.end(), [name](const auto& one) { return one.name == name; });
  assert(file != files.end());
  const auto model = model::load_model(file->bytes, measure::feature_sets());
  assert(model.has_value());  // the tests read every file
  return model.value();
}

}  // namespace

rules::RuleSet builtin_set() {
  return rules::read_files(embedded_files());
}

std::shared_ptr<const model::Model> builtin_html_model() {
  return model_of(html_model_file);
}

std::shared_ptr<const model::Model> builtin_text_model() {
  return model_of(text_model_file);
}

}  // namespace pith
