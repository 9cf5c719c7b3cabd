#include <pith/rules.hpp>

#include <atomic>
#include <cassert>
#include <utility>

#include "rules/rule_set.hpp"
#include "scoring/scoring.hpp"

namespace pith {
namespace {

constexpr std::string_view model_header = "# pith model 1";

Result<bool> add_model(std::string_view file_bytes, rules::RuleSet& set) {
  auto model = scoring::load_model(file_bytes);
  if (!model) return model.error();
  auto& place = scoring::page_kind_of(*model.value()) == page::PageKind::html ? set.html_model : set.text_model;
  place = std::make_shared<const scoring::ModelOnDemand>(model.value());
  return true;
}

Rules load_builtin_rules() {
  rules::RuleSet set;
  for (const rules::EmbeddedFile& file : rules::embedded_files()) {
    if (file.name == "model_html.tsv") {
      set.html_model = std::make_shared<const scoring::ModelOnDemand>(file.bytes);
    } else if (file.name == "model_lines.tsv") {
      set.text_model = std::make_shared<const scoring::ModelOnDemand>(file.bytes);
    } else {
      [[maybe_unused]] const auto added = rules::add_rows(file.bytes, set);
      assert(added.has_value());  // the tests load every embedded file
    }
  }
  rules::complete(set);
  return Rules(std::move(set));
}

}  // namespace

struct Rules::Shared {
  rules::RuleSet set;
  std::atomic<std::size_t> owners{1};
};

Rules::Rules(rules::RuleSet&& set) : shared_(new Shared{std::move(set)}) {}
Rules::Rules(const Rules& other) noexcept : shared_(other.shared_) {
  if (shared_ != nullptr) shared_->owners.fetch_add(1, std::memory_order_relaxed);
}
Rules::Rules(Rules&& other) noexcept : shared_(std::exchange(other.shared_, nullptr)) {}
Rules& Rules::operator=(Rules other) noexcept {
  std::swap(shared_, other.shared_);
  return *this;
}
Rules::~Rules() {
  // Release, so that no use is after the count; acquire, so that the last owner deletes after all uses.
  if (shared_ != nullptr && shared_->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete shared_;
}

const rules::RuleSet& Rules::set() const noexcept {
  return shared_->set;
}

const Rules& builtin_rules() {
  static const Rules rules = load_builtin_rules();
  return rules;
}

Result<Rules> load_rules(std::string_view file_bytes, const Rules& base) {
  rules::RuleSet set = base.set();
  if (file_bytes.starts_with("\xEF\xBB\xBF")) file_bytes.remove_prefix(3);
  const bool is_model = file_bytes.starts_with(model_header);
  const auto added = is_model ? add_model(file_bytes, set) : rules::add_rows(file_bytes, set);
  if (!added) return added.error();
  rules::complete(set);
  return Rules(std::move(set));
}

}  // namespace pith
