/// SiteMemoryAccess: opens a SiteMemory for the library's own stages; users see include/pith/site.hpp.
#pragma once

#include <pith/site.hpp>

#include "site/site.hpp"

namespace pith {

struct SiteMemory::Sites {
  site::Hosts hosts;
};

struct SiteMemoryAccess {
  [[nodiscard]] static site::Hosts& hosts(SiteMemory& memory) noexcept { return memory.sites_->hosts; }
  [[nodiscard]] static const site::Hosts& hosts(const SiteMemory& memory) noexcept { return memory.sites_->hosts; }
};

}  // namespace pith
