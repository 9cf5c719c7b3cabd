// error: deleted
#include <pith.hpp>

bool is_known() {
  return pith::from_name<int>("content").has_value();
}
