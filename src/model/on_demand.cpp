#include <cassert>
#include <utility>

#include "model/model.hpp"

namespace pith::model {

using Ready = std::shared_ptr<const Model>;

ModelOnDemand::ModelOnDemand(Ready ready) : ready_(new Ready(std::move(ready))) {}

ModelOnDemand::ModelOnDemand(std::string_view file_bytes, FeatureSets known) noexcept
    : file_bytes_(file_bytes), known_(known) {}

ModelOnDemand::~ModelOnDemand() {
  delete ready_.load(std::memory_order_acquire);
}

const Model& ModelOnDemand::get() const {
  if (const Ready* ready = ready_.load(std::memory_order_acquire)) return **ready;
  const auto loaded = load_model(file_bytes_, known_);
  assert(loaded.has_value());  // the tests read every model that is compiled in
  auto mine = std::make_unique<const Ready>(loaded.value());
  const Ready* first = nullptr;
  if (ready_.compare_exchange_strong(first, mine.get(), std::memory_order_acq_rel)) return **mine.release();
  return **first;
}

}  // namespace pith::model
