// error: convert|no viable conversion
#include <pith.hpp>

bool is_taken() {
  return pith::load_rules("");
}
