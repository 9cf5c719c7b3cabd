#include "batch/parcel.hpp"

namespace batch {
namespace {

constexpr std::size_t most_memory_kept = std::size_t{1} << 20U;

void empty(std::string& text) {
  if (text.capacity() > most_memory_kept) text = std::string();
  text.clear();
}

}  // namespace

std::string place_of(const streams::Position& position) {
  const std::string offset = std::to_string(position.offset);
  return position.within == 0 ? offset : offset + " (" + std::to_string(position.within) + " unpacked)";
}

void Parcel::clear() {
  empty(bytes);
  empty(output);
  records.clear();
  written.clear();
  damage.clear();
  tally.clear();
  if (learned.hosts() > 0) learned = pith::SiteMemory();
}

}  // namespace batch
