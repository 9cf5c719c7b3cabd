#include <pith/rules.hpp>

#include <utility>

#include "builtin.hpp"
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
    loaded->set = builtin_set();
    const auto of = [&](page::PageKind kind) -> auto& {
      return loaded->models[static_cast<std::size_t>(kind)];
    };
    of(page::PageKind::html) = std::make_shared<const model::ModelOnDemand>(builtin_html_model);
    of(page::PageKind::text) = std::make_shared<const model::ModelOnDemand>(builtin_text_model);
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
