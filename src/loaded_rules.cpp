#include <pith/rules.hpp>

#include <cassert>
#include <utility>

#include "loaded_rules.hpp"
#include "measure/measure.hpp"
#include "model/model.hpp"
#include "rules/rule_set.hpp"

namespace pith {
namespace {

constexpr std::string_view model_header = "# pith model 1";

using Models = decltype(LoadedRules::models);

Result<bool> add_model(std::string_view file_bytes, Models& models) {
  auto model = model::load_model(file_bytes, measure::feature_sets());
  if (!model) return model.error();
  models[model::feature_set_of(*model.value())] = std::make_shared<const model::ModelOnDemand>(model.value());
  return true;
}

/// A model of the library's own, read when its first page comes.
std::shared_ptr<const model::ModelOnDemand> on_demand(std::string_view file_bytes) {
  return std::make_shared<const model::ModelOnDemand>(file_bytes, measure::feature_sets());
}

/// Room for all phrases, rather too much than too little: memory that is never touched costs nothing, where each page
/// of each copy of an array that grows costs a fault.
void make_room(rules::RuleSet& set) {
  std::size_t bytes = 0;
  for (const rules::EmbeddedFile& file : rules::embedded_files()) {
    if (file.name.starts_with("phrases/")) bytes += file.bytes.size();
  }
  set.forms.reserve(bytes / 6);        // one for 10 bytes now
  set.folded_text.reserve(bytes * 3);  // 2 bytes now
}

/// Adds every embedded file to `loaded`.
void load_builtin(LoadedRules& loaded) {
  make_room(loaded.set);
  for (const rules::EmbeddedFile& file : rules::embedded_files()) {
    if (file.name == "model_html.tsv") {
      loaded.models[static_cast<std::size_t>(page::PageKind::html)] = on_demand(file.bytes);
    } else if (file.name == "model_lines.tsv") {
      loaded.models[static_cast<std::size_t>(page::PageKind::text)] = on_demand(file.bytes);
    } else if (!file.name.starts_with("metadata/")) {  // those are metadata's own
      [[maybe_unused]] const auto added = rules::add_rows(file.bytes, loaded.set);
      assert(added.has_value());  // the tests load every embedded file
    }
  }
  rules::build_indexes(loaded.set);
}

}  // namespace

Rules::Rules(LoadedRules* loaded) noexcept : loaded_(loaded) {}
Rules::Rules(const Rules& other) noexcept : loaded_(other.loaded_) {
  if (loaded_ != nullptr) loaded_->owners.fetch_add(1, std::memory_order_relaxed);
}
Rules::Rules(Rules&& other) noexcept : loaded_(std::exchange(other.loaded_, nullptr)) {}
Rules& Rules::operator=(Rules other) noexcept {
  std::swap(loaded_, other.loaded_);
  return *this;
}
Rules::~Rules() {
  // Release, so that no use is after the count; acquire, so that the last owner deletes after all uses.
  if (loaded_ != nullptr && loaded_->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete loaded_;
}

const Rules& builtin_rules() {
  static const Rules rules = [] {
    auto loaded = std::make_unique<LoadedRules>();
    load_builtin(*loaded);
    return Rules(loaded.release());
  }();
  return rules;
}

Result<Rules> load_rules(std::string_view file_bytes, const Rules& base) {
  auto loaded = std::make_unique<LoadedRules>();
  loaded->set = base.loaded_->set;
  loaded->models = base.loaded_->models;
  if (file_bytes.starts_with("\xEF\xBB\xBF")) file_bytes.remove_prefix(3);
  const bool is_model = file_bytes.starts_with(model_header);
  const auto added = is_model ? add_model(file_bytes, loaded->models) : rules::add_rows(file_bytes, loaded->set);
  if (!added) return added.error();
  rules::build_indexes(loaded->set);
  return Rules(loaded.release());
}

}  // namespace pith
