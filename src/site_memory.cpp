#include "site_memory.hpp"

#include <utility>

namespace pith {

SiteMemory::SiteMemory() : sites_(new Sites) {}
SiteMemory::~SiteMemory() {
  delete sites_;
}
SiteMemory::SiteMemory(SiteMemory&& other) noexcept : sites_(std::exchange(other.sites_, nullptr)) {}
SiteMemory& SiteMemory::operator=(SiteMemory&& other) noexcept {
  std::swap(sites_, other.sites_);
  return *this;
}

void SiteMemory::merge(const SiteMemory& other) {
  for (const auto& [name, pages] : other.sites_->hosts) sites_->hosts[name].merge(pages);
}

void SiteMemory::forget(std::string_view host) {
  const auto found = sites_->hosts.find(host);
  if (found != sites_->hosts.end()) sites_->hosts.erase(found);
}

std::size_t SiteMemory::hosts() const noexcept {
  return sites_->hosts.size();
}

std::size_t SiteMemory::pages() const noexcept {
  std::size_t count = 0;
  for (const auto& [name, pages] : sites_->hosts) count += pages.size();
  return count;
}

std::string SiteMemory::save() const {
  return site::write(sites_->hosts);
}

Result<SiteMemory> load_site_memory(std::string_view bytes) {
  SiteMemory memory;
  std::string reason;
  if (!site::read(bytes, SiteMemoryAccess::hosts(memory), reason)) return Error{std::move(reason), 0};
  return memory;
}

}  // namespace pith
