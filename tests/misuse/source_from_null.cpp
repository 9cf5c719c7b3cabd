// error: deleted|nullptr
#include <pith.hpp>

pith::Source make() {
  return {.bytes = nullptr};
}
