/// LoadedRules: what a Rules object owns. For the library's own stages; users see include/pith/rules.hpp.
#pragma once

#include <pith/rules.hpp>

#include <array>
#include <atomic>
#include <memory>

#include "model/model.hpp"
#include "page/page.hpp"
#include "rules/rule_set.hpp"

namespace pith {

struct LoadedRules {
  rules::RuleSet set;
  std::array<std::shared_ptr<const model::ModelOnDemand>, 2> models;  ///< by page::PageKind
  std::atomic<std::size_t> owners{1};

  [[nodiscard]] static const LoadedRules& of(const Rules& rules) noexcept { return *rules.loaded_; }
  [[nodiscard]] const model::Model& model_for(page::PageKind kind) const {
    return models[static_cast<std::size_t>(kind)]->get();
  }
};

}  // namespace pith
