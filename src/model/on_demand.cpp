#include <utility>

#include "model/model.hpp"

namespace pith::model {

using Ready = std::shared_ptr<const Model>;

ModelOnDemand::ModelOnDemand(Ready ready) : ready_(new Ready(std::move(ready))) {}

ModelOnDemand::ModelOnDemand(Read read) noexcept : read_(read) {}

ModelOnDemand::~ModelOnDemand() {
  delete ready_.load(std::memory_order_acquire);
}

const Model& ModelOnDemand::get() const {
  if (const Ready* ready = ready_.load(std::memory_order_acquire)) return **ready;
  auto mine = std::make_unique<const Ready>(read_());
  const Ready* first = nullptr;
  if (ready_.compare_exchange_strong(first, mine.get(), std::memory_order_acq_rel)) return **mine.release();
  return **first;
}

}  // namespace pith::model
