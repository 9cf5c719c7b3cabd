// error: nodiscard|ignoring return
#include <pith.hpp>

void load() {
  pith::load_rules("# pith phrases 1\\n");
}
